import { z } from 'zod'
import { CONFLICT_KINDS } from '../domain/compare/conflicts/conflict'
import { VERDICTS } from '../domain/compare/conflicts/judgement'
import { ArticleId, RangeSchema } from './article'

const SpanSchema = RangeSchema.extend({ text: z.string() })
const Count = z.number().int().min(0)

export const ConflictKindSchema = z.enum(CONFLICT_KINDS)
export const VerdictSchema = z.enum(VERDICTS)

/** Who tells it and when, for a line under a passage. `date` has the time where one is printed. */
const TellerSchema = z.object({
  articleId: ArticleId,
  path: z.string(),
  title: z.string().nullable(),
  agency: z.string().nullable(),
  date: z.string().nullable(),
})

/** A passage of one side, in the sentence it stands in. */
const EvidenceViewSchema = TellerSchema.extend({
  start: Count,
  end: Count,
  text: z.string(),
  sentence: SpanSchema,
})

const JudgementSchema = z.object({ verdict: VerdictSchema, note: z.string(), madeAt: z.string() })

export const ConflictViewSchema = z.object({
  /** Good for one listing: number in the order of weight, from 0. */
  rank: Count,
  kind: ConflictKindSchema,
  key: z.object({
    what: z.string().nullable(),
    unit: z.string().nullable(),
    subject: z.string().nullable(),
    period: z.string().nullable(),
  }),
  sides: z.array(z.object({ value: z.number().nullable(), origins: Count, evidence: z.array(EvidenceViewSchema) })),
  judgement: JudgementSchema.nullable(),
})

export const ConflictListSchema = z.object({
  /** Analysed articles that were held against each other. */
  articles: Count,
  conflicts: z.array(ConflictViewSchema),
})

const JudgedPassageSchema = z.object({
  articleId: ArticleId,
  path: z.string().max(8192),
  text: z.string().max(100_000),
})
export const ConflictJudgeSchema = z.object({
  kind: ConflictKindSchema,
  sides: z.array(z.array(JudgedPassageSchema).min(1).max(500)).min(2).max(1000),
  verdict: VerdictSchema,
  note: z.string().max(10_000),
})

const MemberSchema = TellerSchema.extend({ words: Count })
export const FamilyRowSchema = z.object({
  /** Article id of the first to tell it. */
  id: ArticleId,
  relation: z.enum(['copy', 'rewrite', 'partial']),
  /** In the order in which they were told. */
  members: z.array(MemberSchema),
})
export const FamilyListSchema = z.object({ articles: Count, families: z.array(FamilyRowSchema) })

const RetellingSchema = z.object({ added: Count, dropped: Count, changed: Count, moved: Count, facts: Count })
export const FamilyPageSchema = FamilyRowSchema.extend({
  /** Against the first to tell it, in the order of the members; zeros for that one. */
  retellings: z.array(RetellingSchema),
  facts: z.array(
    z.object({
      kind: z.enum(['quote', 'figure', 'name']),
      label: z.string(),
      cells: z.array(z.object({ state: z.enum(['carries', 'omits', 'adds', 'changes']), span: SpanSchema.nullable() })),
    }),
  ),
})

export const ComparePairSchema = z.object({
  similarity: z.number().min(0).max(1),
  sameFamily: z.boolean(),
  pairs: z.array(
    z.object({
      /** The sentences as they stand in each text; null where that side lacks it. */
      a: RangeSchema.nullable(),
      b: RangeSchema.nullable(),
      relation: z.enum(['same', 'changed', 'added', 'dropped', 'moved']),
      changes: z.array(
        z.object({
          kind: z.enum(['number', 'name', 'negation', 'text']),
          a: SpanSchema.nullable(),
          b: SpanSchema.nullable(),
        }),
      ),
    }),
  ),
  sharedEntities: z.array(z.string()),
  conflicts: z.array(ConflictViewSchema),
})

export type ComparePair = z.infer<typeof ComparePairSchema>
export type ConflictView = z.infer<typeof ConflictViewSchema>
export type ConflictList = z.infer<typeof ConflictListSchema>
export type ConflictJudge = z.infer<typeof ConflictJudgeSchema>
export type EvidenceView = z.infer<typeof EvidenceViewSchema>
export type FamilyRow = z.infer<typeof FamilyRowSchema>
export type FamilyList = z.infer<typeof FamilyListSchema>
export type FamilyPage = z.infer<typeof FamilyPageSchema>
