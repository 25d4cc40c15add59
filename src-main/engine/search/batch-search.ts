import type { IndexReader } from '../../sql/handle'
import { searchArticles } from '../../sql/index/search'
import { joinedNotes, prepareSearch, type SearchOptions } from './prepare-search'

/** One line of a table of hits. */
export interface BatchRow {
  query: string
  total: number
  /** Of the newest hit: ISO date, path and title; null where nothing was found. */
  newest: { date: string | null; path: string; title: string | null } | null
  message: string | null
}

/** How often each of many queries is found, in their order, with the newest hit of each. */
export function batchSearch(index: IndexReader, queries: readonly string[], options: SearchOptions): BatchRow[] {
  return queries.map((query) => {
    const { tree, formsOf, message } = prepareSearch(index, query, options)
    if (!tree) return { query, total: 0, newest: null, message: joinedNotes(message) }
    const { total, found } = searchArticles(index, { tree, formsOf, sort: 'date', limit: 1, offset: 0 })
    const facts = found[0]?.facts
    const newest = facts ? { date: facts.date, path: facts.path, title: facts.title ?? (facts.lead || null) } : null
    return { query, total, newest, message }
  })
}
