import type { IndexReader } from '../../sql/handle'
import { searchFacets, type SearchFacets } from '../../sql/index/search-facets'
import { prepareSearch, type SearchOptions } from './prepare-search'

/** What the hits of a typed search are like; null where nothing can be searched for. */
export function facetsOf(index: IndexReader, typed: string, options: SearchOptions): SearchFacets | null {
  const { tree, formsOf } = prepareSearch(index, typed, options)
  return tree ? searchFacets(index, tree, formsOf) : null
}
