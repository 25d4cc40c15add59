import { copyFileSync, existsSync, mkdtempSync, openSync, closeSync, readSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { briefingHead, briefingHeads } from '../../sql/casebook/briefings'
import { censusOf, complaintOf } from '../../sql/casebook/identity'
import { noteHeads, noteRevision } from '../../sql/casebook/notes'
import { schemaOf, withCopy } from '../../sql/casebook/open-copy'
import type { CasebookReader } from '../../sql/handle'
import { CASEBOOK_APPLICATION_ID } from '../../sql/open-casebook'
import { briefingHash, noteHash } from './content-hash'
import type { HighWaterMark } from './high-water-mark'

const MAGIC = 'SQLite format 3\0'

/** What the first 100 bytes of the file say, before SQLite is let near it. */
export type Header =
  | { kind: 'missing' | 'empty' | 'no-database' | 'foreign' }
  | { kind: 'database'; schema: number; rollbackFormat: boolean }

/** Byte positions are those of the SQLite file format, "The Database Header". */
export function readHeader(file: string): Header {
  if (!existsSync(file)) return { kind: 'missing' }
  const header = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  const length = readSync(handle, header, 0, 100, 0)
  closeSync(handle)
  if (length === 0) return { kind: 'empty' }
  if (length < 100 || header.toString('latin1', 0, 16) !== MAGIC) return { kind: 'no-database' }
  const owner = header.readUInt32BE(68)
  if (owner !== CASEBOOK_APPLICATION_ID && owner !== 0) return { kind: 'foreign' }
  return { kind: 'database', schema: header.readUInt32BE(60), rollbackFormat: header[18] === 1 && header[19] === 1 }
}

export const hasLog = (file: string): boolean => existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0

/**
 * The schema number with what is still in the write-ahead log, read from a copy: opening the file itself would write to it, and one
 * of a newer version must stay as it is. Null when that cannot be told (another program may be writing just now).
 */
export function schemaWithLog(file: string, scratch: string): number | null {
  const folder = mkdtempSync(join(scratch, 'peek-'))
  try {
    const copy = join(folder, 'copy.sqlite')
    copyFileSync(file, copy)
    copyFileSync(`${file}-wal`, `${copy}-wal`)
    return withCopy(copy, schemaOf)
  } catch {
    return null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is wrong with an opened casebook, as a part of a sentence; null when it is sound. Reads the whole file. */
export function faultOf(casebook: CasebookReader, mark: HighWaterMark | null): string | null {
  const complaint = complaintOf(casebook)
  if (complaint !== null) return `it failed its check (${complaint})`
  const census = censusOf(casebook)
  if (mark && census.casebookId !== mark.casebookId) return 'it is another casebook than the one used here before'
  if (mark && census.notes < mark.notes) return `it holds ${census.notes} notes where there were ${mark.notes}`
  const changed = changedContent(casebook)
  return changed === null ? null : `the text of ${changed} is not what was saved`
}

/** Bits that flip inside a text are no fault to SQLite: every newest revision is compared with its hash. */
function changedContent(casebook: CasebookReader): string | null {
  for (const { id, revision } of [...noteHeads(casebook, 'kept'), ...noteHeads(casebook, 'removed')]) {
    const note = noteRevision(casebook, id, revision)
    if (!note || noteHash(note) !== note.sha256) return `note ${id}`
  }
  for (const { id } of briefingHeads(casebook)) {
    const briefing = briefingHead(casebook, id)
    if (!briefing || briefingHash(briefing) !== briefing.sha256) return `briefing ${id}`
  }
  return null
}
