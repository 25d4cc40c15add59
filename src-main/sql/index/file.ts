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
  /** Of a member: path of the file it is in. */
  container: string | null
}

/** Every file of the index. */
export function knownFiles(handle: IndexReader): KnownFile[] {
  const sql = 'SELECT path, size, modified, inode, state, cause, container FROM file'
  type Row = [string, number, number, number, FileState, string | null, string | null]
  const rows = statement(handle, sql).raw().all() as Row[]
  return rows.map(([path, size, modified, inode, state, cause, container]) => ({
    path, size, modified, inode, state, cause, container,
  })) // prettier-ignore
}

/** Gives files other paths without reading them again; their articles stay the same. Members go with their container. */
export function renameFiles(
  handle: IndexWriter,
  moves: readonly { from: string; to: string; toBytes: Uint8Array | null }[],
): void {
  inTransaction(handle, () => {
    // By way of paths no file can have, so that swaps and chains of names cannot collide.
    const step = statement(handle, 'UPDATE file SET path = ?, path_bytes = ? WHERE path = ?')
    const members = statement(handle, RENAME_MEMBERS)
    const rename = (from: string, to: string, bytes: Uint8Array | null) => {
      step.run(to, bytes, from)
      members.run({ from, to })
    }
    moves.forEach((move, i) => rename(move.from, `//${i}`, null))
    moves.forEach((move, i) => rename(`//${i}`, move.to, move.toBytes))
  })
}

const RENAME_MEMBERS = `
  UPDATE file SET container = @to, path = @to || substr(path, length(@from) + 1) WHERE container = @from`

export interface TroubleRow {
  path: string
  state: FileState
  cause: string
  reason: string
  size: number
  /** Hash of the article that could be made of it nevertheless. */
  articleId: string | null
  encoding: string | null
  encodingConfidence: number | null
}

/** `+path`: by the small index of files in trouble, not by the one over all paths. */
export const TROUBLE = `
  SELECT path, state, coalesce(cause, '') AS cause, coalesce(reason, '') AS reason, size, lower(hex(hash)) AS articleId,
    encoding, encoding_confidence AS encodingConfidence
  FROM file LEFT JOIN article ON article.id = article_id
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
