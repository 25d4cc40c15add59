import { z } from 'zod'
import { ENTITY_TYPES } from '../domain/extract/types'

/** sha256 of the article's bytes in lower-case hex: the article's identity through moves and renames. */
export const ArticleId = z.string().regex(/^[0-9a-f]{64}$/)

export const RangeSchema = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) })
const SpanSchema = RangeSchema.extend({ text: z.string() })
const ReasonFields = { why: z.string().optional(), confidence: z.number().min(0).max(1).optional() }

export const EntityTypeSchema = z.enum(ENTITY_TYPES)
export const HeaderOriginSchema = z.enum([
  'header',
  'front-matter',
  'meta',
  'json-ld',
  'file-name',
  'properties',
  'file-time',
  'none',
])

const MentionSchema = SpanSchema.extend({ form: z.enum(['name', 'role', 'pronoun']), ...ReasonFields })
export const EntitySchema = z.object({
  id: z.string(),
  type: EntityTypeSchema,
  name: z.string(),
  aliases: z.array(z.string()),
  roles: z.array(z.string()),
  mentions: z.array(MentionSchema),
})
const AttributionSchema = z.object({
  content: z.array(SpanSchema),
  source: z.object({
    entityId: z.string().nullable(),
    text: z.string().nullable(),
    start: z.number().nullable(),
    end: z.number().nullable(),
  }),
  cue: SpanSchema.nullable(),
  kind: z.enum(['direct', 'indirect', 'mixed']),
  ...ReasonFields,
})
const FigureSchema = SpanSchema.extend({
  value: z.number().nullable(),
  valueTo: z.number().nullable().optional(),
  unit: z.string().nullable(),
  what: z.string().nullable(),
  subject: z.string().nullable(),
  period: z.string().nullable(),
  approximator: z.string().nullable().optional(),
  direction: z.enum(['up', 'down']).nullable().optional(),
  base: z.string().nullable().optional(),
  ...ReasonFields,
})
const DateMentionSchema = SpanSchema.extend({ iso: z.string().nullable(), ...ReasonFields })

export const ExtractionSchema = z.object({
  language: z.string().nullable(),
  sentences: z.array(RangeSchema),
  entities: z.array(EntitySchema),
  attributions: z.array(AttributionSchema),
  figures: z.array(FigureSchema),
  dates: z.array(DateMentionSchema),
})

export const HeaderSchema = z.object({
  title: z.string().nullable(),
  date: z.string().nullable(),
  dateOrigin: HeaderOriginSchema,
  dateline: z.object({ place: z.string().nullable(), agency: z.string().nullable() }).nullable(),
  datelineOrigin: HeaderOriginSchema,
  placeSpan: RangeSchema.nullable(),
  agencySpan: RangeSchema.nullable(),
  author: z.string().nullable(),
  bodyStart: z.number().int().min(0),
})

/** `indexed` in full, `partial` with a reason, `skipped` on purpose, `failed` with a reason. */
export const FileStateSchema = z.enum(['indexed', 'partial', 'skipped', 'failed'])

/** One line of the library. */
export const ArticleRowSchema = z.object({
  id: ArticleId,
  /** Path relative to the folder, of the first of the files that carry this text. */
  path: z.string(),
  /** How many further files carry the same bytes. */
  copies: z.number().int().min(0),
  title: z.string().nullable(),
  /** The first words of the story, for rows without a title. */
  lead: z.string(),
  date: z.string().nullable(),
  dateOrigin: HeaderOriginSchema,
  place: z.string().nullable(),
  agency: z.string().nullable(),
  language: z.string().nullable(),
  format: z.string(),
  words: z.number().int().min(0),
  read: z.boolean(),
  starred: z.boolean(),
  analysed: z.boolean(),
  notes: z.number().int().min(0),
})

/** Everything the reader and the inspector show of one article. `extraction` is null while analysis is still coming. */
export const ArticleViewSchema = ArticleRowSchema.extend({
  text: z.string(),
  paths: z.array(z.string()),
  header: HeaderSchema,
  blocks: z.array(RangeSchema),
  state: FileStateSchema,
  reason: z.string().nullable(),
  encoding: z.string().nullable(),
  /** How sure the encoding is, 0 to 1; null where the index does not know. */
  encodingConfidence: z.number().nullable(),
  /** The analyst chose the encoding. */
  encodingChosen: z.boolean(),
  extraction: ExtractionSchema.nullable(),
})

export type ArticleRow = z.infer<typeof ArticleRowSchema>
export type ArticleView = z.infer<typeof ArticleViewSchema>
