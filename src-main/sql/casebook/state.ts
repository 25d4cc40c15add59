import { statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'

/** A remembered piece of view state; null when it was never set. */
export function readState(casebook: CasebookReader, key: string): string | null {
  return (statement(casebook, 'SELECT value FROM state WHERE key = ?').pluck().get(key) as string | undefined) ?? null
}

export function writeState(casebook: CasebookWriter, key: string, value: string): void {
  statement(
    casebook,
    'INSERT INTO state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value)
}
