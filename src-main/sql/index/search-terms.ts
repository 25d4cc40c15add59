import { statement } from '../connection'
import type { IndexReader } from '../handle'
import { likeText } from './entity'

/** Words of the index that begin so, in order; at most `limit`. */
export function termsBeginning(handle: IndexReader, beginning: string, limit: number): string[] {
  const sql = 'SELECT term FROM temp.article_terms WHERE term >= ? AND term < ? LIMIT ?'
  return statement(handle, sql).pluck().all(beginning, `${beginning}\u{10ffff}`, limit) as string[]
}

/** Whether the index has this very word. */
export function hasTerm(handle: IndexReader, term: string): boolean {
  return statement(handle, 'SELECT 1 FROM temp.article_terms WHERE term = ?').get(term) !== undefined
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
