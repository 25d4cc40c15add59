import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../casebook/casebook.fixture'
import { openBundledFonts, rangesOf } from './bundled-fonts'

describe('rangesOf', () => {
  it('reads single code points, ranges and wildcards', () => {
    expect(rangesOf('U+26, U+0-7F,u+4??')).toEqual([
      [0x26, 0x26],
      [0, 0x7f],
      [0x400, 0x4ff],
    ])
    expect(rangesOf(null)).toBeNull()
  })
})

describe('openBundledFonts', () => {
  const font = (family: string, unicodeRange: string, file: string) => ({
    family,
    weight: '400',
    style: 'normal',
    unicodeRange,
    file,
  })
  const fonts = [
    font('Source Serif 4', 'U+0000-00FF', 'latin.woff2'),
    font('Source Serif 4', 'U+0400-04FF', 'cyrillic.woff2'),
    font('Noto Serif SC', 'U+20,U+6E2F', 'han.woff2'),
    font('Noto Emoji', 'U+30-39,U+1F30A', 'emoji.woff2'),
  ]
  const chosen = (text: string, family?: string) => {
    const folder = temporaryFolder()
    for (const { file } of fonts) writeFileSync(join(folder, file), file)
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(fonts))
    const files = openBundledFonts(folder).fontsFor(text, family)
    return files.map(({ url }) => Buffer.from(url.split(',')[1] ?? '', 'base64').toString())
  }

  it('takes the files whose characters occur, digits not from the emoji font', () => {
    expect(chosen('Port 4')).toEqual(['latin.woff2'])
    expect(chosen('Порт')).toEqual(['cyrillic.woff2'])
    expect(chosen('港 🌊')).toEqual(['latin.woff2', 'han.woff2', 'emoji.woff2'])
    expect(chosen('港 Порт', 'Source Serif 4')).toEqual(['latin.woff2', 'cyrillic.woff2'])
  })
  it('has none where none were built', () => {
    expect(openBundledFonts(null).fontsFor('Port')).toEqual([])
  })
})
