import { DatelineError } from '../contract/errors'
import { DatabaseError } from '../sql/database-error'
import { sqliteFault } from '../sql/sqlite-fault'

/** Any thrown value as the kind of error that may cross a process boundary; what has no code stays what it is. */
export function datelineError(error: unknown): unknown {
  const known = sqliteFault(error)
  return known instanceof DatabaseError ? new DatelineError(known.code, known.message, known.detail) : known
}
