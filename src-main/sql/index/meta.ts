import { statement } from '../connection'
import type { IndexReader, IndexWriter } from '../handle'

/** A fact about the index itself, null where it was never written. */
export function readMeta(handle: IndexReader, key: string): string | null {
  const value = statement(handle, 'SELECT value FROM meta WHERE key = ?').pluck().get(key)
  return typeof value === 'string' ? value : null
}

export function writeMeta(handle: IndexWriter, key: string, value: string): void {
  statement(handle, 'INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value)
}
