import type { Database } from 'better-sqlite3'
import { DatabaseError } from './database-error'

/** One step of a schema. Steps are never changed once released; a new one is added at the end. */
export interface Migration {
  /** 1, 2, 3 … without gaps; becomes `user_version`. */
  version: number
  name: string
  sql: string
}

export interface MigrationPlan {
  /** Marks whose file this is; a file of another program is refused. */
  applicationId: number
  migrations: readonly Migration[]
  /** Called once before the first step on a file that holds data already: make a verified backup here. */
  beforeUpgrade?: (from: number, to: number) => void
}

/**
 * Brings a database to the newest schema. Each step is one transaction together with its number, and is checked
 * (foreign keys, then the whole file) before it counts: a failure leaves the state before that step and is thrown.
 * A file of a newer Dateline is refused with `newer_version` and stays as it is.
 */
export function migrate(database: Database, plan: MigrationPlan): void {
  const current = versionOf(database)
  const newest = plan.migrations.at(-1)?.version ?? 0
  const owner = Number(database.pragma('application_id', { simple: true }))
  const empty = current === 0 && database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  if (!empty && owner !== plan.applicationId) {
    throw new DatabaseError('damaged', 'This file is not a database of Dateline.', `application_id ${owner}`)
  }
  if (current > newest) {
    throw new DatabaseError(
      'newer_version',
      'This was written by a newer Dateline. Install that version to open it; nothing was changed.',
      `schema ${current}, this program knows ${newest}`,
    )
  }
  const pending = plan.migrations.filter((migration) => migration.version > current)
  if (pending.length > 0 && !empty) plan.beforeUpgrade?.(current, newest)
  for (const migration of pending) apply(database, migration, plan.applicationId)
}

/** The schema number of a database; 0 for a new one. */
export function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

function apply(database: Database, migration: Migration, applicationId: number): void {
  const step = database.transaction(() => {
    const before = versionOf(database)
    if (migration.version !== before + 1) {
      throw new DatabaseError(
        'internal',
        'The steps of a schema are out of order.',
        `${migration.version} after ${before}`,
      )
    }
    database.exec(migration.sql)
    database.pragma(`user_version = ${migration.version}`)
    database.pragma(`application_id = ${applicationId}`)
    const orphans = database.pragma('foreign_key_check')
    if (!Array.isArray(orphans) || orphans.length > 0) throw checkFailed(migration, 'foreign keys')
    const verdict = database.pragma('integrity_check(1)', { simple: true })
    if (verdict !== 'ok') throw checkFailed(migration, String(verdict))
  })
  step.immediate()
}

function checkFailed(migration: Migration, verdict: string): DatabaseError {
  return new DatabaseError(
    'damaged',
    'A database could not be brought to this version of Dateline; it is unchanged.',
    `${migration.name}: ${verdict}`,
  )
}
