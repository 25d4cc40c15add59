import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readAppearance, writeAppearance } from './appearance-file'

const USUAL = { theme: 'system', moreContrast: false }
let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'dateline-appearance-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the appearance file', () => {
  it('gives back what was written, and the usual where nothing was', () => {
    expect(readAppearance(folder)).toEqual(USUAL)
    writeAppearance(folder, { theme: 'dark', moreContrast: true })
    expect(readAppearance(folder)).toEqual({ theme: 'dark', moreContrast: true })
  })
  it.each(['', '{', '{"theme":"pink","moreContrast":false}', 'null'])('reads %j as never chosen', (broken) => {
    writeFileSync(join(folder, 'appearance.json'), broken)
    expect(readAppearance(folder)).toEqual(USUAL)
  })
  it('bears a folder that is not there', () => {
    const gone = join(folder, 'gone')
    writeAppearance(gone, { theme: 'dark', moreContrast: false })
    expect(readAppearance(gone)).toEqual(USUAL)
  })
})
