import type { HeaderOrigin, ArticleHeader } from '../../domain/extract/types'
import { inTransaction, statement } from '../connection'
import type { IndexReader, IndexWriter } from '../handle'
import { HEADER_COLUMNS, headerOf, type HeaderRow } from './article-header'
import { clearEntities, countEntities, forgetEntities } from './entity'
import type { EntityCount } from './records'
import { textAt } from './text'

/** An article that waits for analysis. */
export interface Unanalysed {
  hash: string
  text: string
  header: ArticleHeader
  language: string | null
}

/** What analysis found in one article, or why it could not. */
export interface AnalysedArticle {
  hash: string
  /** Packed by the engine; null when analysis failed. */
  data: Uint8Array | null
  failure: string | null
  language: string | null
  entities: EntityCount[]
}

/** Newest first; undated ones last. The index on the date gives the order, so the list need not be sorted. */
export const WAITING = `
  SELECT lower(hex(hash)) FROM article
  WHERE NOT EXISTS (SELECT 1 FROM extraction WHERE extraction.article_id = article.id AND extraction.version = ?)
  ORDER BY date DESC`

/** Hashes of the articles that analysis of this version has not seen, newest first. */
export function waitingArticles(handle: IndexReader, version: number): string[] {
  return statement(handle, WAITING).pluck().all(version) as string[]
}

/** The texts of waiting articles; those that went meanwhile are left out. */
export function readUnanalysed(handle: IndexReader, hashes: readonly string[]): Unanalysed[] {
  const select = statement(
    handle,
    `SELECT ${HEADER_COLUMNS}, language,
       block_id AS block, block_start AS start, block_length AS length FROM article WHERE hash = ?`,
  )
  return hashes.flatMap((hash) => {
    const row = select.get(Buffer.from(hash, 'hex')) as (HeaderRow & PlaceRow) | undefined
    return row ? [{ hash, text: textAt(handle, row), header: headerOf(row), language: row.language }] : []
  })
}

interface PlaceRow {
  language: string | null
  block: number
  start: number
  length: number
}

/** Stores analyses and counts their entities: all of the batch or nothing. Returns the hashes stored. */
export function storeAnalyses(handle: IndexWriter, version: number, batch: readonly AnalysedArticle[]): string[] {
  return inTransaction(handle, () =>
    batch.flatMap((analysis) => {
      const article = statement(handle, 'SELECT id FROM article WHERE hash = ?')
        .pluck()
        .get(Buffer.from(analysis.hash, 'hex'))
      if (typeof article !== 'number') return []
      forgetEntities(handle, article)
      const put = 'INSERT OR REPLACE INTO extraction (article_id, version, data, failure) VALUES (?, ?, ?, ?)'
      statement(handle, put).run(article, version, analysis.data, analysis.failure)
      if (analysis.language)
        statement(handle, 'UPDATE article SET language = ? WHERE id = ?').run(analysis.language, article)
      countEntities(handle, article, analysis.entities)
      return [analysis.hash]
    }),
  )
}

/** The packed analysis of an article; null while it is still coming or when it failed. */
export function packedExtraction(handle: IndexReader, hash: string): Uint8Array | null {
  const sql = 'SELECT data FROM extraction JOIN article ON article.id = article_id WHERE hash = ?'
  const data = statement(handle, sql).pluck().get(Buffer.from(hash, 'hex'))
  return data instanceof Uint8Array ? data : null
}

/** Every analysed article with its packed analysis, newest first; one at a time, so that a large folder is never held whole. */
export function* eachExtraction(
  handle: IndexReader,
): Generator<{ hash: string; data: Uint8Array; date: string | null; origin: HeaderOrigin }> {
  const list = `SELECT lower(hex(hash)) AS hash, data, date, date_origin AS origin
    FROM article JOIN extraction ON article_id = article.id WHERE data IS NOT NULL ORDER BY date DESC, article.id`
  for (const row of statement(handle, list).iterate()) {
    yield row as { hash: string; data: Uint8Array; date: string | null; origin: HeaderOrigin }
  }
}

/** Forgets every analysis, so that all articles are analysed anew. */
export function clearAnalyses(handle: IndexWriter): void {
  inTransaction(handle, () => {
    clearEntities(handle)
    statement(handle, 'DELETE FROM extraction').run()
  })
}

/** How many articles analysis of this version has seen. */
export function countAnalysed(handle: IndexReader, version: number): number {
  return Number(statement(handle, 'SELECT count(*) FROM extraction WHERE version = ?').pluck().get(version))
}
