import { statement } from '../connection'
import type { IndexReader } from '../handle'
import { matchText } from './match'

/** Hashes of the articles in which these search words stand beside each other, newest first; in any case and with any marks. */
export function articlesWithPhrase(handle: IndexReader, terms: readonly string[]): string[] {
  if (terms.length === 0) return []
  const phrase = { kind: 'phrase' as const, terms: [...terms], prefix: false, exact: true, edits: 0, title: false }
  const sql = `SELECT lower(hex(hash)) FROM article_fts CROSS JOIN article ON article.id = article_fts.rowid
    WHERE article_fts MATCH ? ORDER BY article.date DESC, article.id`
  return statement(handle, sql)
    .pluck()
    .all(matchText(phrase, () => [])) as string[]
}
