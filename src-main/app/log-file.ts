import { appendFileSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { redact } from './redact'

/** One file and one before it: half a megabyte at most together, whatever goes wrong how often. */
const ROTATE_BYTES = 256 * 1024

export interface Log {
  /** Writes one line with the time; `source` is the part of the program that speaks. Never throws. */
  add(source: string, line: string): void
  /** The last lines, oldest first. */
  tail(lines: number): string[]
}

/** The one log, `dateline.log` in the data folder: what the program did and what failed, without a word of any text or a file's name. */
export function openLog(dataFolder: string, now: () => Date = () => new Date()): Log {
  const file = join(dataFolder, 'dateline.log')
  const older = `${file}.1`
  return {
    add: (source, line) => {
      try {
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > ROTATE_BYTES) renameSync(file, older)
        appendFileSync(file, `${now().toISOString()} ${source}: ${redact(line)}\n`, { mode: 0o600 })
      } catch {
        // A full disk must stop nothing but the log.
      }
    },
    tail: (lines) => [older, file].flatMap((one) => linesOf(one)).slice(-lines),
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}
