import { z } from 'zod'
import { CasebookId } from './casebook'
import {
  BatchQuerySchema,
  BatchRowSchema,
  ConcordanceQuerySchema,
  ConcordanceSchema,
  PastSearchSchema,
  SavedSearchSchema,
  SearchExportSchema,
  SearchFacetsQuerySchema,
  SearchFacetsSchema,
  SearchQuerySchema,
  SearchResultSchema,
  SearchSaveSchema,
} from './search'

const nothing = z.null()
const Which = z.object({ id: CasebookId })

/** Channels of the search, its views and the searches that are kept. */
export const SEARCH_CHANNELS = {
  'search.run': { input: SearchQuerySchema, output: SearchResultSchema },
  /** What the hits are like; null where nothing can be searched for. */
  'search.facets': { input: SearchFacetsQuerySchema, output: SearchFacetsSchema.nullable() },
  /** Every place found with the words around it. */
  'search.concordance': { input: ConcordanceQuerySchema, output: ConcordanceSchema },
  'search.batch': { input: BatchQuerySchema, output: z.array(BatchRowSchema) },
  /** Writes hits, lines or a table of many queries into a file outside of the folder. */
  'search.export': { input: SearchExportSchema, output: z.object({ out: z.string(), rows: z.number().int() }) },
  'search.saved': { input: nothing, output: z.array(SavedSearchSchema) },
  'search.save': { input: SearchSaveSchema, output: SavedSearchSchema },
  'search.remove': { input: Which, output: nothing },
  'search.restore': { input: Which, output: nothing },
  /** Everything a kept search finds now counts as seen. */
  'search.looked': { input: Which, output: nothing },
  'search.history': { input: nothing, output: z.array(PastSearchSchema) },
  'search.remember': { input: z.object({ query: z.string().trim().min(1).max(10_000) }), output: nothing },
  'search.forget': { input: nothing, output: nothing },
} as const
