import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The file at the top of a folder that says what is not to be read; its form is a small part of gitignore's. */
export const IGNORE_FILE = '.datelineignore'

const MAX_BYTES = 64 * 1024

/** Whether a path (relative, '/' between parts) is left out. */
export type Ignored = (path: string) => boolean

/**
 * Reads patterns, one a line; `#` begins a comment. `notes/` leaves out a folder at the top, `*.bak` every name with that
 * ending, `a/b.txt` that one file. Other wildcards mean themselves: a list that fails open shows too much, never too little.
 */
export function parseIgnoreList(text: string): Ignored {
  const patterns = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const endings = patterns.filter((pattern) => pattern.startsWith('*.')).map((pattern) => pattern.slice(1))
  const folders = patterns.filter((pattern) => pattern.endsWith('/'))
  const files = new Set(patterns)
  return (path) =>
    files.has(path) ||
    endings.some((ending) => path.endsWith(ending)) ||
    folders.some((folder) => path.startsWith(folder))
}

/** The ignore list of a folder; one that is missing, too large, no plain file or unreadable leaves nothing out. */
export function readIgnoreList(folder: string): Ignored {
  const path = join(folder, IGNORE_FILE)
  try {
    // The folder may be a stranger's: a pipe in this place would be waited on for ever, a device read without end.
    const stats = lstatSync(path)
    if (!stats.isFile() || stats.size > MAX_BYTES) return nothing
    return parseIgnoreList(readFileSync(path, 'utf8'))
  } catch {
    return nothing
  }
}

const nothing: Ignored = () => false
