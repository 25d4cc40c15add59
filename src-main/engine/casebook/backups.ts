import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatelineError } from '../../contract/errors'
import { censusOf, complaintOf, contentLines, copyInto } from '../../sql/casebook/identity'
import { withCopy } from '../../sql/casebook/open-copy'
import type { CasebookReader } from '../../sql/handle'
import { backupName, backupsAmong, outdated, type Backup } from './backup-ring'
import { sha256 } from './content-hash'
import { fileFault, syncFolder } from './durable-file'

const HOUR = 3_600_000

export function listBackups(folder: string): Backup[] {
  mkdirSync(folder, { recursive: true })
  return backupsAmong(readdirSync(folder))
}

/**
 * Makes a verified backup when there is something new and the last one is an hour old (or `now` asks for it whatever its age): a
 * compact copy, opened and checked, its content compared, on the disk before it gets its name. Only then do old ones go. A failure
 * leaves the ring as it was and is thrown. Returns the new file's name, null when none was needed.
 */
export function makeBackup(
  casebook: CasebookReader,
  folder: string,
  time: number,
  age: 'hourly' | 'now',
): string | null {
  const backups = listBackups(folder)
  const [newest] = backups
  if (newest && age === 'hourly' && time - newest.time < HOUR && time >= newest.time) return null
  const digest = sha256(contentLines(casebook).join('\n'))
  if (newest && digest.startsWith(newest.digest)) return null
  const { notes } = censusOf(casebook)
  const name = backupName(time, notes, digest)
  writeCopy(casebook, join(folder, name), (copy) => assertSame(copy, digest, notes))
  for (const { name: old } of outdated(listBackups(folder))) rmSync(join(folder, old))
  return name
}

/**
 * Keeps the casebook as it was before it is brought from an older schema, one copy per schema, outside of the ring: no later backup
 * pushes it out. Throws when the copy could not be made; nothing is upgraded then.
 */
export function backUpBeforeUpgrade(casebook: CasebookReader, folder: string, schema: number): void {
  mkdirSync(folder, { recursive: true })
  const { notes } = censusOf(casebook)
  writeCopy(casebook, join(folder, `before-upgrade-from-schema-${schema}.sqlite`), (copy) => {
    const complaint = complaintOf(copy)
    if (complaint !== null || censusOf(copy).notes !== notes) throw unlike(complaint)
  })
}

/** A compact copy under `path`: made beside it, opened and checked, on the disk, and only then given its name. */
function writeCopy(casebook: CasebookReader, path: string, check: (copy: CasebookReader) => void): void {
  const temporary = join(dirname(path), 'copying.sqlite')
  try {
    rmSync(temporary, { force: true })
    copyInto(casebook, temporary)
    withCopy(temporary, check)
    const handle = openSync(temporary, 'r+')
    fsyncSync(handle)
    closeSync(handle)
    renameSync(temporary, path)
    syncFolder(dirname(path))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw fileFault(error)
  }
}

function assertSame(copy: CasebookReader, digest: string, notes: number): void {
  const complaint = complaintOf(copy)
  const same = censusOf(copy).notes === notes && sha256(contentLines(copy).join('\n')) === digest
  if (complaint === null && same) return
  throw unlike(complaint)
}

const unlike = (complaint: string | null) =>
  new DatelineError('damaged', 'A backup of the casebook could not be made.', complaint ?? 'the copy differs')
