import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeExport } from '../briefing/export-target'
import { bodyOf, noteInput } from '../casebook/casebook.fixture'
import { saveNote } from '../casebook/save-note'
import { datelineError } from '../dateline-error'
import { canaries, makeScene, type Scene } from './scene.fixture'
import { fill, smallDisk, turnReadOnly, whyNoSmallDisk } from './small-disk.fixture'

const skipped = whyNoSmallDisk === null ? '' : ` (skipped: ${whyNoSmallDisk})`
const LONG = 'Many words. '.repeat(20_000)

/** Fills the disk, and what was kept for notes with it. */
function fillWithReserve(scene: Scene): () => void {
  rmSync(scene.file('reserve'))
  return fill(scene.directory)
}

function faultCode(error: unknown): string {
  const known = datelineError(error)
  return known instanceof Error && 'code' in known ? String(known.code) : String(error)
}

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    return faultCode(error)
  }
}

describe.skipIf(whyNoSmallDisk !== null)(`a disk that is full${skipped}`, () => {
  it('F8 while a note is saved: told so, nothing half, saved by the same handle when there is room', async () => {
    const scene = await makeScene(smallDisk(64))
    const session = await scene.open()
    session.store()
    const makeRoom = fillWithReserve(scene)
    const input = noteInput({ title: 'Long', body: bodyOf(LONG) })
    expect(codeOf(() => saveNote(session.store(), input))).toBe('disk_full')
    expect(readdirSync(scene.file('journal')).filter((name) => name.endsWith('.writing'))).toEqual([])
    makeRoom()
    scene.save(session, 'Long', LONG)
    await session.close()
    await scene.expectWhole()
  })

  it('F9 while it indexes: reading stops, notes are saved in the room kept for them, reading goes on later', async () => {
    const scene = await makeScene(smallDisk(64))
    const session = await scene.open()
    expect(existsSync(scene.file('reserve'))).toBe(true)
    for (let i = 0; i < 60; i++)
      writeFileSync(scene.source(`${i}.txt`), `PARIS, March 3 (AFP) - ${`Ship ${i} left. `.repeat(40)}`)
    const makeRoom = fill(scene.directory)
    const stopped = await session.pipeline.run('all').catch((error: unknown) => error)
    expect(faultCode(stopped)).toBe('disk_full')
    expect(session.pipeline.status().phase).toBe('failed')
    for (let i = 0; i < 20; i++) scene.save(session, `On a full disk ${i}`, 'Saved all the same. '.repeat(50))
    expect(existsSync(scene.file('reserve'))).toBe(false)
    makeRoom()
    expect(await session.pipeline.run('all')).toMatchObject({ files: 64, failed: 0 })
    await session.close()
    await scene.expectWhole()
  })

  it('F10 while a briefing is exported: the old file whole, no part of a new one', () => {
    const folder = smallDisk(2)
    const out = join(folder, 'briefing.pdf')
    writeFileSync(out, 'the old one')
    const makeRoom = fill(folder)
    expect(codeOf(() => writeExport(out, Buffer.alloc(500_000, 'x')))).toBe('disk_full')
    makeRoom()
    expect([readFileSync(out, 'utf8'), readdirSync(folder)]).toEqual(['the old one', ['briefing.pdf']])
    writeExport(out, Buffer.from('the new one'))
    expect(readFileSync(out, 'utf8')).toBe('the new one')
  })

  it('F11 in a backup: the ring as it was, what was saved is there', async () => {
    const scene = await makeScene(smallDisk(64))
    const session = await scene.open()
    scene.save(session, 'Large', LONG)
    const ring = readdirSync(scene.file('backups')).sort()
    const makeRoom = fillWithReserve(scene)
    await session.close().catch((error: unknown) => expect(faultCode(error)).toBe('disk_full'))
    expect(readdirSync(scene.file('backups')).sort()).toEqual(ring)
    makeRoom()
    await scene.expectWhole()
  })
})

describe.skipIf(process.getuid?.() === 0 && whyNoSmallDisk !== null)(`a folder turned read-only${skipped}`, () => {
  it('F27 in the middle of work: told so, nothing saved, reading goes on; saved when it can be written again', async () => {
    const scene = await makeScene()
    const session = await scene.open()
    const undo = turnReadOnly(scene.file('journal'))
    expect(codeOf(() => saveNote(session.store(), noteInput({ title: 'New' })))).toBe('read_only')
    expect(canaries(session)).toEqual(['canary.txt'])
    undo()
    scene.save(session, 'New', 'after all')
    await session.close()
    await scene.expectWhole()
  })

  it('F27 before the start: opens to read, or says why not, and loses nothing', async () => {
    const scene = await makeScene()
    const undo = turnReadOnly(scene.directory)
    const opened = await scene.open({ read: false }).then((session) => session.close().then(() => 'opened'), faultCode)
    undo()
    expect(['opened', 'read_only']).toContain(opened)
    await scene.expectWhole()
  })
})
