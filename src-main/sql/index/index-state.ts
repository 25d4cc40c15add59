import { databaseOf, statement } from '../connection'
import type { IndexReader } from '../handle'

/** Differs from before when anything was written to the index, here or by another process: what was worked out is then outdated. */
export function indexState(handle: IndexReader): string {
  const elsewhere = databaseOf(handle).pragma('data_version', { simple: true })
  const here = statement(handle, 'SELECT total_changes()').pluck().get()
  return `${String(elsewhere)} ${String(here)}`
}
