import { z } from 'zod'
import { CHANGE_KINDS } from '../domain/briefing/what-changed'
import { AnchorSchema, CasebookId, CitationSchema, CitationViewSchema } from './casebook'

export const SENTENCE_TYPES = ['fact', 'quote', 'figure', 'judgement', 'assumption', 'gap'] as const
export const SentenceTypeSchema = z.enum(SENTENCE_TYPES)

const BriefingSentenceFields = {
  id: CasebookId,
  type: SentenceTypeSchema,
  text: z.string().max(20_000),
  /** ICD 203 words; never both in one sentence. */
  likelihood: z.string().nullable().default(null),
  confidence: z.string().nullable().default(null),
}
export const BriefingSentenceSchema = z.object({
  ...BriefingSentenceFields,
  citations: z.array(CitationSchema).max(100),
})
export const BriefingSectionSchema = z.object({
  id: CasebookId,
  heading: z.string().max(1000),
  sentences: z.array(BriefingSentenceSchema).max(5000),
})

const BriefingFields = {
  title: z.string().max(1000),
  /** Handling banner: '' for none, or a TLP 2.0 label such as "TLP:AMBER". */
  marking: z.string().max(60),
  author: z.string().max(300),
}
export const BriefingSaveSchema = z.object({
  id: CasebookId.nullable(),
  expectedRevision: z.number().int().min(0),
  ...BriefingFields,
  sections: z.array(BriefingSectionSchema).max(500),
})
export const BriefingRowSchema = z.object({
  id: CasebookId,
  title: z.string(),
  sentences: z.number().int(),
  citations: z.number().int(),
  revision: z.number().int(),
  updatedAt: z.string(),
})
export const BriefingSchema = BriefingRowSchema.omit({ sentences: true, citations: true }).extend({
  ...BriefingFields,
  sections: z.array(
    BriefingSectionSchema.omit({ sentences: true }).extend({
      sentences: z.array(z.object({ ...BriefingSentenceFields, citations: z.array(CitationViewSchema) })),
    }),
  ),
})

/** Makes a briefing from notes in the given order: a section per note, a sentence per sentence of the note. */
export const BriefingFromNotesSchema = z.object({
  noteIds: z.array(CasebookId).min(1).max(500),
  title: z.string().max(1000),
  marking: z.string().max(60),
  author: z.string().max(300),
})

export const BRIEFING_FORMATS = ['pdf', 'docx', 'html', 'md', 'json'] as const
export const BriefingFormatSchema = z.enum(BRIEFING_FORMATS)

/** Why the analyst exports in spite of a rule of the gate; printed with the briefing. */
export const WaiverSchema = z.object({ rule: z.string().max(100), reason: z.string().max(2000) })

export const FindingSchema = z.object({
  rule: z.string(),
  level: z.enum(['block', 'warn', 'waived']),
  /** '' when it is about the whole briefing. */
  sentenceId: z.string(),
  /** The sentence's text. */
  sentence: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  message: z.string(),
})
/** Where the other side of a conflict says it; null where a finding is about no other article, or that is gone. */
const OtherSide = { anchor: AnchorSchema.nullable() }
/** How a briefing stands against the articles as they are now. */
export const BriefingCheckSchema = z.object({
  /** ISO 8601: when the briefing was last exported or looked through. */
  since: z.string(),
  findings: z.array(FindingSchema.extend(OtherSide)),
  /** What changed under its sentences since then. */
  changes: z.array(
    z.object({
      kind: z.enum(CHANGE_KINDS),
      sentenceId: z.string(),
      sentence: z.string(),
      message: z.string(),
      citationId: z.string().nullable(),
      ...OtherSide,
    }),
  ),
})
/** `ExportReport` of the machine interface. */
export const ExportReportSchema = z.object({
  out: z.string().nullable(),
  format: z.string(),
  sentences: z.number().int(),
  citations: z.number().int(),
  pages: z.number().int().optional(),
  sha256: z.string().nullable(),
  findings: z.array(FindingSchema),
})
/** `VerifyReport` of the machine interface. */
export const VerifyReportSchema = z.object({
  sentences: z.number().int(),
  verified: z.number().int(),
  failed: z.array(
    z.object({
      /** '' where it is not one sentence that fails. */
      sentence: z.string(),
      /** Number of the sentence in the briefing, "2.3". */
      number: z.string().optional(),
      state: z.enum(['changed', 'missing', 'uncited', 'unsupported', 'altered']),
      reason: z.string(),
      expected: z.string().optional(),
      found: z.string().optional(),
    }),
  ),
  /** What is worth knowing of sentences that hold: a file that was renamed, words that moved. */
  notes: z.array(z.object({ sentence: z.string(), note: z.string() })),
})

export type SentenceType = z.infer<typeof SentenceTypeSchema>
export type Briefing = z.infer<typeof BriefingSchema>
export type BriefingRow = z.infer<typeof BriefingRowSchema>
export type BriefingSave = z.input<typeof BriefingSaveSchema>
export type BriefingFormat = z.infer<typeof BriefingFormatSchema>
export type BriefingCheck = z.infer<typeof BriefingCheckSchema>
export type ExportReport = z.infer<typeof ExportReportSchema>
export type VerifyReport = z.infer<typeof VerifyReportSchema>
export type Waiver = z.infer<typeof WaiverSchema>
export type Finding = z.infer<typeof FindingSchema>
