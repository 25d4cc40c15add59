import { z } from 'zod'
import { ArticleId } from './article'
import { LINK_KINDS } from '../domain/evidence/note-links'
import { CasebookId, KeptTextSchema, NoteHitSchema, NoteLinkSchema, NoteRowSchema } from './casebook'

/** Channels about what the analyst authors, beside those for notes and briefings. */
export const CASEBOOK_CHANNELS = {
  /** The text of a cited article as it was when it was cited; null when none is kept. */
  'source.kept': { input: z.object({ id: ArticleId }), output: KeptTextSchema.nullable() },
  /** Takes a removed highlight out of the bin, under the id it had. */
  'highlight.restore': { input: z.object({ id: CasebookId }), output: z.null() },
  /** Full-text search of the notes' titles, texts and tags. */
  'note.search': {
    input: z.object({ query: z.string().max(10_000), limit: z.number().int().min(1).max(1000).default(200) }),
    output: z.object({ total: z.number().int(), hits: z.array(NoteHitSchema) }),
  },
  /** What a note links to, and which notes link to it. */
  'note.links': {
    input: z.object({ id: CasebookId }),
    output: z.object({ links: z.array(NoteLinkSchema), back: z.array(NoteRowSchema) }),
  },
  /** The notes that link to a note, an entity (`type:name`) or an article. */
  'note.linking': {
    input: z.object({ kind: z.enum(LINK_KINDS), target: z.string().max(1000) }),
    output: z.array(NoteRowSchema),
  },
} as const
