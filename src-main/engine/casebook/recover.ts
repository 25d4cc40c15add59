import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { appendDecision } from '../../sql/casebook/decisions'
import { briefingHead, writeBriefing } from '../../sql/casebook/briefings'
import { writeJudgement } from '../../sql/casebook/conflict-judgements'
import { writeChange } from '../../sql/casebook/codebook'
import { writeGrade } from '../../sql/casebook/grades'
import { removeHighlight, restoreHighlight, writeHighlight } from '../../sql/casebook/highlights'
import { noteHead, noteRevision, setRemoved, writeRevision } from '../../sql/casebook/notes'
import { withCopy } from '../../sql/casebook/open-copy'
import type { CasebookWriter } from '../../sql/handle'
import { listBackups } from './backups'
import { syncFolder } from './durable-file'
import { faultOf } from './health'
import type { HighWaterMark } from './high-water-mark'
import type { BriefingEntry, JournalContent, NoteEntry } from './journal'
import type { LogEntry } from './journal-log'

/** A casebook with its log, in the order of moving it: a crash in between must not leave the log beside another file, into which
 * SQLite would replay it without a word. */
export const partsOf = (file: string): string[] => [`${file}-wal`, `${file}-shm`, file]

/** Moves files out of the way into a new folder under `damaged/`, never deleting anything. Returns that folder. */
export function moveAside(parts: readonly string[], damagedFolder: string, stamp: string): string {
  let folder = join(damagedFolder, stamp)
  for (let again = 2; existsSync(folder); again++) folder = join(damagedFolder, `${stamp}-${again}`)
  mkdirSync(folder, { recursive: true })
  for (const part of parts) {
    if (existsSync(part)) renameSync(part, join(folder, basename(part)))
  }
  syncFolder(folder)
  return folder
}

/** Puts the newest sound backup in the place of `file`, which must be free. Null when there is none. */
export function restoreBackup(
  file: string,
  backupFolder: string,
  mark: HighWaterMark | null,
): { name: string | null; skipped: string[] } {
  const skipped: string[] = []
  const known = mark ? { ...mark, notes: 0 } : null
  for (const { name } of listBackups(backupFolder)) {
    const copy = `${file}.restoring`
    try {
      copyFileSync(join(backupFolder, name), copy)
      const fault = withCopy(copy, (backup) => faultOf(backup, known))
      if (fault !== null) throw new Error(fault)
      renameSync(copy, file)
      return { name, skipped }
    } catch {
      rmSync(copy, { force: true })
      skipped.push(name)
    }
  }
  return { name: null, skipped }
}

/** Brings what the journal has and the casebook lacks into the casebook. Returns how many notes and briefings gained something. */
export function replayJournal(casebook: CasebookWriter, journal: JournalContent): number {
  const notes = journal.notes.filter((note) => replayNote(casebook, note)).length
  const briefings = journal.briefings.filter((briefing) => replayBriefing(casebook, briefing)).length
  replayLog(casebook, journal.log)
  return notes + briefings
}

const nothing = (): void => undefined

function replayNote(casebook: CasebookWriter, entry: NoteEntry): boolean {
  const head = noteHead(casebook, entry.id)
  const known = head && noteRevision(casebook, entry.id, entry.revision)
  if (!head || !known || (entry.revision === head.revision && known.sha256 !== entry.sha256)) {
    const revision = head ? Math.max(entry.revision, head.revision + 1) : entry.revision
    const copyOf = entry.copyOf !== null && noteHead(casebook, entry.copyOf) ? entry.copyOf : null
    writeRevision(casebook, { ...entry, revision, copyOf }, nothing)
    return true
  }
  if (entry.revision < head.revision || entry.removedAt === head.removedAt) return false
  setRemoved(casebook, entry.id, entry.removedAt, nothing)
  return true
}

function replayBriefing(casebook: CasebookWriter, entry: BriefingEntry): boolean {
  const head = briefingHead(casebook, entry.id)
  if (head && (head.revision > entry.revision || head.sha256 === entry.sha256)) return false
  const revision = head ? Math.max(entry.revision, head.revision + 1) : entry.revision
  writeBriefing(casebook, { ...entry, revision }, nothing)
  return true
}

function replayLog(casebook: CasebookWriter, log: readonly LogEntry[]): void {
  for (const entry of log) {
    if (entry.kind === 'highlight') {
      const { noteId, ...highlight } = entry.highlight
      writeHighlight(
        casebook,
        { ...highlight, noteId: noteId !== null && noteHead(casebook, noteId) ? noteId : null },
        nothing,
      )
    } else if (entry.kind === 'highlight-removed') removeHighlight(casebook, entry.id, entry.removedAt, nothing)
    else if (entry.kind === 'highlight-restored') restoreHighlight(casebook, entry.id, nothing)
    else if (entry.kind === 'codebook') writeChange(casebook, entry.change, nothing)
    else if (entry.kind === 'grade') writeGrade(casebook, entry.grade, nothing)
    else if (entry.kind === 'judgement') writeJudgement(casebook, entry.judgement, nothing)
    else appendDecision(casebook, entry.decision, nothing)
  }
}
