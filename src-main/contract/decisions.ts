import { z } from 'zod'
import { ArticleId, EntityTypeSchema, RangeSchema } from './article'
import { ENCODING_NAMES } from '../domain/article/encoding-choices'
import { AnchorSchema, CasebookId } from './casebook'

const RawName = z.string().min(1).max(1000)
const Name = z.string().trim().min(1).max(500)
/** Of a list of names. */
export const MOST_ENTRIES = 50_000
export const EncodingName = z.enum(ENCODING_NAMES)
const Encoding = z.string().min(2).max(40)
const ArticleRef = z.object({ articleId: ArticleId, path: z.string() })
const Subject = z.union([
  z.object({ at: AnchorSchema }),
  z.object({ names: z.array(RawName).min(1).max(10_000), article: ArticleRef.nullable() }),
])

/** A correction or its taking back as the casebook keeps it (domain/decisions/decision.ts). */
export const DecisionContentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reject'), subject: Subject }),
  z.object({ kind: z.literal('retype'), subject: Subject, type: EntityTypeSchema }),
  z.object({ kind: z.literal('rename'), names: z.array(RawName).min(1), name: Name }),
  z.object({ kind: z.literal('merge'), names: z.tuple([RawName, RawName]), name: Name, type: EntityTypeSchema }),
  z.object({
    kind: z.literal('split'),
    subject: Subject,
    from: RawName.nullable(),
    name: Name,
    type: EntityTypeSchema,
  }),
  z.object({ kind: z.literal('add'), at: AnchorSchema, name: Name, type: EntityTypeSchema }),
  z.object({ kind: z.literal('add-everywhere'), words: Name, name: Name, type: EntityTypeSchema }),
  z.object({
    kind: z.literal('gazetteer'),
    title: Name,
    entries: z
      .array(z.object({ name: Name, type: EntityTypeSchema, aliases: z.array(Name).max(1000) }))
      .max(MOST_ENTRIES),
  }),
  z.object({
    kind: z.literal('speaker'),
    at: AnchorSchema,
    speaker: z.object({ name: Name, raw: RawName.nullable() }).nullable(),
  }),
  z.object({ kind: z.literal('reject-quote'), at: AnchorSchema }),
  z.object({ kind: z.literal('reject-figure'), at: AnchorSchema }),
  z.object({ kind: z.literal('encoding'), article: ArticleRef, encoding: Encoding.nullable() }),
  z.object({ kind: z.literal('revert'), decision: CasebookId }),
])

/** What is pointed at: a mention in an article, or an entity of the whole folder (an id of `entity.list`). */
export const TargetSchema = z.union([
  RangeSchema.extend({ articleId: ArticleId }),
  z.object({ corpusId: z.string().regex(/^entity-\d+$/) }),
])
/** How far a correction reaches. An entity of the whole folder is always corrected everywhere. */
export const ScopeSchema = z.enum(['mention', 'article', 'corpus'])
const Place = RangeSchema.extend({ articleId: ArticleId })

/** A correction as the page asks for it. */
export const DraftSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reject'), target: TargetSchema, scope: ScopeSchema }),
  z.object({ kind: z.literal('retype'), target: TargetSchema, scope: ScopeSchema, type: EntityTypeSchema }),
  z.object({ kind: z.literal('rename'), target: TargetSchema, name: Name }),
  z.object({ kind: z.literal('merge'), target: TargetSchema, with: TargetSchema }),
  z.object({
    kind: z.literal('split'),
    target: TargetSchema,
    scope: ScopeSchema,
    /** For an entity of the whole folder: which of its names (as `entity.names` gives them) are somebody else's. */
    names: z.array(RawName).max(10_000).default([]),
    name: Name,
    type: EntityTypeSchema,
  }),
  z.object({ kind: z.literal('add'), place: Place, name: Name, type: EntityTypeSchema, everywhere: z.boolean() }),
  z.object({
    kind: z.literal('speaker'),
    place: Place,
    speaker: z.union([TargetSchema, z.object({ words: Name })]).nullable(),
  }),
  z.object({ kind: z.literal('reject-quote'), place: Place }),
  z.object({ kind: z.literal('reject-figure'), place: Place }),
  /** Null for the encoding as it is detected. */
  z.object({ kind: z.literal('encoding'), articleId: ArticleId, encoding: EncodingName.nullable() }),
  z.object({ kind: z.literal('revert'), decision: CasebookId }),
])

/** What a correction would change, before it is made. */
export const PreviewSchema = z.object({
  /** The correction in one sentence. */
  description: z.string(),
  mentions: z.number().int(),
  articles: z.number().int(),
  /** The newest of the articles, at most 200. */
  rows: z.array(
    z.object({ articleId: ArticleId, title: z.string(), date: z.string().nullable(), mentions: z.number().int() }),
  ),
  /** Earlier corrections that this one overrules, in words. */
  conflicts: z.array(z.string()),
})

export const DecisionRowSchema = z.object({
  id: CasebookId,
  kind: z.string(),
  description: z.string(),
  madeAt: z.string(),
  /** False once taken back. */
  holds: z.boolean(),
  /** The entry that took it back: taking that one back makes it hold again. */
  takenBackBy: CasebookId.nullable(),
  /** The article it is about, null for all. */
  articleId: ArticleId.nullable(),
  /** Its passage is not in the folder any more, or not as it was; the correction waits until it is. */
  lost: z.boolean(),
  /** What it overrules or is overruled by, in words. */
  conflicts: z.array(z.string()),
})

/** What the workspace learned from corrections. */
export const LearningSchema = z.object({
  on: z.boolean(),
  /** What was learned is used for analysis now. */
  used: z.boolean(),
  /** It would have made hand-checked texts worse and is not used. */
  refused: z.boolean(),
  /** Corrections that hold and teach something, and how many of them the last learning had. */
  corrections: z.number().int(),
  learnedFrom: z.number().int(),
  at: z.string().nullable(),
  /** F1 of names on hand-checked texts, in percent: as shipped, and with what was learned. */
  before: z.number(),
  after: z.number(),
})

export const CorpusNameSchema = z.object({
  raw: RawName,
  name: z.string(),
  type: EntityTypeSchema,
  mentions: z.number().int(),
  /** Why it is taken for the same as the first; null for the first. */
  why: z.string().nullable(),
})

/** Channels about what the analyst corrects. */
export const DECISION_CHANNELS = {
  /** The names that were brought together as one entity of the folder, most used first, with why. */
  'entity.names': { input: z.object({ id: z.string().regex(/^entity-\d+$/) }), output: z.array(CorpusNameSchema) },
  /** The corrections, newest first, those taken back included. */
  'decision.list': { input: z.null(), output: z.array(DecisionRowSchema) },
  /** What a correction would change; nothing is written. */
  'decision.preview': { input: DraftSchema, output: PreviewSchema },
  /** Adds a list of names (CSV, TSV or JSON: name, type, aliases) from a file; lines that cannot be used are named and left out. */
  'gazetteer.add': {
    input: z.object({ file: z.string().min(1).max(8192) }),
    output: z.object({
      id: CasebookId,
      description: z.string(),
      entries: z.number().int(),
      problems: z.array(z.string()),
    }),
  },
  'learning.get': { input: z.null(), output: LearningSchema },
  'learning.set': { input: z.object({ on: z.boolean() }), output: LearningSchema },
  'learning.reset': { input: z.null(), output: LearningSchema },
  'decision.make': {
    input: DraftSchema,
    output: z.object({ id: CasebookId, madeAt: z.string(), description: z.string() }),
  },
} as const

export type Draft = z.input<typeof DraftSchema>
export type Target = z.infer<typeof TargetSchema>
export type Preview = z.infer<typeof PreviewSchema>
export type LearningState = z.infer<typeof LearningSchema>
export type DecisionRow = z.infer<typeof DecisionRowSchema>
