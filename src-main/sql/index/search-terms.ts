import { statement } from '../connection'
import type { IndexReader } from '../handle'
import { likeText } from './entity'
import { readMeta } from './meta'
import { TERMS_UP_TO } from './term'

/** Whether the list of words has been made; before, words are looked up in the full-text index, which takes fifty times as long. */
const hasList = (handle: IndexReader) => readMeta(handle, TERMS_UP_TO) !== null

/** Words of the index that begin so, in order; at most `limit`. */
export function termsBeginning(handle: IndexReader, beginning: string, limit: number): string[] {
  const sql = `SELECT term FROM ${hasList(handle) ? 'term' : 'temp.article_terms'} WHERE term >= ? AND term < ? LIMIT ?`
  return statement(handle, sql).pluck().all(beginning, `${beginning}\u{10ffff}`, limit) as string[]
}

export const BEGINNING_ANY = `
  SELECT DISTINCT term FROM json_each(?) AS beginning CROSS JOIN term
  WHERE term >= beginning.value AND term < beginning.value || char(1114111) LIMIT ?`

/** Words of the index that begin in one of many ways; none before the list of words has been made. At most `limit`. */
export function termsBeginningAny(handle: IndexReader, beginnings: readonly string[], limit: number): string[] {
  if (!hasList(handle)) return []
  return statement(handle, BEGINNING_ANY).pluck().all(JSON.stringify(beginnings), limit) as string[]
}

/** Those of the words that the index has. */
export function knownTerms(handle: IndexReader, words: readonly string[]): string[] {
  const sql = 'SELECT value FROM json_each(?) WHERE value IN (SELECT term FROM term)'
  return statement(handle, sql).pluck().all(JSON.stringify(words)) as string[]
}

/** A word in more articles than this tells nothing; counting on would only take time. */
const MOST_COUNTED = 5000

/** In how many articles a term stands; `MOST_COUNTED` for that many and more. */
export function countWithTerm(handle: IndexReader, term: string): number {
  const sql = 'SELECT count(*) FROM (SELECT 1 FROM article_fts WHERE article_fts MATCH ? LIMIT ?)'
  return Number(
    statement(handle, sql)
      .pluck()
      .get(`"${term.replaceAll('"', '')}"`, MOST_COUNTED),
  )
}

/** Paths that end so, at most two: enough to tell whether an ending means one file. */
export function pathsEnding(handle: IndexReader, ending: string): string[] {
  const sql = "SELECT path FROM file WHERE article_id IS NOT NULL AND path LIKE ? ESCAPE '\\' ORDER BY path LIMIT 2"
  return statement(handle, sql)
    .pluck()
    .all(`%${likeText(ending)}`) as string[]
}
