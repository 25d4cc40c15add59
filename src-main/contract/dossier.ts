import { z } from 'zod'
import { ArticleId, EntityTypeSchema, RangeSchema } from './article'

const SpanSchema = RangeSchema.extend({ text: z.string() })
const Count = z.number().int().min(0)
/** In which article a passage stands; the id is null where the file went meanwhile. */
const PlaceSchema = z.object({
  path: z.string(),
  date: z.string().nullable(),
  articleId: ArticleId.nullable(),
  agency: z.string().nullable(),
})

const QuoteSchema = PlaceSchema.extend({
  content: z.array(SpanSchema),
  kind: z.enum(['direct', 'indirect', 'mixed']),
  speaker: z.string().nullable(),
  carriedBy: z.array(z.string()),
})

export const DossierQuerySchema = z.object({
  name: z.string().min(1).max(1000),
  type: EntityTypeSchema.nullable().default(null),
})

export const DossierViewSchema = z.object({
  name: z.string(),
  type: EntityTypeSchema,
  aliases: z.array(z.string()),
  roles: z.array(
    z.object({ role: z.string(), articles: Count, first: z.string().nullable(), last: z.string().nullable() }),
  ),
  mentions: Count,
  articles: Count,
  origins: Count.nullable(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  contexts: z.array(
    PlaceSchema.extend({
      ...SpanSchema.shape,
      form: z.enum(['name', 'role', 'pronoun']),
      before: z.string(),
      after: z.string(),
    }),
  ),
  quotesBy: z.array(QuoteSchema),
  quotesAbout: z.array(QuoteSchema),
  figures: z.array(
    PlaceSchema.extend({
      ...SpanSchema.shape,
      value: z.number().nullable(),
      unit: z.string().nullable(),
      what: z.string().nullable(),
      subject: z.string().nullable(),
      period: z.string().nullable(),
      sentence: SpanSchema,
      carriedBy: z.array(z.string()),
    }),
  ),
  together: z.array(
    z.object({
      name: z.string(),
      type: EntityTypeSchema,
      sentences: Count,
      articles: Count,
      origins: Count.nullable(),
      evidence: z.array(PlaceSchema.extend(SpanSchema.shape)),
    }),
  ),
})

export const DossierExportSchema = DossierQuerySchema.extend({
  format: z.enum(['md', 'json']),
  out: z.string().min(1).max(8192),
})

export type DossierView = z.infer<typeof DossierViewSchema>
