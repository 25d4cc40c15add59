import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { DatelineError } from '../../contract/errors'
import { fileFault, syncFolder } from '../casebook/durable-file'

/**
 * Where an export may be written, with links resolved. Throws `read_only` for a path inside the folder of sources, which are never
 * written, and `not_found` where there is no folder to write into.
 */
export function exportTarget(out: string, sources: string | null, what = 'briefing'): string {
  const asked = resolve(out)
  let folder: string
  try {
    folder = realpathSync.native(dirname(asked))
  } catch {
    throw new DatelineError('not_found', `There is no folder ${dirname(asked)} to write the ${what} into.`)
  }
  const target = realOr(join(folder, basename(asked)))
  if (sources !== null && isInside(target, realpathSync.native(sources))) {
    throw new DatelineError(
      'read_only',
      `A ${what} cannot be written among the sources, which are never changed. Choose a place outside of the opened folder.`,
    )
  }
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DatelineError('not_found', `${target} is a folder. Give the ${what} a file name.`)
  }
  return target
}

/** Where a link leads, so that none in another folder can point at a source. */
function realOr(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

/**
 * Writes an export so that there is either the old file or the whole new one: `.part` beside it, fsync, rename. Throws `disk_full` or
 * `read_only` where a person can help; then nothing was written.
 */
export function writeExport(target: string, bytes: Uint8Array, what = 'briefing'): void {
  const part = `${target}.part`
  try {
    const file = openSync(part, 'w')
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(part, target)
  } catch (error) {
    rmSync(part, { force: true })
    throw exportFault(error, what)
  }
  syncFolder(dirname(target))
}

function exportFault(error: unknown, what: string): unknown {
  const known = fileFault(error)
  if (!(known instanceof DatelineError)) return known
  if (known.code !== 'disk_full') return known
  return new DatelineError(
    'disk_full',
    `The disk is full: the ${what} was not written, and a file of this name is as it was. Free some space or choose another disk.`,
    known.detail,
  )
}
