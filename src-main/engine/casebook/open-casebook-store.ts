import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatelineError } from '../../contract/errors'
import type { WorkspaceInfo } from '../../contract/workspace'
import { censusOf, checkpoint, giveIdentity } from '../../sql/casebook/identity'
import { CASEBOOK_MIGRATIONS } from '../../sql/casebook/migrations'
import { closeHandle } from '../../sql/connection'
import type { CasebookWriter } from '../../sql/handle'
import { openCasebook } from '../../sql/open-casebook'
import { isDamage } from '../../sql/sqlite-fault'
import { datelineError } from '../dateline-error'
import { backUpBeforeUpgrade, listBackups, makeBackup } from './backups'
import { fileFault } from './durable-file'
import { faultOf, hasLog, readHeader, schemaWithLog } from './health'
import { readMark, writeMark, type HighWaterMark } from './high-water-mark'
import { openJournal, type Journal } from './journal'
import { moveAside, partsOf, replayJournal, restoreBackup } from './recover'
import { type Reserve, reserveIn } from './reserve'

type Notice = WorkspaceInfo['notice']

/** One open casebook with everything that keeps it safe. */
export interface CasebookStore {
  readonly casebook: CasebookWriter
  readonly journal: Journal
  /** What was mended at opening, for the recovery banner. */
  readonly notice: Notice
  now(): string
  newId(): string
  /** To be called after a note was made: remembers the count outside the file. */
  noteMade(): void
  /** Runs what endangers nothing when it fails: the failure is reported, not thrown. */
  attempt(work: () => void): void
  /** Does a write; on a full disk once more, in the room that was kept for it. */
  withRoom<T>(write: () => T): T
  /** Makes a backup when one is due and keeps room for notes; what goes wrong is reported, not thrown. */
  tick(): void
  /** Backs up what is new, empties the write-ahead log and closes. */
  close(): void
}

export interface StoreOptions {
  /** The workspace's data folder, outside of the sources. */
  directory: string
  now?: () => Date
  /** Told of failures that do not endanger anything, such as a backup that could not be made. */
  onTrouble?: (error: unknown) => void
}

/**
 * Opens the casebook of a workspace: checks it, restores it from backup and journal when it is damaged (the damaged file is kept in
 * `damaged/`), and brings in what only the journal has. Throws `in_use` and `newer_version` with the files untouched.
 */
export function openCasebookStore(options: StoreOptions): CasebookStore {
  const attempt = () => {
    try {
      return open(options)
    } catch (error) {
      throw datelineError(fileFault(error))
    }
  }
  return inKeptRoom(reserveIn(options.directory), attempt)
}

/** Does a write; when the disk is full, once more in the room kept for it. */
function inKeptRoom<T>(reserve: Reserve, write: () => T): T {
  try {
    return write()
  } catch (error) {
    const full = datelineError(fileFault(error))
    if (!(full instanceof DatelineError && full.code === 'disk_full' && reserve.release())) throw error
    return write()
  }
}

function open(options: StoreOptions): CasebookStore {
  const { directory, now = () => new Date() } = options
  const paths = {
    file: join(directory, 'casebook.sqlite'),
    mark: join(directory, 'casebook.mark.json'),
    backups: join(directory, 'backups'),
    damaged: join(directory, 'damaged'),
  }
  mkdirSync(paths.backups, { recursive: true })
  const journal = openJournal(join(directory, 'journal'))
  const mark = readMark(paths.mark)
  const { casebook, notice } = openSound(paths, mark, journal, now)
  try {
    return storeOf(options, paths, { casebook, notice }, journal, mark)
  } catch (error) {
    // Left open, it would be in use for the next attempt.
    closeHandle(casebook)
    throw error
  }
}

function storeOf(
  { directory, now = () => new Date(), onTrouble }: StoreOptions,
  paths: Paths,
  { casebook, notice }: Opened,
  journal: Journal,
  mark: HighWaterMark | null,
): CasebookStore {
  const { casebookId, notes } = censusOf(casebook)
  const identity = casebookId ?? mark?.casebookId ?? randomUUID()
  if (casebookId === null) giveIdentity(casebook, identity, now().toISOString())
  const remembered: HighWaterMark = { casebookId: identity, notes: Math.max(notes, mark?.notes ?? 0), clean: false }
  if (notice) remembered.notes = notes
  // So that the header of the file itself says whose it is.
  checkpoint(casebook)
  writeMark(paths.mark, remembered)

  const inode = inodeOf(paths.file)
  const reserve = reserveIn(directory)
  const attempt = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      onTrouble?.(error)
    }
  }
  const store: CasebookStore = {
    casebook,
    journal,
    notice,
    now: () => now().toISOString(),
    newId: () => randomUUID(),
    attempt,
    noteMade() {
      remembered.notes = censusOf(casebook).notes
      attempt(() => writeMark(paths.mark, remembered))
    },
    withRoom: (write) => inKeptRoom(reserve, write),
    tick() {
      attempt(() => makeBackup(casebook, paths.backups, now().getTime(), 'hourly'))
      attempt(() => reserve.hold())
    },
    close() {
      attempt(() => makeBackup(casebook, paths.backups, now().getTime(), 'now'))
      // What stays in the log, on a full disk, is as safe there and read from it at the next start.
      attempt(() => checkpoint(casebook))
      closeHandle(casebook)
      // A file put in the casebook's place meanwhile lacks what was saved since: the journal must be looked at.
      attempt(() => writeMark(paths.mark, { ...remembered, clean: inodeOf(paths.file) === inode }))
    },
  }
  store.tick()
  return store
}

const inodeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.ino ?? null

interface Paths {
  file: string
  mark: string
  backups: string
  damaged: string
}

function openSound(paths: Paths, mark: HighWaterMark | null, journal: Journal, now: () => Date): Opened {
  const stamp = now().toISOString().replaceAll(':', '-')
  const { problem, staleLog } = beforeOpening(paths, mark, journal)
  if (problem !== null) return restore(paths, mark, journal, stamp, problem)
  // A backup put back by hand beside the log of the file it replaced: the log is not its own.
  if (staleLog) moveAside([`${paths.file}-wal`], paths.damaged, stamp)
  let casebook: CasebookWriter | null = null
  let fault: string | null
  try {
    casebook = openUpgraded(paths)
    fault = faultOf(casebook, mark)
  } catch (error) {
    if (!isDamage(error)) {
      if (casebook) closeHandle(casebook)
      throw error
    }
    fault = `it cannot be read (${error instanceof Error ? error.message : 'damaged'})`
  }
  if (casebook && fault === null) {
    const gained = mark?.clean && !staleLog ? 0 : replayJournal(casebook, journal.read())
    return { casebook, notice: gained > 0 ? broughtBack(gained) : null }
  }
  if (casebook) closeHandle(casebook)
  return restore(paths, mark, journal, stamp, fault ?? 'it cannot be read')
}

const openUpgraded = ({ file, backups }: Paths): CasebookWriter =>
  openCasebook(file, {
    migrations: CASEBOOK_MIGRATIONS,
    beforeUpgrade: (casebook, from) => backUpBeforeUpgrade(casebook, backups, from),
  })

interface Opened {
  casebook: CasebookWriter
  notice: Notice
}

interface FirstLook {
  /** Why the casebook must be restored; null to go on and open it. */
  problem: string | null
  /** A write-ahead log lies there that does not belong to the file. */
  staleLog: boolean
}

/** What the bytes and the folder say before SQLite touches them. */
function beforeOpening(paths: Paths, mark: HighWaterMark | null, journal: Journal): FirstLook {
  const header = readHeader(paths.file)
  const newest = CASEBOOK_MIGRATIONS.at(-1)?.version ?? 0
  if (header.kind === 'database') {
    const staleLog = header.rollbackFormat && hasLog(paths.file)
    const schema = hasLog(paths.file) && !staleLog ? schemaWithLog(paths.file, paths.backups) : null
    if (Math.max(header.schema, schema ?? 0) > newest) {
      throw new DatelineError(
        'newer_version',
        'This casebook was written by a newer Dateline. Install that version to open it; nothing was changed.',
        `schema ${Math.max(header.schema, schema ?? 0)}, this program knows ${newest}`,
      )
    }
    return { problem: null, staleLog }
  }
  const found = (problem: string | null): FirstLook => ({ problem, staleLog: false })
  if (header.kind === 'foreign') return found('it is a file of another program')
  if (header.kind === 'no-database') return found('it is no database any more')
  const used =
    mark !== null || hasLog(paths.file) || listBackups(paths.backups).length > 0 || journal.read().notes.length > 0
  return found(used ? `it is ${header.kind}` : null)
}

function restore(paths: Paths, mark: HighWaterMark | null, journal: Journal, stamp: string, reason: string): Opened {
  const parts = partsOf(paths.file)
  const kept = parts.some((part) => existsSync(part)) ? moveAside(parts, paths.damaged, stamp) : null
  const backup = restoreBackup(paths.file, paths.backups, mark)
  const casebook = openUpgraded(paths)
  if (censusOf(casebook).casebookId === null) giveIdentity(casebook, mark?.casebookId ?? randomUUID(), stamp)
  replayJournal(casebook, journal.read())
  const { notes } = censusOf(casebook)
  const sources = backup.name ? `the backup ${backup.name} and the journal` : 'the journal'
  const skipped = backup.skipped.length > 0 ? ` ${backup.skipped.length} damaged backups were passed over.` : ''
  const where = kept ? ` The damaged file is kept in ${kept}.` : ''
  const message = `The casebook was restored because ${reason}. ${notes} notes came back from ${sources}.${skipped}${where}`
  return { casebook, notice: { kind: 'casebook-restored', message } }
}

function broughtBack(count: number): Notice {
  const what = count === 1 ? '1 note was' : `${count} notes were`
  return {
    kind: 'casebook-restored',
    message: `Dateline was not closed in order last time. ${what} brought back from the journal.`,
  }
}
