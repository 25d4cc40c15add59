import type { SearchNode } from '../../domain/search/query'
import type { SavedSearch } from '../../sql/casebook/saved-searches'
import { seenArticles } from '../../sql/casebook/saved-searches'
import type { CasebookReader, IndexReader } from '../../sql/handle'
import { hitHashes } from '../../sql/index/search'
import { prepareSearch } from './prepare-search'
import type { CasebookLookup } from './resolve-search'

interface Places {
  index: IndexReader
  casebook: CasebookReader
  lookup: CasebookLookup
}

/** Hashes of everything a kept search finds now. */
export function foundBy({ index, lookup }: Places, { query, spellings }: SavedSearch): string[] {
  const { tree, formsOf } = prepareSearch(index, query, { spellings, casebook: lookup })
  return tree ? hitHashes(index, tree, formsOf) : []
}

/** How many articles a kept search finds, and which of them were not there at the last look; all are new before the first. */
export function newSince(places: Places, search: SavedSearch): { total: number; fresh: string[] } {
  const found = foundBy(places, search)
  const seen = seenArticles(places.casebook, search.id)
  return { total: found.length, fresh: seen ? found.filter((hash) => !seen.has(hash.slice(0, 16))) : found }
}

/** A condition that only the new ones of a kept search meet. */
export function onlyNew(places: Places, search: SavedSearch): SearchNode {
  return { kind: 'articles', hashes: newSince(places, search).fresh }
}
