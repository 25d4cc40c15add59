import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const require = createRequire(import.meta.url)

/**
 * The style sheets of the fonts that go into briefings. Static ones: Chromium's PDF writer turns variable fonts into Type 3 fonts,
 * which come out unevenly spaced and whose Arabic words come apart when they are searched.
 */
const SHEETS = [
  require.resolve('@fontsource/source-serif-4/400.css'),
  require.resolve('@fontsource/source-serif-4/400-italic.css'),
  require.resolve('@fontsource/source-serif-4/600.css'),
  require.resolve('@fontsource/source-serif-4/700.css'),
  require.resolve('@fontsource/inter/400.css'),
  require.resolve('@fontsource/inter/600.css'),
  require.resolve('@fontsource/noto-naskh-arabic/400.css'),
  require.resolve('@fontsource/noto-serif-sc/400.css'),
  require.resolve('@fontsource/noto-emoji/400.css'),
]

/** One font file as the manifest names it. */
interface FontFile {
  family: string
  weight: string
  style: string
  /** The CSS descriptor; null for all characters. */
  unicodeRange: string | null
  file: string
}

/** Puts the fonts, their licences and a manifest of which file has which characters into `folder`, once a build. */
export function bundledFonts(folder: string): Plugin {
  return {
    name: 'dateline-bundled-fonts',
    apply: 'build',
    closeBundle() {
      copyFonts(folder)
    },
  }
}

/**
 * Puts the maps of characters of East Asian PDFs into `folder`, once a build: such files may name one of Adobe's instead of carrying their own,
 * and have no text without it.
 */
export function bundledCharacterMaps(folder: string): Plugin {
  return {
    name: 'dateline-bundled-character-maps',
    apply: 'build',
    closeBundle() {
      const source = join(dirname(require.resolve('pdfjs-dist/package.json')), 'cmaps')
      const names = readdirSync(source)
      if (existsSync(folder) && readdirSync(folder).length === names.length) return
      mkdirSync(folder, { recursive: true })
      for (const name of names) copyFileSync(join(source, name), join(folder, name))
    },
  }
}

/** Copies fonts, licences and, last, the manifest; a folder that has this manifest already is left alone. */
function copyFonts(folder: string): void {
  const faces = SHEETS.flatMap((sheet) =>
    facesOf(readFileSync(sheet, 'utf8')).map((face) => ({ ...face, source: join(dirname(sheet), face.source) })),
  )
  const fonts = faces.map(({ source, ...face }): FontFile => ({ ...face, file: basename(source) }))
  const manifest = `${JSON.stringify(fonts, null, 1)}\n`
  const manifestFile = join(folder, 'manifest.json')
  if (existsSync(manifestFile) && readFileSync(manifestFile, 'utf8') === manifest) return
  mkdirSync(folder, { recursive: true })
  for (const sheet of SHEETS) {
    copyFileSync(join(dirname(sheet), 'LICENSE'), join(folder, `LICENSE-${basename(dirname(sheet))}.txt`))
  }
  for (const { source } of faces) copyFileSync(source, join(folder, basename(source)))
  writeFileSync(manifestFile, manifest)
}

interface Face extends Omit<FontFile, 'file'> {
  /** The file, beside the style sheet. */
  source: string
}

/** The `@font-face` rules of a style sheet as Fontsource writes them. */
function facesOf(css: string): Face[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, rule = '']) => {
    const value = (property: string): string | null =>
      new RegExp(`(?:^|[\\s;])${property}:\\s*([^;]+);`).exec(rule)?.[1]?.trim() ?? null
    const source = /url\(([^)]+\.woff2)\)/.exec(rule)?.[1]
    const family = value('font-family')?.replace(/^['"]|['"]$/g, '')
    if (!source || !family) throw new Error(`A font rule cannot be read: ${rule.slice(0, 200)}`)
    return {
      family,
      weight: value('font-weight') ?? '400',
      style: value('font-style') ?? 'normal',
      unicodeRange: value('unicode-range'),
      source,
    }
  })
}
