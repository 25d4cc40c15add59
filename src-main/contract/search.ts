import { z } from 'zod'
import { ArticleId, ArticleRowSchema, EntityTypeSchema, RangeSchema } from './article'

export const LibraryQuerySchema = z.object({
  sort: z.enum(['date', 'title', 'place', 'agency', 'path']),
  descending: z.boolean(),
  unreadOnly: z.boolean().default(false),
  starredOnly: z.boolean().default(false),
  /** ISO dates, both inclusive; null leaves that end open. */
  from: z.string().nullable().default(null),
  to: z.string().nullable().default(null),
  place: z.string().nullable().default(null),
  agency: z.string().nullable().default(null),
  language: z.string().nullable().default(null),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(200),
})

export const HitSchema = ArticleRowSchema.extend({
  score: z.number(),
  /** Words of the article's text around the best match, exactly as they stand there. */
  snippet: z.string(),
  /** Where the matches are in `snippet`. */
  marks: z.array(RangeSchema),
  /** Where the matches are in the article's text. */
  spans: z.array(RangeSchema),
})

export const SearchResultSchema = z.object({
  /** All matching articles, not only those returned. */
  total: z.number().int(),
  milliseconds: z.number(),
  hits: z.array(HitSchema),
  /** How the query was read, or what is wrong with it; shown under the box, never an error. */
  message: z.string().nullable(),
})

export const SearchQuerySchema = z.object({
  query: z.string().max(200_000),
  sort: z.enum(['relevance', 'date']).default('relevance'),
  limit: z.number().int().min(1).max(1000).default(50),
  offset: z.number().int().min(0).default(0),
})

/** An entity over the whole workspace. */
export const EntityRowSchema = z.object({
  id: z.string(),
  type: EntityTypeSchema,
  name: z.string(),
  aliases: z.array(z.string()),
  mentions: z.number().int(),
  articles: z.number().int(),
  /** Articles counted by origin; equals `articles` until wire families are known. */
  origins: z.number().int(),
})

export const EntityQuerySchema = z.object({
  type: EntityTypeSchema.nullable().default(null),
  name: z.string().nullable().default(null),
  limit: z.number().int().min(1).max(10_000).default(200),
})

export const FacetSchema = z.object({ value: z.string(), count: z.number().int() })
export const FacetsSchema = z.object({
  /** Articles per day, ISO dates ascending; undated articles are left out. */
  days: z.array(FacetSchema),
  places: z.array(FacetSchema),
  agencies: z.array(FacetSchema),
  languages: z.array(FacetSchema),
})

export const ArticleIdInput = z.object({ id: ArticleId })

export type LibraryQuery = z.input<typeof LibraryQuerySchema>
export type Hit = z.infer<typeof HitSchema>
export type SearchResult = z.infer<typeof SearchResultSchema>
export type EntityRow = z.infer<typeof EntityRowSchema>
export type Facets = z.infer<typeof FacetsSchema>
