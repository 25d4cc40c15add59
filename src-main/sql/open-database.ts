import DatabaseConstructor, { type Database } from 'better-sqlite3'
import { sqliteFault } from './sqlite-fault'

/** Pragmas in the order they must be set. */
export type Pragmas = readonly (readonly [name: string, value: string | number])[]

/** Opens a file with its settings; any failure closes it again and is thrown as an error a person can act on. */
export function openDatabase(
  file: string,
  pragmas: Pragmas,
  prepare: (database: Database) => void,
  readonly = false,
): Database {
  let database: Database | null = null
  try {
    database = new DatabaseConstructor(file, { timeout: 500, readonly, fileMustExist: readonly })
    for (const [name, value] of pragmas) database.pragma(`${name} = ${value}`)
    prepare(database)
    return database
  } catch (error) {
    database?.close()
    throw sqliteFault(error)
  }
}
