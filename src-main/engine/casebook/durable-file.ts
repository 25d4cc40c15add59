import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatelineError } from '../../contract/errors'

/**
 * Writes a file so that after a crash there is either the old one or the whole new one: temporary file, fsync, rename,
 * fsync of the folder. Throws `disk_full` or `read_only` where a person can help; then the old file is untouched.
 */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.writing`
  try {
    const file = openSync(temporary, 'w')
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
      let written = 0
      while (written < bytes.length) written += writeSync(file, bytes, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
    syncFolder(dirname(path))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw fileFault(error)
  }
}

/** Appends one line and waits until the disk has it. */
export function appendDurably(path: string, line: string): void {
  try {
    const file = openSync(path, 'a')
    try {
      // A new line in front: a line torn by an earlier crash spoils nothing but itself.
      writeSync(file, `\n${line}`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw fileFault(error)
  }
}

/** Makes renames and new names in a folder survive a power cut. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** An error of the file system as one a person can act on; others come back as they are. */
export function fileFault(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new DatelineError(
      'disk_full',
      'The disk is full. Free some space and save again; the text is still in the editor.',
      code,
    )
  }
  if (['EROFS', 'EACCES', 'EPERM'].includes(code)) {
    return new DatelineError('read_only', 'Dateline may not write there. Check the permissions of the folder.', code)
  }
  if (['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'EIO', 'ESTALE'].includes(code)) {
    return new DatelineError(
      'folder_missing',
      'The place where Dateline keeps its data cannot be reached. Connect its disk again; the text is still in the editor.',
      code,
    )
  }
  return error
}
