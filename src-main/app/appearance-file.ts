import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Schema = z.object({ theme: z.enum(['system', 'light', 'dark']), moreContrast: z.boolean() })
type Appearance = z.infer<typeof Schema>

const USUAL: Appearance = { theme: 'system', moreContrast: false }

const fileIn = (dataFolder: string) => join(dataFolder, 'appearance.json')

/**
 * Light or dark and high contrast as last chosen, for the whole program whatever folder is open. Main keeps them, so that the
 * window has its colour before the page has drawn. What cannot be read is as if never chosen.
 */
export function readAppearance(dataFolder: string): Appearance {
  try {
    return Schema.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')))
  } catch {
    return USUAL
  }
}

export function writeAppearance(dataFolder: string, appearance: Appearance): void {
  const file = fileIn(dataFolder)
  try {
    writeFileSync(`${file}.new`, JSON.stringify(appearance))
    renameSync(`${file}.new`, file)
  } catch {
    // A full disk must not keep the theme from changing; the next start uses the one before.
  }
}
