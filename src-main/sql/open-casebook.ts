import { existsSync } from 'node:fs'
import { handleFor } from './connection'
import type { CasebookReader, CasebookWriter } from './handle'
import { migrate, type Migration } from './migrate'
import { openDatabase, type Pragmas } from './open-database'
import { isDamage } from './sqlite-fault'

/** "DLCB" */
export const CASEBOOK_APPLICATION_ID = 0x444c4342

/**
 * The authored file. EXCLUSIVE comes before WAL: no shared memory file, and a second program gets "in use". FULL is set
 * although a new file starts with it: better-sqlite3 is built to fall back to NORMAL in WAL mode, which can lose the last
 * commits when the power goes.
 */
const CASEBOOK_PRAGMAS: Pragmas = [
  ['locking_mode', 'EXCLUSIVE'],
  ['journal_mode', 'WAL'],
  ['synchronous', 'FULL'],
  ['fullfsync', 1],
  ['checkpoint_fullfsync', 1],
  ['foreign_keys', 'ON'],
  ['trusted_schema', 'OFF'],
  ['cell_size_check', 'ON'],
  ['mmap_size', 0],
]

const READER_PRAGMAS: Pragmas = [
  ['trusted_schema', 'OFF'],
  ['cell_size_check', 'ON'],
  ['mmap_size', 0],
]

export interface CasebookPlan {
  migrations: readonly Migration[]
  /** Called with the casebook as it was before it is brought from an older schema: its backup is made here. */
  beforeUpgrade?: (casebook: CasebookReader, from: number) => void
}

/**
 * Opens (or makes) the casebook and brings it to the newest schema. Throws `in_use`, `newer_version`, `damaged`,
 * `read_only` or `disk_full`; the file is then as it was.
 */
export function openCasebook(file: string, { migrations, beforeUpgrade }: CasebookPlan): CasebookWriter {
  const database = openDatabase(file, CASEBOOK_PRAGMAS, (opened) => {
    migrate(opened, {
      migrations,
      applicationId: CASEBOOK_APPLICATION_ID,
      beforeUpgrade: (from) => beforeUpgrade?.(handleFor<CasebookReader>(opened), from),
    })
    // The fall-back happens with the first write after opening, so it is set again after the migration's.
    opened.pragma('synchronous = FULL')
  })
  return handleFor<CasebookWriter>(database)
}

/** Opens an existing casebook to look at it; nothing in it is changed, not even its schema. */
export function openCasebookReader(file: string): CasebookReader {
  return handleFor<CasebookReader>(
    openDatabase(
      file,
      READER_PRAGMAS,
      (opened) => void opened.prepare('SELECT count(*) FROM sqlite_schema').get(),
      true,
    ),
  )
}

/** Throws `in_use` when another program has this casebook open; one that is not there is free, and so is one too damaged to be read: it is mended when it is opened. */
export function assertCasebookFree(file: string): void {
  if (!existsSync(file)) return
  try {
    openDatabase(file, [], (opened) => void opened.prepare('SELECT count(*) FROM sqlite_schema').get(), true).close()
  } catch (error) {
    if (!isDamage(error)) throw error
  }
}
