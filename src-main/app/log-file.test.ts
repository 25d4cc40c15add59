import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLog } from './log-file'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'dateline-log-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const noon = () => new Date('2026-01-02T12:00:00Z')

describe('the log', () => {
  it('keeps time, source and the line without quoted words', () => {
    const log = openLog(folder, noon)
    log.add('engine', 'note.save: disk_full: could not write "The minister said"')
    expect(log.tail(5)).toEqual(['2026-01-02T12:00:00.000Z engine: note.save: disk_full: could not write …'])
  })
  it('rotates: two files, never more than their bound, the newest line last', () => {
    const log = openLog(folder, noon)
    for (let i = 0; i < 4000; i++) log.add('main', `${i} ${'x'.repeat(300)}`)
    const files = readdirSync(folder)
    expect(files.sort()).toEqual(['dateline.log', 'dateline.log.1'])
    for (const name of files) expect(statSync(join(folder, name)).size).toBeLessThan(258 * 1024)
    expect(log.tail(2).map((line) => line.slice(31, 36))).toEqual(['3998 ', '3999 '])
  })
  it('is for its owner alone, and bears a folder that is gone', () => {
    openLog(folder, noon).add('main', 'started')
    expect(statSync(join(folder, 'dateline.log')).mode & 0o077).toBe(0)
    const gone = openLog(join(folder, 'gone'), noon)
    gone.add('main', 'started')
    expect(gone.tail(3)).toEqual([])
  })
})
