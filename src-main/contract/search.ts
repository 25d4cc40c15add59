import { z } from 'zod'
import { LINE_ORDERS } from '../domain/search/concordance'
import { ArticleId, ArticleRowSchema, EntityTypeSchema, RangeSchema } from './article'
import { CasebookId } from './casebook'

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

const Query = z.string().max(200_000)
/** Whether names are found in other spellings and scripts. */
const Spellings = z.boolean().default(true)

export const SearchQuerySchema = z.object({
  query: Query,
  spellings: Spellings,
  /** Only what a kept search found since the last look at it. */
  newOf: CasebookId.nullable().default(null),
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

export const SearchFacetsQuerySchema = z.object({ query: Query, spellings: Spellings })
export const SearchFacetsSchema = z.object({
  total: z.number().int(),
  facts: z.object({
    /** ISO dates ascending; the others by count. */
    day: z.array(FacetSchema),
    place: z.array(FacetSchema),
    agency: z.array(FacetSchema),
    language: z.array(FacetSchema),
    format: z.array(FacetSchema),
  }),
  entities: z.array(z.object({ name: z.string(), type: EntityTypeSchema, count: z.number().int() })),
  /** In how many of the hits the entities were counted. */
  sampled: z.number().int(),
})

export const ConcordanceQuerySchema = z.object({
  query: Query,
  spellings: Spellings,
  order: z.enum(LINE_ORDERS).default('text'),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(5000).default(200),
})
const KeywordLineSchema = RangeSchema.extend({
  left: z.string(),
  keyword: z.string(),
  right: z.string(),
  article: ArticleRowSchema.pick({ id: true, path: true, title: true, date: true, agency: true, language: true }),
})
export const ConcordanceSchema = z.object({
  /** Articles found, and those of them whose lines are here. */
  articles: z.number().int(),
  read: z.number().int(),
  /** Lines in all. */
  total: z.number().int(),
  lines: z.array(KeywordLineSchema),
  /** The words that stand directly before and after, most frequent first. */
  left: z.array(FacetSchema),
  right: z.array(FacetSchema),
  message: z.string().nullable(),
})

/** Queries of a table, one a line. */
const Queries = z.array(Query).min(1).max(2000)
export const BatchQuerySchema = z.object({ queries: Queries, spellings: Spellings })
export const BatchRowSchema = z.object({
  query: z.string(),
  total: z.number().int(),
  newest: z.object({ date: z.string().nullable(), path: z.string(), title: z.string().nullable() }).nullable(),
  message: z.string().nullable(),
})

export const SearchExportSchema = z.object({
  what: z.enum(['hits', 'lines', 'batch']),
  queries: Queries,
  spellings: Spellings,
  format: z.enum(['csv', 'json']),
  out: z.string().min(1).max(8192),
})

export const SavedSearchSchema = z.object({
  id: CasebookId,
  name: z.string(),
  query: z.string(),
  spellings: z.boolean(),
  madeAt: z.string(),
  lookedAt: z.string().nullable(),
  total: z.number().int(),
  /** Found now, and not at the last look. */
  fresh: z.number().int(),
})
export const SearchSaveSchema = z.object({
  /** Null makes a new one. */
  id: CasebookId.nullable(),
  name: z.string().trim().min(1).max(200),
  query: z.string().trim().min(1).max(10_000),
  spellings: Spellings,
})
export const PastSearchSchema = z.object({ query: z.string(), searchedAt: z.string() })

export const ArticleIdInput = z.object({ id: ArticleId })

export type LibraryQuery = z.input<typeof LibraryQuerySchema>
export type Hit = z.infer<typeof HitSchema>
export type SearchResult = z.infer<typeof SearchResultSchema>
export type EntityRow = z.infer<typeof EntityRowSchema>
export type Facets = z.infer<typeof FacetsSchema>
export type SearchFacets = z.infer<typeof SearchFacetsSchema>
export type Concordance = z.infer<typeof ConcordanceSchema>
export type BatchRow = z.infer<typeof BatchRowSchema>
export type SavedSearch = z.infer<typeof SavedSearchSchema>
export type PastSearch = z.infer<typeof PastSearchSchema>
