import { inTransaction, statement } from '../connection'
import type { IndexReader, IndexWriter } from '../handle'
import { textAt, type BlockPlace } from './block'
import { readMeta, writeMeta } from './meta'

/** Up to which article the list of words goes, after the readers that made the articles. */
export const TERMS_UP_TO = 'termsUpTo'

/** The last article whose words are in the list (0 for none), and the last there is. `reader` is the version of the readers. */
export function termsUpTo(handle: IndexReader, reader: string): { listed: number; newest: number } {
  const newest = Number(statement(handle, 'SELECT coalesce(max(id), 0) FROM article').pluck().get())
  const [readBy, upTo] = (readMeta(handle, TERMS_UP_TO) ?? '').split(' ')
  return { listed: readBy === reader ? Number(upTo) : 0, newest }
}

/** Notes that the list has the words of every article up to `id`. */
export function noteTermsUpTo(handle: IndexWriter, reader: string, id: number): void {
  writeMeta(handle, TERMS_UP_TO, `${reader} ${id}`)
}

const UNLIST = `
  UPDATE meta SET value = substr(value, 1, instr(value, ' ')) || (@id - 1)
  WHERE key = @key AND CAST(substr(value, instr(value, ' ') + 1) AS INTEGER) >= @id
    AND NOT EXISTS (SELECT 1 FROM article WHERE id > @id)`

/** The article in the last row has gone: whichever gets its number next is not in the list. */
export function unlistTermsFrom(handle: IndexWriter, id: number): void {
  statement(handle, UNLIST).run({ key: TERMS_UP_TO, id })
}

/** Takes words into the list. */
export function addTerms(handle: IndexWriter, terms: Iterable<string>): void {
  const insert = statement(handle, 'INSERT OR IGNORE INTO term (term) VALUES (?)')
  inTransaction(handle, () => {
    for (const term of terms) insert.run(term)
  })
}

/** The next words of the full-text index after `term`, in order; it looks at all places of each, so few are asked for at a time. */
export function indexedTermsAfter(handle: IndexReader, term: string, limit: number): string[] {
  const sql = 'SELECT term FROM temp.article_terms WHERE term > ? LIMIT ?'
  return statement(handle, sql).pluck().all(term, limit) as string[]
}

/** Titles and texts of the articles behind row `id`, in order. */
export function textsAfter(handle: IndexReader, id: number, limit: number): { id: number; text: string }[] {
  const sql = `SELECT id, coalesce(title, '') AS title, block_id AS block, block_start AS start, block_length AS length
    FROM article WHERE id > ? ORDER BY id LIMIT ?`
  const rows = statement(handle, sql).all(id, limit) as (BlockPlace & { id: number; title: string })[]
  return rows.map(({ id: row, title, ...place }) => ({ id: row, text: `${title}\n${textAt(handle, place)}` }))
}
