import { DatabaseError } from './database-error'

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Whether SQLite says that the file itself is broken (as opposed to locked, full or unreachable). */
export function isDamage(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.code === 'damaged'
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(error))
}

/** An error of SQLite as an error a person can act on; anything else comes back as it is. */
export function sqliteFault(error: unknown): unknown {
  const code = codeOf(error)
  if (!code.startsWith('SQLITE_')) return error
  const detail = error instanceof Error ? `${code}: ${error.message}` : code
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) {
    return new DatabaseError(
      'in_use',
      'Another Dateline has this folder open. Close it there, or work on there.',
      detail,
    )
  }
  if (code === 'SQLITE_FULL') {
    return new DatabaseError('disk_full', 'The disk is full. Free some space; nothing saved so far is lost.', detail)
  }
  if (/^SQLITE_(?:READONLY|PERM|CANTOPEN)/.test(code)) {
    return new DatabaseError('read_only', 'Dateline may not write to its data folder. Check its permissions.', detail)
  }
  if (isDamage(error)) return new DatabaseError('damaged', 'A database of Dateline is damaged.', detail)
  if (code.startsWith('SQLITE_IOERR')) {
    return new DatabaseError(
      'internal',
      'The disk did not answer as it should. Check that it is connected and healthy.',
      detail,
    )
  }
  return error
}
