import { z } from 'zod'
import { LINK_KINDS } from '../domain/evidence/note-links'
import { ArticleId, RangeSchema } from './article'

const Id = z.string().regex(/^[0-9a-z-]{8,64}$/)

/** Where a passage is (W3C Web Annotation: TextPositionSelector + TextQuoteSelector), and which bytes it was taken from. */
export const AnchorSchema = z.object({
  articleId: ArticleId,
  /** The file it was taken from, relative to the folder: only a hint, the hash decides. */
  path: z.string(),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  exact: z.string().min(1).max(100_000),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
})

export const AnchorStateSchema = z.enum(['exact', 'moved', 'ambiguous', 'lost'])

/** A citation as a note or briefing carries it. */
export const CitationSchema = z.object({ id: Id, anchor: AnchorSchema })
/** The same as shown: with the state the anchor has now and the label of its chip ("LPS 2"). */
export const CitationViewSchema = CitationSchema.extend({
  state: AnchorStateSchema,
  label: z.string(),
  date: z.string().nullable(),
  /** How its source is graded ("B2"); null when it is not, left out where grades are not asked for. */
  grade: z.string().nullable().optional(),
})

export const HighlightSchema = z.object({
  id: Id,
  anchor: AnchorSchema,
  state: AnchorStateSchema,
  /** The note that speaks of it, if any. */
  noteId: Id.nullable(),
  createdAt: z.string(),
})

/** ProseMirror JSON of the note's document; kept as it is, checked only for being an object of bounded size. */
export const NoteBodySchema = z.record(z.string(), z.unknown())

export const NoteRowSchema = z.object({
  id: Id,
  title: z.string(),
  /** First words of the note. */
  preview: z.string(),
  citations: z.number().int(),
  /** Citations whose passage is moved, ambiguous or lost. */
  unsettled: z.number().int(),
  revision: z.number().int(),
  updatedAt: z.string(),
  pinned: z.boolean(),
  tags: z.array(z.string()),
})

export const NoteSchema = NoteRowSchema.extend({
  body: NoteBodySchema,
  createdAt: z.string(),
  rests: z.array(CitationViewSchema),
})

export const NoteSaveSchema = z.object({
  /** Null makes a new note. */
  id: Id.nullable(),
  /** The revision the editor started from; another one on disk makes a conflict copy and the error `stale`. */
  expectedRevision: z.number().int().min(0),
  title: z.string().max(1000),
  body: NoteBodySchema,
  /** Every citation node of `body`, in order. */
  citations: z.array(CitationSchema).max(5000),
  pinned: z.boolean().default(false),
  /** Left out, the note keeps the tags it has. */
  tags: z.array(z.string().max(200)).max(100).optional(),
})

/** A note that a search of notes found. */
export const NoteHitSchema = NoteRowSchema.extend({
  /** Words of the note around the best match. */
  snippet: z.string(),
  /** Where the matches are in `snippet`, and in the title. */
  marks: z.array(RangeSchema),
  titleMarks: z.array(RangeSchema),
})

/** A link inside a note, with what its target is called now; null when it is not there any more. */
export const NoteLinkSchema = z.object({
  kind: z.enum(LINK_KINDS),
  target: z.string(),
  label: z.string(),
  now: z.string().nullable(),
})

/** The acknowledgement: sent only after COMMIT and after the journal file was written. */
export const SavedSchema = z.object({ id: Id, revision: z.number().int(), savedAt: z.string() })

export const RevisionSchema = z.object({
  revision: z.number().int(),
  savedAt: z.string(),
  title: z.string(),
  preview: z.string(),
})

/** The text of a cited article as it was kept in the casebook. */
export const KeptTextSchema = z.object({
  id: ArticleId,
  path: z.string(),
  title: z.string().nullable(),
  date: z.string().nullable(),
  agency: z.string().nullable(),
  keptAt: z.string(),
  text: z.string(),
})

export const CasebookId = Id
export type KeptText = z.infer<typeof KeptTextSchema>
export type Anchor = z.infer<typeof AnchorSchema>
export type AnchorState = z.infer<typeof AnchorStateSchema>
export type Citation = z.infer<typeof CitationSchema>
export type CitationView = z.infer<typeof CitationViewSchema>
export type Highlight = z.infer<typeof HighlightSchema>
export type NoteRow = z.infer<typeof NoteRowSchema>
export type Note = z.infer<typeof NoteSchema>
export type NoteHit = z.infer<typeof NoteHitSchema>
export type NoteLinkView = z.infer<typeof NoteLinkSchema>
export type NoteSave = z.input<typeof NoteSaveSchema>
export type Saved = z.infer<typeof SavedSchema>
export type Revision = z.infer<typeof RevisionSchema>
