import { z } from 'zod'
import { ArticleId, FileStateSchema } from './article'

export const WorkspaceInfoSchema = z.object({
  id: z.string(),
  /** Absolute path of the opened folder. */
  folder: z.string(),
  name: z.string(),
  /** Set when something was mended or refused at opening, for the recovery banner. */
  notice: z
    .object({
      kind: z.enum([
        'index-rebuilding',
        'casebook-restored',
        'casebook-damaged',
        'newer-version',
        'read-only',
        'safe-mode',
      ]),
      message: z.string(),
    })
    .nullable(),
})

export const RecentSchema = z.object({
  folder: z.string(),
  name: z.string(),
  openedAt: z.string(),
  articles: z.number().int(),
  notes: z.number().int(),
  /** False when the folder is not there now; its notes stay readable. */
  present: z.boolean(),
})

/** Progress of both phases. `total` is 0 until the scan has counted. */
export const StatusSchema = z.object({
  phase: z.enum(['idle', 'scan', 'text', 'analysis', 'paused', 'cancelled', 'failed']),
  text: z.object({ done: z.number().int(), total: z.number().int() }),
  analysis: z.object({ done: z.number().int(), total: z.number().int() }),
  /** The file being read, relative to the folder. */
  current: z.string().nullable(),
  articles: z.number().int(),
  attention: z.number().int(),
  /** Per format, for the scanning screen. */
  formats: z.array(
    z.object({ format: z.string(), indexed: z.number().int(), partial: z.number().int(), failed: z.number().int() }),
  ),
  secondsLeft: z.number().nullable(),
})

export const AttentionRowSchema = z.object({
  path: z.string(),
  state: FileStateSchema,
  /** What happened and what helps, in one sentence. */
  reason: z.string(),
  size: z.number().int().nullable(),
  /** The article that could be made of it nevertheless. */
  articleId: ArticleId.nullable(),
  encoding: z.string().nullable(),
  /** How sure the encoding is, 0 to 1. */
  encodingConfidence: z.number().nullable(),
})

export type WorkspaceInfo = z.infer<typeof WorkspaceInfoSchema>
export type Recent = z.infer<typeof RecentSchema>
export type Status = z.infer<typeof StatusSchema>
export type AttentionRow = z.infer<typeof AttentionRowSchema>
