import { closeHandle } from '../../sql/connection'
import { checkHealth, type Health } from '../../sql/health'
import { openIndexReader } from '../../sql/open-index'
import { isDamage } from '../../sql/sqlite-fault'

/** Checks an index through a connection of its own, in a worker: it takes seconds for a large one. */
export function checkIndex(file: string): Health {
  try {
    const reader = openIndexReader(file)
    try {
      return checkHealth(reader)
    } finally {
      closeHandle(reader)
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    const verdict = error instanceof Error ? error.message : String(error)
    return { ok: false, verdict, schemaVersion: 0, applicationId: 0, pages: 0 }
  }
}
