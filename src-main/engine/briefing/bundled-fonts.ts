import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { BriefingFont } from '../../domain/briefing/font-faces'

const FileSchema = z.object({
  family: z.string(),
  weight: z.string(),
  style: z.string(),
  unicodeRange: z.string().nullable(),
  /** A name inside the folder, nothing that leads out of it. */
  file: z.string().regex(/^[\w.[\]-]+$/),
})
type FontFile = z.infer<typeof FileSchema>

/** The fonts bundled with the program, chosen by what a document needs. */
export interface BundledFonts {
  /** Data URLs of the files that have a character of `text`, in the manifest's order; of one family only when that is given. */
  fontsFor(text: string, family?: string): BriefingFont[]
}

/** What every text is set in; the other families are for characters that these have not (the emoji font also has digits). */
const FIRST = ['Source Serif 4', 'Inter']

/** Fonts from a folder as the build makes it; without one there are none, and the system's are used. */
export function openBundledFonts(folder: string | null): BundledFonts {
  const files = folder === null ? [] : manifestOf(folder)
  const ranged = files.map((font) => ({ font, ranges: rangesOf(font.unicodeRange) }))
  const first = ranged.filter(({ font }) => FIRST.includes(font.family))
  return {
    fontsFor(text, family) {
      const codes = codePointsOf(text)
      const others = new Set([...codes].filter((code) => !first.some(({ ranges }) => has(ranges, code))))
      return ranged
        .filter(({ font }) => family === undefined || font.family === family)
        .filter(({ font, ranges }) => isNeeded(ranges, FIRST.includes(font.family) ? codes : others))
        .map(({ font: { file, ...font } }) => ({ ...font, url: dataUrl(join(folder ?? '', file)) }))
    },
  }
}

/** `DATELINE_FONTS`, or `fonts/` beside the nearest bundle above this script; null where it was not built. */
export function fontsFolder(): string | null {
  const given = process.env['DATELINE_FONTS']
  const candidates = [...(given ? [given] : []), ...foldersAbove(dirname(fileURLToPath(import.meta.url)))]
  return candidates.find((folder) => existsSync(join(folder, 'manifest.json'))) ?? null
}

function foldersAbove(folder: string): string[] {
  const parent = dirname(folder)
  const here = [join(folder, 'fonts'), join(folder, 'out', 'fonts')]
  return parent === folder ? here : [...here, ...foldersAbove(parent)]
}

function manifestOf(folder: string): FontFile[] {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  return z.array(FileSchema).parse(manifest)
}

type Ranges = readonly (readonly [number, number])[] | null

/** The code points of a `unicode-range`: single ones, ranges, and wildcards such as U+4??. */
export function rangesOf(unicodeRange: string | null): Ranges {
  if (unicodeRange === null) return null
  return unicodeRange.split(',').map((part) => {
    const [from = '', to] = part.trim().replace(/^u\+/iu, '').split('-')
    const first = Number.parseInt(from.replaceAll('?', '0'), 16)
    return [first, Number.parseInt(to ?? from.replaceAll('?', 'f'), 16)] as const
  })
}

const has = (ranges: Ranges, code: number): boolean =>
  ranges === null || ranges.some(([first, last]) => code >= first && code <= last)

const isNeeded = (ranges: Ranges, codes: ReadonlySet<number>): boolean => [...codes].some((code) => has(ranges, code))

function codePointsOf(text: string): Set<number> {
  const codes = new Set<number>()
  for (const character of text) codes.add(character.codePointAt(0) ?? 0)
  return codes
}

const dataUrl = (file: string): string => `data:font/woff2;base64,${readFileSync(file).toString('base64')}`
