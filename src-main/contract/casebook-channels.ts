import { z } from 'zod'
import { ArticleId } from './article'
import { KeptTextSchema } from './casebook'

/** Channels about what the analyst authors, beside those for notes and briefings. */
export const CASEBOOK_CHANNELS = {
  /** The text of a cited article as it was when it was cited; null when none is kept. */
  'source.kept': { input: z.object({ id: ArticleId }), output: KeptTextSchema.nullable() },
} as const
