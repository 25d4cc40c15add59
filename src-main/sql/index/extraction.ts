import type { ArticleHeader } from '../../domain/extract/types'
import { inTransaction, statement } from '../connection'
import type { IndexReader, IndexWriter } from '../handle'
import { HEADER_COLUMNS, headerOf, type HeaderRow } from './article-header'
import { clearEntities, countEntities, forgetEntities } from './entity'
import { packNumbers } from './number-list'
import type { EntityCount } from './records'
import { BatchBlocks, bytesAt, releaseBlock, textAt, type BlockPlace } from './block'

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
  /** Where its packed extraction lies in the unpacked block of the batch; null when analysis failed. */
  place: { start: number; length: number } | null
  failure: string | null
  language: string | null
  entities: EntityCount[]
}

export interface AnalysedBatch {
  articles: AnalysedArticle[]
  /** As `packBlock` packs it. */
  block: Uint8Array
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

const SET_LANGUAGE = 'UPDATE article SET language = ? WHERE id = ? AND language IS NOT ?'

const PUT_EXTRACTION = `
  INSERT INTO extraction (article_id, version, block_id, block_start, block_length, failure, entities) VALUES (?, ?, ?, ?, ?, ?, ?)`

/** Stores analyses and counts their entities: all of the batch or nothing. Returns the hashes stored. */
export function storeAnalyses(handle: IndexWriter, version: number, batch: AnalysedBatch): string[] {
  return inTransaction(handle, () => {
    const blocks = new BatchBlocks(handle, [batch.block])
    const stored: string[] = []
    for (const { hash, place, failure, language, entities } of batch.articles) {
      const article = statement(handle, 'SELECT id FROM article WHERE hash = ?').pluck().get(Buffer.from(hash, 'hex'))
      if (typeof article !== 'number') continue
      forgetExtraction(handle, article)
      const block = place && blocks.take(0)
      const counted = packNumbers(countEntities(handle, article, entities))
      statement(handle, PUT_EXTRACTION).run(
        article,
        version,
        block,
        place?.start ?? null,
        place?.length ?? null,
        failure,
        counted,
      )
      if (language) statement(handle, SET_LANGUAGE).run(language, article, language)
      stored.push(hash)
    }
    blocks.count()
    return stored
  })
}

/** Counts the entities of an analysed article anew: they are not what analysis found, or not any more. */
export function recountEntities(handle: IndexWriter, hash: string, entities: readonly EntityCount[]): void {
  inTransaction(handle, () => {
    const sql = 'SELECT article_id FROM extraction JOIN article ON article.id = article_id WHERE hash = ?'
    const article = statement(handle, sql).pluck().get(Buffer.from(hash, 'hex'))
    if (typeof article !== 'number') return
    forgetEntities(handle, article)
    const counted = packNumbers(countEntities(handle, article, entities))
    statement(handle, 'UPDATE extraction SET entities = ? WHERE article_id = ?').run(counted, article)
  })
}

/** Removes the analysis of one article with its counts. Runs inside the caller's transaction. */
export function forgetExtraction(handle: IndexWriter, article: number): void {
  forgetEntities(handle, article)
  releaseBlock(
    handle,
    statement(handle, 'DELETE FROM extraction WHERE article_id = ? RETURNING block_id').pluck().get(article),
  )
}

const EXTRACTION_PLACE =
  'extraction.block_id AS block, extraction.block_start AS start, extraction.block_length AS length'

/** The packed analysis of an article; null while it is still coming or when it failed. */
export function packedExtraction(handle: IndexReader, hash: string): Uint8Array | null {
  const sql = `SELECT ${EXTRACTION_PLACE} FROM extraction JOIN article ON article.id = article_id
    WHERE hash = ? AND extraction.block_id IS NOT NULL`
  const place = statement(handle, sql).get(Buffer.from(hash, 'hex')) as BlockPlace | undefined
  return place ? bytesAt(handle, place) : null
}

/** Hashes of all articles of the folder with an analysis, newest first; texts kept for what cites them, whose file changed or went, are none of its articles any more. */
export function analysedArticles(handle: IndexReader): string[] {
  const sql = `SELECT lower(hex(hash)) FROM article JOIN extraction ON article_id = article.id
    WHERE extraction.block_id IS NOT NULL AND EXISTS (SELECT 1 FROM file WHERE file.article_id = article.id)
    ORDER BY date DESC, article.id`
  return statement(handle, sql).pluck().all() as string[]
}

/** Forgets every analysis, so that all articles are analysed anew. */
export function clearAnalyses(handle: IndexWriter): void {
  inTransaction(handle, () => {
    clearEntities(handle)
    const articles = statement(handle, 'SELECT article_id FROM extraction').pluck().all()
    for (const article of articles) forgetExtraction(handle, Number(article))
  })
}

/** How many articles analysis of this version has seen. */
export function countAnalysed(handle: IndexReader, version: number): number {
  return Number(statement(handle, 'SELECT count(*) FROM extraction WHERE version = ?').pluck().get(version))
}
