import { z } from 'zod'

/** `dateline`: everything with its history, and readable notes beside it. `refi-qda`: codes and coded sources (QDPX). `w3c`: annotations as JSON-LD. `markdown`: the notes as files. */
export const EXCHANGE_FORMATS = ['dateline', 'refi-qda', 'w3c', 'markdown'] as const
export const ExchangeFormatSchema = z.enum(EXCHANGE_FORMATS)

const Count = z.number().int()
/** How many of a kind came in: new ones, ones with a newer version, ones that were there already, and ones kept beside another of the same id. */
export const ImportCountSchema = z.object({ added: Count, updated: Count, unchanged: Count, conflicts: Count })
const EXCHANGED = ['notes', 'highlights', 'codes', 'codings', 'grades', 'briefings', 'decisions', 'texts'] as const

export const CasebookExportReportSchema = z.object({
  out: z.string(),
  format: ExchangeFormatSchema,
  sha256: z.string(),
  counts: z.record(z.enum(EXCHANGED), Count),
  /** What this format cannot carry, or what could not go with it: one sentence each. */
  left: z.array(z.string()),
})
export const CasebookImportReportSchema = z.object({
  file: z.string(),
  format: ExchangeFormatSchema,
  counts: z.record(z.enum(EXCHANGED), ImportCountSchema),
  /** What could not be taken in, and why: one sentence each. */
  left: z.array(z.string()),
})

const Path = z.string().min(1).max(8192)
export const EXCHANGE_CHANNELS = {
  /** Writes the analyst's work to a file outside of the folder of sources. */
  'casebook.export': {
    input: z.object({ out: Path, format: ExchangeFormatSchema }),
    output: CasebookExportReportSchema,
  },
  /** Takes the work of a file in. Nothing of the casebook is overwritten: what differs is kept beside it. */
  'casebook.import': {
    input: z.object({ file: Path, format: ExchangeFormatSchema.optional() }),
    output: CasebookImportReportSchema,
  },
} as const

export type ExchangeFormat = z.infer<typeof ExchangeFormatSchema>
export type ImportCount = z.infer<typeof ImportCountSchema>
export type Exchanged = (typeof EXCHANGED)[number]
export type CasebookExportReport = z.infer<typeof CasebookExportReportSchema>
export type CasebookImportReport = z.infer<typeof CasebookImportReportSchema>
export const exchangedKinds = EXCHANGED
