import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { WindowState } from './window-bounds'

const Schema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  maximized: z.boolean(),
})

const fileIn = (dataFolder: string) => join(dataFolder, 'window.json')

/** Where the window was, or null when that is not known or cannot be read: it is never worth an error. */
export function readWindowState(dataFolder: string): WindowState | null {
  try {
    return Schema.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')))
  } catch {
    return null
  }
}

export function writeWindowState(dataFolder: string, state: WindowState): void {
  const file = fileIn(dataFolder)
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  } catch {
    // A full disk must not keep the window from closing; the next start uses the usual size.
  }
}
