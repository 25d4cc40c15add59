import { statement } from '../connection'
import type { IndexReader, IndexWriter } from '../handle'

/** The last row of the first run: up to here articles lie newest file first, behind it as they came. */
export const FIRST_RUN_END = 'firstRunEnd'

/** A fact about the index itself, null where it was never written. */
export function readMeta(handle: IndexReader, key: string): string | null {
  const value = statement(handle, 'SELECT value FROM meta WHERE key = ?').pluck().get(key)
  return typeof value === 'string' ? value : null
}

export function writeMeta(handle: IndexWriter, key: string, value: string): void {
  statement(handle, 'INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value)
}

/** Remembers, once, where the first run ended. */
export function noteFirstRun(handle: IndexWriter): void {
  const note = 'INSERT OR IGNORE INTO meta (key, value) SELECT ?, max(id) FROM article HAVING max(id) IS NOT NULL'
  statement(handle, note).run(FIRST_RUN_END)
}
