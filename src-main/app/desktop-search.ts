import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Names that tell Spotlight (macOS) and Tracker (Linux) to leave a folder out of their own indexes. */
const SIGNS = ['.metadata_never_index', '.trackerignore', '.nomedia']

/** Keeps the texts and notes in Dateline's data folder out of the system's search and thumbnails, where these can be told. */
export function keepFromDesktopSearch(folder: string): void {
  for (const name of SIGNS) {
    try {
      writeFileSync(join(folder, name), '', { flag: 'wx', mode: 0o600 })
    } catch {
      // It is there already, or the folder may not be written, which is told elsewhere.
    }
  }
}
