import { lstatSync, readdirSync, realpathSync, type Dirent, type Stats } from 'node:fs'
import type { FileRecord } from '../../sql/index/records'
import { reasonOf, type Cause } from '../read/causes'
import { type Ignored, readIgnoreList } from './ignore-list'
import { displayName, pathToOpen } from './path-name'

/** A regular file as the walk met it. */
export interface SeenFile {
  path: string
  pathBytes: Uint8Array | null
  size: number
  modified: number
  inode: number
}

export interface Walk {
  files: SeenFile[]
  /** What was met but is not to be read: links, pipes, folders without permission. */
  refused: FileRecord[]
  /** Every folder that was listed, the root ('') first. */
  folders: { path: string; pathBytes: Uint8Array | null }[]
}

interface Folder {
  /** Relative path with a '/' at the end, '' for the root. */
  path: string
  bytes: Uint8Array | null
}

/**
 * Lists every file below `folder`. Never follows links, never opens a pipe or a device, visits each folder once, passes over
 * names that begin with a dot and what the folder's ignore list names. Yields now and then what it has so far; the last value is the whole. A root that cannot be
 * listed throws.
 */
export function* walk(folder: string): Generator<Walk, Walk> {
  const result: Walk = { files: [], refused: [], folders: [] }
  const visited = new Set<string>()
  const ignored = readIgnoreList(folder)
  const waiting: Folder[] = [{ path: '', bytes: null }]
  let listed = 0
  for (let current = waiting.pop(); current; current = waiting.pop()) {
    const children: Folder[] = []
    result.folders.push(
      current.path === ''
        ? { path: '', pathBytes: null }
        : { path: current.path.slice(0, -1), pathBytes: current.bytes },
    )
    for (const name of namesIn(folder, current, result))
      visit(folder, current, name, result, children, visited, ignored)
    // Folders in order of their names, so that the same tree is always listed the same way.
    waiting.push(...children.reverse())
    if (++listed % 64 === 0) yield result
  }
  return result
}

function namesIn(root: string, folder: Folder, result: Walk): (Dirent | Dirent<Buffer>)[] {
  const path = pathToOpen(root, { path: folder.path, pathBytes: folder.bytes })
  try {
    const names = readdirSync(path, { withFileTypes: true })
    // A name that is no UTF-8 shows as U+FFFD; its bytes are needed to open it.
    const broken = names.some((entry) => entry.name.includes('\ufffd')) || folder.bytes !== null
    const all: (Dirent | Dirent<Buffer>)[] = broken
      ? readdirSync(path, { withFileTypes: true, encoding: 'buffer' })
      : names
    return all.sort((a, b) => (nameText(a) < nameText(b) ? -1 : 1))
  } catch (error) {
    if (folder.path === '') throw error
    if (codeOf(error) !== 'ENOENT')
      result.refused.push(refusal(folder.path.slice(0, -1), folder.bytes, null, causeOf(error)))
    return []
  }
}

const nameText = (entry: Dirent | Dirent<Buffer>) =>
  typeof entry.name === 'string' ? entry.name : displayName(entry.name)

function visit(
  root: string,
  folder: Folder,
  entry: Dirent | Dirent<Buffer>,
  result: Walk,
  children: Folder[],
  visited: Set<string>,
  ignored: Ignored,
): void {
  const name = nameText(entry)
  if (name.startsWith('.')) return
  const path = folder.path + name
  const pathBytes = bytesOf(folder, entry)
  let stats: Stats
  try {
    stats = lstatSync(pathToOpen(root, { path, pathBytes }))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') result.refused.push(refusal(path, pathBytes, null, causeOf(error)))
    return
  }
  if (ignored(stats.isDirectory() ? `${path}/` : path)) {
    result.refused.push(refusal(path, pathBytes, stats, 'ignored'))
  } else if (stats.isFile()) {
    result.files.push({ path, pathBytes, size: stats.size, modified: stats.mtimeMs, inode: stats.ino })
  } else if (stats.isDirectory()) {
    const key = `${stats.dev}:${stats.ino}`
    if (!visited.has(key))
      children.push({ path: `${path}/`, bytes: pathBytes ? Buffer.concat([pathBytes, Buffer.from('/')]) : null })
    visited.add(key)
  } else {
    result.refused.push(
      refusal(path, pathBytes, stats, stats.isSymbolicLink() ? linkCause(root, path, pathBytes) : 'special'),
    )
  }
}

/** The bytes of the path below the root, where any part of it is no UTF-8. */
function bytesOf(folder: Folder, entry: Dirent | Dirent<Buffer>): Uint8Array | null {
  const own = typeof entry.name === 'string' ? Buffer.from(entry.name) : entry.name
  const readable = own.toString('utf8') === nameText(entry)
  if (folder.bytes === null && readable) return null
  return Buffer.concat([folder.bytes ?? Buffer.from(folder.path), own])
}

function linkCause(root: string, path: string, pathBytes: Uint8Array | null): Cause {
  try {
    const target = realpathSync.native(pathToOpen(root, { path, pathBytes }), { encoding: 'buffer' })
    const inside = Buffer.from(`${root}/`)
    return Buffer.concat([target, Buffer.from('/')])
      .subarray(0, inside.length)
      .equals(inside)
      ? 'link'
      : 'outside'
  } catch {
    return 'dangling'
  }
}

function refusal(path: string, pathBytes: Uint8Array | null, stats: Stats | null, cause: Cause): FileRecord {
  const known = { size: stats?.size ?? 0, modified: stats?.mtimeMs ?? 0, inode: stats?.ino ?? 0 }
  const failed = cause === 'permission' || cause === 'unreadable' || cause === 'path-too-long'
  const state = failed ? 'failed' : 'skipped'
  return { path, pathBytes, ...known, state, cause, reason: reasonOf(cause), container: null, members: null }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

function causeOf(error: unknown): Cause {
  const code = codeOf(error)
  if (code === 'EACCES' || code === 'EPERM') return 'permission'
  return code === 'ENAMETOOLONG' ? 'path-too-long' : 'unreadable'
}
