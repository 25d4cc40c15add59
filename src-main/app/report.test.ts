import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diagnosticReport, workspaceFacts } from './report'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'dateline-report-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the diagnostic report', () => {
  it('counts what is kept without naming it', () => {
    const workspace = join(folder, 'workspaces', '0f3a')
    mkdirSync(join(workspace, 'journal'), { recursive: true })
    writeFileSync(join(workspace, 'index.sqlite'), 'x'.repeat(100))
    writeFileSync(join(workspace, 'journal', 'note-1.md'), 'y'.repeat(20))
    writeFileSync(join(workspace, 'journal', 'note-2.md'), 'y'.repeat(22))
    const workspaces = workspaceFacts(folder)
    expect(workspaces).toEqual([{ parts: { 'index.sqlite': 100, journal: 42 } }])
    const report = diagnosticReport({
      version: '1.2.3',
      versions: { Electron: '45.4.1' },
      system: 'linux x64',
      sandboxed: true,
      safe: true,
      engine: 'up',
      engineRestarts: 2,
      refusals: 7,
      memory: [{ type: 'Browser', kilobytes: 204_800 }],
      workspaces,
      log: ['2026 engine: note.save: disk_full'],
    })
    for (const fact of [
      'Dateline 1.2.3 (safe mode)',
      'Electron 45.4.1',
      'restarted 2 times',
      'refused: 7',
      'Browser 200 MB',
    ])
      expect(report).toContain(fact)
    expect(report).toContain('journal 42 bytes')
    expect(report.trimEnd().endsWith('disk_full')).toBe(true)
    expect(report).not.toMatch(/0f3a|note-1/)
  })
  it('is made also where nothing is kept yet', () => {
    expect(workspaceFacts(join(folder, 'gone'))).toEqual([])
  })
})
