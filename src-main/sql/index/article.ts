import type { ArticleHeader } from '../../domain/extract/types'
import { statement } from '../connection'
import type { IndexReader } from '../handle'
import { HEADER_COLUMNS, headerOf, type HeaderRow } from './article-header'
import type { ArticleFacts, FileState } from './records'
import { textAt, type BlockPlace } from './block'

/** The columns of `ArticleFacts`, for a query over `article`. */
export const FACT_COLUMNS = `
  lower(hex(article.hash)) AS id,
  coalesce((SELECT min(path) FROM file WHERE article_id = article.id), '') AS path,
  max((SELECT count(*) FROM file WHERE article_id = article.id) - 1, 0) AS copies,
  article.title, article.lead, article.date, article.date_origin AS dateOrigin, article.place, article.agency, article.language,
  article.format, article.words,
  EXISTS (SELECT 1 FROM extraction WHERE article_id = article.id) AS analysed`

/** A row of `FACT_COLUMNS` as it comes from SQLite. */
export type FactRow = Omit<ArticleFacts, 'analysed'> & { analysed: number }

export function factsOf(row: FactRow): ArticleFacts {
  return { ...row, analysed: row.analysed === 1 }
}

/** Facts of the given articles, in the order asked for; those not there are left out. */
export function articleFacts(handle: IndexReader, hashes: readonly string[]): ArticleFacts[] {
  const select = statement(handle, `SELECT ${FACT_COLUMNS} FROM article WHERE hash = ?`)
  return hashes.flatMap((hash) => {
    const row = select.get(Buffer.from(hash, 'hex')) as FactRow | undefined
    return row ? [factsOf(row)] : []
  })
}

/** Everything stored of one article but its analysis. */
export interface StoredArticle {
  facts: ArticleFacts
  text: string
  header: ArticleHeader
  paths: string[]
  encoding: string | null
  /** 0 to 1; null where it was read before this was kept. */
  encodingConfidence: number | null
  /** The one the analyst chose, null where none was. */
  encodingChosen: string | null
  state: FileState
  reason: string | null
}

export function readArticle(handle: IndexReader, hash: string): StoredArticle | null {
  const sql = `SELECT ${FACT_COLUMNS}, ${HEADER_COLUMNS}, encoding, encoding_confidence AS encodingConfidence,
    encoding_chosen AS encodingChosen, block_id AS block, block_start AS start, block_length AS length
    FROM article WHERE hash = ?`
  type Row = FactRow &
    HeaderRow &
    BlockPlace &
    Pick<StoredArticle, 'encoding' | 'encodingConfidence' | 'encodingChosen'>
  const row = statement(handle, sql).get(Buffer.from(hash, 'hex')) as Row | undefined
  if (!row) return null
  const files = articleFiles(handle, hash)
  const {
    author: _author,
    marks: _marks,
    datelineOrigin: _origin,
    encoding,
    encodingConfidence,
    encodingChosen,
    block: _block,
    start: _start,
    length: _length,
    ...facts
  } = row
  return {
    facts: factsOf(facts),
    text: textAt(handle, row),
    header: headerOf(row),
    paths: files.map((file) => file.path),
    encoding,
    encodingConfidence,
    encodingChosen,
    state: files[0]?.state ?? 'indexed',
    reason: files[0]?.reason ?? null,
  }
}

function articleFiles(handle: IndexReader, hash: string): { path: string; state: FileState; reason: string | null }[] {
  const sql =
    'SELECT path, state, reason FROM file WHERE article_id = (SELECT id FROM article WHERE hash = ?) ORDER BY path'
  return statement(handle, sql).all(Buffer.from(hash, 'hex')) as {
    path: string
    state: FileState
    reason: string | null
  }[]
}

/** Where the files of an article stand now; empty when its last file is gone. */
export function pathsOf(handle: IndexReader, hash: string): string[] {
  return articleFiles(handle, hash).map(({ path }) => path)
}

/** The text of an article; null when it is not in the index. */
export function articleText(handle: IndexReader, hash: string): string | null {
  const sql = 'SELECT block_id AS block, block_start AS start, block_length AS length FROM article WHERE hash = ?'
  const place = statement(handle, sql).get(Buffer.from(hash, 'hex')) as BlockPlace | undefined
  return place ? textAt(handle, place) : null
}

/** The hash of the article at a path; null when there is none. */
export function articleAtPath(handle: IndexReader, path: string): string | null {
  const sql = 'SELECT lower(hex(hash)) FROM file JOIN article ON article.id = article_id WHERE path = ?'
  const hash = statement(handle, sql).pluck().get(path)
  return typeof hash === 'string' ? hash : null
}

/** Every path of the folder with its article's hash, in path order. */
export function articlePaths(handle: IndexReader): { path: string; hash: string }[] {
  const sql = 'SELECT path, lower(hex(hash)) AS hash FROM file JOIN article ON article.id = article_id ORDER BY path'
  return statement(handle, sql).all() as { path: string; hash: string }[]
}

export function countArticles(handle: IndexReader): number {
  return Number(statement(handle, 'SELECT count(*) FROM article').pluck().get())
}

export function hasArticle(handle: IndexReader, hash: string): boolean {
  return statement(handle, 'SELECT 1 FROM article WHERE hash = ?').get(Buffer.from(hash, 'hex')) !== undefined
}

/** Files (of members: the container) whose article was not read in the encoding that is chosen for it now. */
export function filesReadOtherwise(handle: IndexReader, chosen: ReadonlyMap<string, string>): Set<string> {
  const sql =
    'SELECT lower(hex(hash)) AS hash, encoding_chosen AS encoding FROM article WHERE encoding_chosen IS NOT NULL'
  const stored = statement(handle, sql).all() as { hash: string; encoding: string }[]
  const was = new Map(stored.map(({ hash, encoding }) => [hash, encoding]))
  const files = statement(
    handle,
    'SELECT coalesce(container, path) FROM file WHERE article_id = (SELECT id FROM article WHERE hash = ?)',
  ).pluck()
  const otherwise = [...new Set([...was.keys(), ...chosen.keys()])].filter((hash) => was.get(hash) !== chosen.get(hash))
  return new Set(otherwise.flatMap((hash) => files.all(Buffer.from(hash, 'hex')) as string[]))
}
