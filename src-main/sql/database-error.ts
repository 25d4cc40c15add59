export type DatabaseErrorCode =
  'in_use' | 'newer_version' | 'damaged' | 'disk_full' | 'read_only' | 'no_workspace' | 'internal'

/** What a database could not do, with a sentence for a person. The codes are a part of the program's closed set. */
export class DatabaseError extends Error {
  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    /** Facts for the log. */
    readonly detail: string,
  ) {
    super(message)
    this.name = 'DatabaseError'
  }
}
