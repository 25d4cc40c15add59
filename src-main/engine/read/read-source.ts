import type { Stats } from 'node:fs'
import { NONE_CHOSEN, type ChosenEncodings } from '../../domain/decisions/chosen-encodings'
import { pathToOpen } from '../scan/path-name'
import type { Cause } from './causes'
import { readBytes, TOO_LARGE, type RawBytes } from './raw-bytes'
import { refused, understand, type Understood } from './understand'

export type SourceOutcome =
  | (Understood & { stats: FileStats | null })
  /** The file is not there any more. */
  | { state: 'vanished' }

/** A file to read; with what the walk saw of it, where there was one. */
export interface SourceFile extends Partial<FileStats> {
  path: string
  pathBytes: Uint8Array | null
}

export interface FileStats {
  size: number
  modified: number
  inode: number
}

/** Reads, decodes and understands one source file. Never throws for what is wrong with the file; never writes. */
export async function readSource(
  folder: string,
  file: SourceFile,
  chosen: ChosenEncodings = NONE_CHOSEN,
): Promise<SourceOutcome> {
  let raw: RawBytes
  try {
    raw = readBytes(pathToOpen(folder, file), file)
  } catch (error) {
    return outcomeOf(error)
  }
  const stats = statsOf(raw.stats)
  if (!raw.stats.isFile()) return { ...refused('skipped', 'special'), stats }
  if (raw.stats.size >= TOO_LARGE) return { ...refused('skipped', 'too-large'), stats }
  const own = { path: file.path, modified: stats.modified, chosen: chosen.get(raw.hash) ?? null }
  const understood = await understand({ ...own, ...raw })
  return { ...understood, stats }
}

const statsOf = (stats: Stats): FileStats => ({ size: stats.size, modified: stats.mtimeMs, inode: stats.ino })

/** What became of a file that the system would not open or read. Throws what is no error of the system. */
export function outcomeOf(error: unknown): SourceOutcome {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  if (code === null) throw error
  if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'vanished' }
  const refuse = (state: 'skipped' | 'failed', cause: Cause) => ({ ...refused(state, cause), stats: null })
  if (code === 'EACCES' || code === 'EPERM') return refuse('failed', 'permission')
  if (code === 'ENXIO' || code === 'ELOOP') return refuse('skipped', 'special')
  return code === 'ENAMETOOLONG' ? refuse('failed', 'path-too-long') : refuse('failed', 'unreadable')
}
