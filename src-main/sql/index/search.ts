import type { FormsOf } from '../../domain/search/matches'
import type { SearchNode } from '../../domain/search/query'
import { statement } from '../connection'
import type { IndexReader } from '../handle'
import { FACT_COLUMNS, factsOf, type FactRow } from './article'
import { FIRST_RUN_END, readMeta } from './meta'
import type { ArticleFacts } from './records'
import { compileSearch, type CompiledSearch } from './search-condition'
import { textAt, type BlockPlace } from './block'

export interface SearchRequest {
  tree: SearchNode
  /** Other phrases that count as one. */
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

/** Where the hits come from: the words decide first, then each hit's facts are looked up by its row. */
export const source = (search: CompiledSearch) =>
  search.match === null ? 'article' : 'article_fts CROSS JOIN article ON article.id = article_fts.rowid'

/** What a hit has to meet; its parameters are `parametersOf` the same search. */
export const conditions = (search: CompiledSearch) =>
  [
    ...(search.match === null ? [] : ['article_fts MATCH ?']),
    ...search.filters.map((filter) => `(${filter.sql})`),
  ].join(' AND ')

/** Finds articles: how many there are in all, and one page of them with their texts. */
export function searchArticles(handle: IndexReader, request: SearchRequest): SearchPage {
  const search = compileSearch(handle, request.tree, request.formsOf)
  const parameters = parametersOf(search)
  const total = countHits(handle, search)
  if (total === 0) return { total, ranked: 0, found: [] }
  const window = rankWindow(handle, search, total, request)
  const page = window
    ? rankedWindow(handle, search, window, request)
    : statement(handle, pageStatement(search, request.sort)).all(...parameters, request.limit, request.offset)
  return { total, ranked: window ? MOST_RANKED : total, found: lookUp(handle, page as RankedRow[]) }
}

function countHits(handle: IndexReader, search: CompiledSearch): number {
  return Number(
    statement(handle, countStatement(search))
      .pluck()
      .get(...parametersOf(search)),
  )
}

export interface SearchPage {
  total: number
  /** How many of them the order was found among: fewer than all for very common words. */
  ranked: number
  found: FoundArticle[]
}

interface RankedRow {
  id: number
  score: number
}

/** The parameters of `conditions`, in order. */
export const parametersOf = (search: CompiledSearch) => [
  ...(search.match === null ? [] : [search.match]),
  ...search.filters.flatMap((filter) => filter.parameters),
]

/** Ranking costs about a microsecond for each hit; more hits than this are not told apart by how often a word stands in them. */
const MOST_RANKED = 4000
/** Pages behind this one are ranked in full, whatever it costs: somebody looks for everything. */
const LAST_QUICK_HIT = 1000

/**
 * For words that stand in very many articles: the rows to rank, those read first (the newest files of the first run) up to
 * `upTo`, and all that came later.
 */
function rankWindow(
  handle: IndexReader,
  search: CompiledSearch,
  total: number,
  { sort, offset, limit }: SearchRequest,
): { upTo: number; after: number } | null {
  if (search.match === null || search.filters.length > 0 || sort !== 'relevance') return null
  if (total <= 1.5 * MOST_RANKED || offset + limit > LAST_QUICK_HIT) return null
  const newest = Number(statement(handle, 'SELECT max(id) FROM article').pluck().get())
  const firstRun = Number(readMeta(handle, FIRST_RUN_END) ?? newest)
  // A first run that was small beside what came later tells nothing of what is new.
  const after = newest > 1.5 * firstRun ? newest : firstRun
  return { upTo: Math.ceil((after * MOST_RANKED) / total), after }
}

/** Not `ORDER BY rank`: FTS5 would rank every hit first and look at the rows wanted only then. */
export const RANK_WINDOW = `
  SELECT rowid AS id, -bm25(article_fts, 4.0, 1.0) AS score FROM article_fts
  WHERE article_fts MATCH ? AND rowid > ? AND rowid <= ? ORDER BY score DESC LIMIT ?`

function rankedWindow(
  handle: IndexReader,
  search: CompiledSearch,
  { upTo, after }: { upTo: number; after: number },
  { offset, limit }: SearchRequest,
): RankedRow[] {
  const ranked = (from: number, to: number) =>
    statement(handle, RANK_WINDOW).all(search.match, from, to, offset + limit) as RankedRow[]
  const rows = [...ranked(0, upTo), ...ranked(after, Number.MAX_SAFE_INTEGER)]
  return rows.sort((a, b) => b.score - a.score).slice(offset, offset + limit)
}

function lookUp(handle: IndexReader, page: readonly RankedRow[]): FoundArticle[] {
  const facts = statement(
    handle,
    `SELECT ${FACT_COLUMNS}, block_id AS block, block_start AS start, block_length AS length FROM article WHERE id = ?`,
  )
  return page.flatMap(({ id, score }) => {
    const row = facts.get(id) as (FactRow & BlockPlace) | undefined
    if (!row) return []
    const { block, start, length, ...rest } = row
    return [{ facts: factsOf(rest), text: textAt(handle, { block, start, length }), score }]
  })
}

/** A text to look into, with what is needed to find its analysis. */
export interface Candidate {
  hash: string
  text(): string
}

/** The newest articles of a search (of all where there is none), at most `limit`, in no order; `total` is how many there are. */
export function candidates(
  handle: IndexReader,
  tree: SearchNode | null,
  { formsOf, limit }: { formsOf: FormsOf; limit: number },
): { total: number; found: Candidate[] } {
  const search = tree
    ? compileSearch(handle, tree, formsOf)
    : { match: null, filters: [{ sql: 'TRUE', parameters: [] }] }
  const parameters = parametersOf(search)
  const columns = 'lower(hex(article.hash)) AS hash, block_id AS block, block_start AS start, block_length AS length'
  const sql = `SELECT ${columns} FROM ${source(search)} WHERE ${conditions(search)} ORDER BY article.date DESC, article.id LIMIT ?`
  const rows = statement(handle, sql).all(...parameters, limit) as (BlockPlace & { hash: string })[]
  const total = rows.length < limit ? rows.length : countHits(handle, search)
  // In the order of the blocks they lie in, each is unpacked once.
  rows.sort((x, y) => x.block - y.block || x.start - y.start)
  return { total, found: rows.map(({ hash, ...place }) => ({ hash, text: () => textAt(handle, place) })) }
}

/** Hashes of all hits, in no order. */
export function hitHashes(handle: IndexReader, tree: SearchNode, formsOf: FormsOf): string[] {
  const search = compileSearch(handle, tree, formsOf)
  const sql = `SELECT lower(hex(article.hash)) FROM ${source(search)} WHERE ${conditions(search)}`
  return statement(handle, sql)
    .pluck()
    .all(...parametersOf(search)) as string[]
}
