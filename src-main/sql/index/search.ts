import type { SearchNode } from '../../domain/search/query'
import { statement } from '../connection'
import type { IndexReader } from '../handle'
import { FACT_COLUMNS, factsOf, type FactRow } from './article'
import type { ArticleFacts } from './records'
import { compileSearch, type CompiledSearch, type FormsOf } from './search-condition'
import { textAt, type BlockPlace } from './block'

export interface SearchRequest {
  tree: SearchNode
  /** Other forms that count as a phrase's single word. */
  formsOf: FormsOf
  sort: 'relevance' | 'date'
  limit: number
  offset: number
}

export interface FoundArticle {
  facts: ArticleFacts
  text: string
  /** Higher is better; 0 where nothing was ranked. */
  score: number
}

/** The statement that counts the hits of a search. */
export function countStatement(search: CompiledSearch): string {
  if (search.match !== null && search.filters.length === 0)
    return 'SELECT count(*) FROM article_fts WHERE article_fts MATCH ?'
  return `SELECT count(*) FROM ${source(search)} WHERE ${conditions(search)}`
}

/** The statement that gives one page of hits: row and score. */
export function pageStatement(search: CompiledSearch, sort: 'relevance' | 'date'): string {
  if (search.match !== null && sort === 'relevance') {
    return search.filters.length === 0
      ? 'SELECT rowid AS id, -rank AS score FROM article_fts WHERE article_fts MATCH ? ORDER BY rank LIMIT ? OFFSET ?'
      : `SELECT article.id, -article_fts.rank AS score FROM ${source(search)} WHERE ${conditions(search)} ORDER BY article_fts.rank LIMIT ? OFFSET ?`
  }
  return `SELECT article.id, 0 AS score FROM ${source(search)} WHERE ${conditions(search)}
    ORDER BY article.date DESC, article.id LIMIT ? OFFSET ?`
}

/** The words decide first, then each hit's facts are looked up by its row. */
const source = (search: CompiledSearch) =>
  search.match === null ? 'article' : 'article_fts CROSS JOIN article ON article.id = article_fts.rowid'

const conditions = (search: CompiledSearch) =>
  [
    ...(search.match === null ? [] : ['article_fts MATCH ?']),
    ...search.filters.map((filter) => `(${filter.sql})`),
  ].join(' AND ')

/** Finds articles: how many there are in all, and one page of them with their texts. */
export function searchArticles(handle: IndexReader, request: SearchRequest): { total: number; found: FoundArticle[] } {
  const search = compileSearch(request.tree, request.formsOf)
  const parameters = [
    ...(search.match === null ? [] : [search.match]),
    ...search.filters.flatMap((filter) => filter.parameters),
  ]
  const total = Number(
    statement(handle, countStatement(search))
      .pluck()
      .get(...parameters),
  )
  if (total === 0) return { total, found: [] }
  const page = statement(handle, pageStatement(search, request.sort)).all(...parameters, request.limit, request.offset)
  const facts = statement(
    handle,
    `SELECT ${FACT_COLUMNS}, block_id AS block, block_start AS start, block_length AS length FROM article WHERE id = ?`,
  )
  const found = (page as { id: number; score: number }[]).flatMap(({ id, score }) => {
    const row = facts.get(id) as (FactRow & BlockPlace) | undefined
    if (!row) return []
    const { block, start, length, ...rest } = row
    return [{ facts: factsOf(rest), text: textAt(handle, { block, start, length }), score }]
  })
  return { total, found }
}

/** Words of the index that begin so, in order; at most `limit`. */
export function termsBeginning(handle: IndexReader, beginning: string, limit: number): string[] {
  const sql = 'SELECT term FROM temp.article_terms WHERE term >= ? AND term < ? LIMIT ?'
  return statement(handle, sql).pluck().all(beginning, `${beginning}\u{10ffff}`, limit) as string[]
}
