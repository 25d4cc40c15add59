import { statement } from '../connection'
import type { IndexReader, IndexWriter } from '../handle'
import { inTransaction } from '../connection'
import type { FileState } from './records'

/** What is known of a file since the last scan, to tell whether it has to be read again. */
export interface KnownFile {
  path: string
  size: number
  modified: number
  inode: number
  state: FileState
  cause: string | null
}

/** Every file of the index. */
export function knownFiles(handle: IndexReader): KnownFile[] {
  const rows = statement(handle, 'SELECT path, size, modified, inode, state, cause FROM file').raw().all()
  return (rows as [string, number, number, number, FileState, string | null][]).map(([path, size, modified, inode, state, cause]) => ({
    path, size, modified, inode, state, cause,
  })) // prettier-ignore
}

/** Gives files other paths without reading them again; their articles stay the same. */
export function renameFiles(
  handle: IndexWriter,
  moves: readonly { from: string; to: string; toBytes: Uint8Array | null }[],
): void {
  inTransaction(handle, () => {
    // By way of names no file can have, so that swaps and chains of names cannot collide.
    const step = statement(handle, 'UPDATE file SET path = ?, path_bytes = ? WHERE path = ?')
    moves.forEach((move, i) => step.run(`\0${i}`, null, move.from))
    moves.forEach((move, i) => step.run(move.to, move.toBytes, `\0${i}`))
  })
}

export interface TroubleRow {
  path: string
  state: FileState
  cause: string
  reason: string
  size: number
}

/** `+path`: by the small index of files in trouble, not by the one over all paths. */
export const TROUBLE = `
  SELECT path, state, coalesce(cause, '') AS cause, coalesce(reason, '') AS reason, size FROM file
  WHERE state <> 'indexed' AND cause NOT IN (SELECT value FROM json_each(?)) ORDER BY +path LIMIT ?`

/** Files that are not indexed in full, but for those whose cause is in `except`. */
export function troubledFiles(handle: IndexReader, except: readonly string[], limit: number): TroubleRow[] {
  return statement(handle, TROUBLE).all(JSON.stringify(except), limit) as TroubleRow[]
}

/** How many files are in trouble, without those whose cause is in `except`. */
export function countTroubled(handle: IndexReader, except: readonly string[]): number {
  const sql = "SELECT count(*) FROM file WHERE state <> 'indexed' AND cause NOT IN (SELECT value FROM json_each(?))"
  return Number(statement(handle, sql).pluck().get(JSON.stringify(except)))
}
