import type { FileRecord } from '../../sql/index/records'
import type { KnownFile } from '../../sql/index/file'
import type { SeenFile, Walk } from '../scan/walk'

/** What a scan means for an index. */
export interface Changes {
  /** New and changed files, last changed first. */
  toRead: SeenFile[]
  /** Renamed or moved: same inode, size and time under another name. Not read again. */
  moved: { from: string; to: string; toBytes: Uint8Array | null }[]
  /** Not there any more. */
  removed: string[]
  /** Met but not to be read, and not known as such yet. */
  refused: FileRecord[]
  unchanged: KnownFile[]
  /** Of each container that is read again: the paths of the members it had. */
  members: Map<string, Set<string>>
}

/** A failure may have been mended without a trace in the file's own times, so these are tried again with every scan. */
const TRY_AGAIN = new Set(['permission', 'unreadable', 'path-too-long', 'timeout', 'crash', 'fault', 'changing'])

/**
 * Compares what the disk has with what the index knows. `rereadAll` reads everything again, after the program has learnt to read
 * better; `reread` names single files to read again. Files below a folder that could not be listed are left as they are: they may only be out of reach.
 */
export function findChanges(
  walk: Pick<Walk, 'files' | 'refused'>,
  known: readonly KnownFile[],
  rereadAll: boolean,
  reread: ReadonlySet<string> = new Set(),
): Changes {
  const changes: Changes = { toRead: [], moved: [], removed: [], refused: [], unchanged: [], members: new Map() }
  const gone = new Map(known.flatMap((file) => (file.container === null ? [[file.path, file]] : [])))
  const members = membersByContainer(known)
  const fresh: SeenFile[] = []
  for (const seen of walk.files) {
    const before = gone.get(seen.path)
    if (!before) {
      fresh.push(seen)
      continue
    }
    gone.delete(seen.path)
    const again =
      rereadAll ||
      reread.has(seen.path) ||
      [before, ...(members.get(seen.path) ?? [])].some((file) => TRY_AGAIN.has(file.cause ?? ''))
    if (!again && isSame(before, seen)) changes.unchanged.push(before)
    else changes.toRead.push(seen)
  }
  for (const record of walk.refused) {
    const before = gone.get(record.path)
    gone.delete(record.path)
    if (before && before.cause === record.cause && isSame(before, record)) changes.unchanged.push(before)
    else changes.refused.push(record)
  }
  keepUnreachable(gone, walk.refused, changes)
  matchMoves(gone, fresh, changes)
  changes.removed.push(...gone.keys())
  placeMembers(members, gone, changes)
  changes.toRead.sort((a, b) => b.modified - a.modified || (a.path < b.path ? -1 : 1))
  return changes
}

function membersByContainer(known: readonly KnownFile[]): Map<string, KnownFile[]> {
  const members = new Map<string, KnownFile[]>()
  for (const file of known) {
    if (file.container === null) continue
    const beside = members.get(file.container)
    if (beside) beside.push(file)
    else members.set(file.container, [file])
  }
  return members
}

/** Members share what becomes of their container: they go with it, stay with it, or are looked for again when it is read. */
function placeMembers(members: Map<string, KnownFile[]>, gone: ReadonlyMap<string, KnownFile>, changes: Changes): void {
  if (members.size === 0) return
  const read = new Set(changes.toRead.map((file) => file.path))
  for (const file of changes.refused) read.add(file.path)
  for (const [container, files] of members) {
    if (gone.has(container)) changes.removed.push(...files.map((file) => file.path))
    else if (read.has(container)) changes.members.set(container, new Set(files.map((file) => file.path)))
    else changes.unchanged.push(...files)
  }
}

function isSame(
  a: { size: number; modified: number; inode: number },
  b: { size: number; modified: number; inode: number },
): boolean {
  return a.size === b.size && a.modified === b.modified && a.inode === b.inode
}

function keepUnreachable(gone: Map<string, KnownFile>, refused: readonly FileRecord[], changes: Changes): void {
  const folders = refused.filter((record) => record.state === 'failed').map((record) => `${record.path}/`)
  if (folders.length === 0) return
  for (const file of gone.values()) {
    if (!folders.some((folder) => file.path.startsWith(folder))) continue
    gone.delete(file.path)
    changes.unchanged.push(file)
  }
}

function matchMoves(gone: Map<string, KnownFile>, fresh: readonly SeenFile[], changes: Changes): void {
  const key = (file: { size: number; modified: number; inode: number }) => `${file.inode}:${file.size}:${file.modified}`
  const candidates = new Map([...gone.values()].filter((file) => file.inode !== 0).map((file) => [key(file), file]))
  for (const file of fresh) {
    const before = candidates.get(key(file))
    if (before && before.state !== 'failed') {
      candidates.delete(key(file))
      gone.delete(before.path)
      changes.moved.push({ from: before.path, to: file.path, toBytes: file.pathBytes })
    } else changes.toRead.push(file)
  }
}
