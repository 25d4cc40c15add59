import type { Database, Statement } from 'better-sqlite3'
import { DatabaseError } from './database-error'
import type { Handle, WriteHandle } from './handle'

interface Connection {
  database: Database
  statements: Map<string, Statement>
}

const connections = new WeakMap<object, Connection>()

/** Makes the opaque handle that stands for an open database outside this folder. */
export function handleFor<H extends Handle>(database: Database): H {
  const handle = Object.freeze({}) as unknown as H
  connections.set(handle, { database, statements: new Map() })
  return handle
}

function connectionOf(handle: Handle): Connection {
  const connection = connections.get(handle)
  if (!connection) throw new DatabaseError('no_workspace', 'No folder is open.', 'closed database handle')
  return connection
}

/** The database behind a handle. */
export function databaseOf(handle: Handle): Database {
  return connectionOf(handle).database
}

/** A statement prepared once per handle and text. */
export function statement(handle: Handle, sql: string): Statement {
  const connection = connectionOf(handle)
  let prepared = connection.statements.get(sql)
  if (!prepared) {
    prepared = connection.database.prepare(sql)
    connection.statements.set(sql, prepared)
  }
  return prepared
}

/**
 * Runs `work` inside one transaction: all of it happens or nothing. Inside one that is open already it joins that one, whose
 * owner then undoes everything on an error. (A savepoint would make FTS5 write its pending words out each time.)
 */
export function inTransaction<T>(handle: WriteHandle, work: () => T): T {
  const { database } = connectionOf(handle)
  return database.inTransaction ? work() : database.transaction(work).immediate()
}

/** Opens a transaction that stays open over several turns of the event loop; the functions called meanwhile join it. */
export function begin(handle: WriteHandle): void {
  connectionOf(handle).database.exec('BEGIN IMMEDIATE')
}

/** Ends a transaction of `begin`; nothing when SQLite has undone it already. */
export function end(handle: WriteHandle, how: 'COMMIT' | 'ROLLBACK'): void {
  const { database } = connectionOf(handle)
  if (database.inTransaction) database.exec(how)
}

/** Closes the database; the handle is worthless afterwards. Closing twice does nothing. */
export function closeHandle(handle: Handle): void {
  const connection = connections.get(handle)
  connections.delete(handle)
  connection?.database.close()
}
