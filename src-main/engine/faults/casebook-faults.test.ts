import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../domain/evidence/edited-articles.fixture'
import { noteHeads, noteRevision } from '../../sql/casebook/notes'
import { databaseOf } from '../../sql/connection'
import { openCasebookStore } from '../casebook/open-casebook-store'
import { saveNote } from '../casebook/save-note'
import { bodyOf, noteInput } from '../casebook/casebook.fixture'
import { makeScene, type Scene } from './scene.fixture'

const CASEBOOK = 'casebook.sqlite'
const LOG = `${CASEBOOK}-wal`
/** Torn logs tried; `npm run test:faults -- --full` tries 300. */
const TORN = process.env['DATELINE_FULL'] ? 300 : 40

/** Rewrites a file of the workspace in place. */
function change(scene: Scene, name: string, how: (bytes: Buffer) => void): void {
  const bytes = readFileSync(scene.file(name))
  how(bytes)
  writeFileSync(scene.file(name), bytes)
}

/** The folder as a kill in the middle of work leaves it: nothing is closed, the log still holds the last save. */
async function killedWhileOpen(scene: Scene): Promise<void> {
  const session = await scene.open()
  scene.save(session, 'Last words', 'Only in the log. '.repeat(40))
  const copy = `${scene.directory}-as-killed`
  cpSync(scene.directory, copy, { recursive: true })
  await session.close()
  rmSync(scene.directory, { recursive: true })
  cpSync(copy, scene.directory, { recursive: true })
  rmSync(copy, { recursive: true })
}

describe('the casebook’s file is damaged between two starts', () => {
  const damages: Record<string, (scene: Scene) => void> = {
    'F12 truncated to 0 bytes': (scene) => truncateSync(scene.file(CASEBOOK), 0),
    'F13 cut in half': (scene) => truncateSync(scene.file(CASEBOOK), readFileSync(scene.file(CASEBOOK)).length >> 1),
    'F14 header zeroed': (scene) => change(scene, CASEBOOK, (bytes) => bytes.fill(0, 0, 100)),
    'F15 one page overwritten': (scene) => change(scene, CASEBOOK, (bytes) => bytes.fill(0xa5, 3 * 4096, 4 * 4096)),
    'F16 200 bits flipped': (scene) => {
      const random = seededRandom(16)
      change(scene, CASEBOOK, (bytes) => {
        for (let i = 0; i < 200; i++) {
          const at = Math.floor(random() * bytes.length)
          bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
        }
      })
    },
    'F22 the newest backup corrupt as well': (scene) => {
      const [newest = ''] = readdirSync(scene.file('backups')).sort().reverse()
      truncateSync(join(scene.file('backups'), newest), 2 * 4096)
      truncateSync(scene.file(CASEBOOK), 0)
    },
  }
  for (const [name, damage] of Object.entries(damages)) {
    it(`${name}: noticed, moved aside, everything acknowledged is back`, async () => {
      const scene = await makeScene()
      damage(scene)
      const broken = readFileSync(scene.file(CASEBOOK))
      const history = !name.startsWith('F22')
      expect(await scene.expectWhole({ history })).toContain('restored')
      const [kept = ''] = readdirSync(scene.file('damaged'))
      expect(readFileSync(join(scene.file('damaged'), kept, CASEBOOK)).equals(broken)).toBe(true)
      expect(await scene.expectWhole({ history })).toBe('')
    })
  }
})

describe('the casebook’s log after a kill', () => {
  it(
    `F19 torn at ${TORN} places or with a bit flipped: opens, and nothing acknowledged is missing`,
    { timeout: 120_000 },
    async () => {
      const scene = await makeScene()
      await killedWhileOpen(scene)
      const log = readFileSync(scene.file(LOG))
      expect(log.length).toBeGreaterThan(0)
      const untouched = `${scene.directory}-untouched`
      cpSync(scene.directory, untouched, { recursive: true })
      const random = seededRandom(19)
      for (let round = 0; round < TORN; round++) {
        const at = Math.floor(random() * log.length)
        const torn = Buffer.from(round % 2 === 0 ? log.subarray(0, at) : log)
        if (round % 2 === 1) torn[at] = (torn[at] ?? 0) ^ (1 << Math.floor(random() * 8))
        for (const name of [CASEBOOK, 'casebook.mark.json']) copyFileSync(join(untouched, name), scene.file(name))
        writeFileSync(scene.file(LOG), torn)
        const store = openCasebookStore({ directory: scene.directory })
        for (const { id, revision, sha256 } of scene.acknowledged)
          expect(noteRevision(store.casebook, id, revision)?.sha256, `round ${round}, byte ${at}`).toBe(sha256)
        store.close()
      }
      rmSync(untouched, { recursive: true })
      await scene.expectWhole()
    },
  )

  it('F20 a stale log beside a restored backup: moved aside, not replayed', async () => {
    const scene = await makeScene()
    await killedWhileOpen(scene)
    const log = readFileSync(scene.file(LOG))
    const [newest = ''] = readdirSync(scene.file('backups')).sort().reverse()
    copyFileSync(join(scene.file('backups'), newest), scene.file(CASEBOOK))
    await scene.expectWhole()
    const [kept = ''] = readdirSync(scene.file('damaged'))
    expect(readFileSync(join(scene.file('damaged'), kept, LOG)).equals(log)).toBe(true)
  })

  it('F21 the log deleted after a kill: its revisions come from the journal', async () => {
    const scene = await makeScene()
    await killedWhileOpen(scene)
    rmSync(scene.file(LOG))
    await scene.expectWhole()
  })
})

describe('saving fails', () => {
  it('F8 the disk full while a note is saved: coded, nothing half, the same save goes through once there is room', async () => {
    const scene = await makeScene()
    const session = await scene.open()
    const database = databaseOf(session.store().casebook)
    const pages = Number(database.pragma('page_count', { simple: true }))
    database.pragma(`max_page_count = ${pages}`)
    const input = noteInput({ title: 'Long', body: bodyOf('Many words. '.repeat(20_000)) })
    const before = noteHeads(session.store().casebook, 'kept').length
    expect(() => saveNote(session.store(), input)).toThrow()
    expect(noteHeads(session.store().casebook, 'kept')).toHaveLength(before)
    database.pragma('max_page_count = 1000000')
    scene.save(session, 'Long', 'Many words. '.repeat(20_000))
    await session.close()
    await scene.expectWhole()
  })

  it('F11 the disk full in a backup: the ring stays as it was, notes are saved all the same', async () => {
    const scene = await makeScene()
    const ring = readdirSync(scene.file('backups')).sort()
    const troubles: unknown[] = []
    // A folder in the way of the copy stands in for the full disk: the copy cannot be written either way.
    mkdirSync(join(scene.file('backups'), 'copying.sqlite', 'x'), { recursive: true })
    const store = openCasebookStore({ directory: scene.directory, onTrouble: (error) => troubles.push(error) })
    saveNote(store, noteInput({ title: 'More', body: bodyOf('more') }))
    store.close()
    rmSync(join(scene.file('backups'), 'copying.sqlite'), { recursive: true })
    expect(readdirSync(scene.file('backups')).sort()).toEqual(ring)
    expect(troubles.length).toBeGreaterThan(0)
    await scene.expectWhole()
  })

  it('F34 the journal cannot be written: not acknowledged, not in the casebook either', async () => {
    const scene = await makeScene()
    const session = await scene.open()
    const saved = scene.save(session, 'First', 'first')
    const entry = join(scene.file('journal'), `note-${saved.id}.md`)
    rmSync(entry)
    mkdirSync(join(entry, 'in the way'), { recursive: true })
    const again = noteInput({ id: saved.id, expectedRevision: 1, title: 'Second', body: bodyOf('second') })
    expect(() => saveNote(session.store(), again)).toThrow()
    rmSync(entry, { recursive: true })
    scene.save(session, 'Second', 'second', saved)
    await session.close()
    await scene.expectWhole()
  })
})

describe('the casebook in odd hands', () => {
  it('F20 another copy put in its place while it is open, as a synchronising program does: what was saved since comes back', async () => {
    const scene = await makeScene()
    const copy = `${scene.directory}-synchronised.sqlite`
    copyFileSync(scene.file(CASEBOOK), copy)
    const session = await scene.open()
    // Of a note that both have: a note more or less would be noticed by its count alone.
    const known = scene.acknowledged.at(-1)
    session.store()
    renameSync(copy, scene.file(CASEBOOK))
    scene.save(session, 'After', 'saved after the copy came', known)
    await session.close()
    await scene.expectWhole({ history: false })
  })

  it('F28 the place of the data gone while words are typed: told so and not acknowledged; saved when it is back', async () => {
    const scene = await makeScene()
    const session = await scene.open()
    session.store()
    renameSync(scene.file('journal'), scene.file('journal-away'))
    expect(() => saveNote(session.store(), noteInput({ title: 'Lost?' }))).toThrow(
      expect.objectContaining({ code: 'folder_missing' }),
    )
    renameSync(scene.file('journal-away'), scene.file('journal'))
    scene.save(session, 'Not lost', 'after all')
    await session.close()
    await scene.expectWhole()
  })

  it('F23 written by a newer version: refused, every byte unchanged', async () => {
    const scene = await makeScene()
    change(scene, CASEBOOK, (bytes) => bytes.writeUInt32BE(99, 60))
    const before = readFileSync(scene.file(CASEBOOK))
    const session = await scene.open()
    expect(() => session.store()).toThrow(expect.objectContaining({ code: 'newer_version' }))
    await session.close()
    expect(readFileSync(scene.file(CASEBOOK)).equals(before)).toBe(true)
    change(scene, CASEBOOK, (bytes) => bytes.writeUInt32BE(schemaOf(scene), 60))
    await scene.expectWhole()
  })

  it('F26 open in another program: told so, nothing written', async () => {
    const scene = await makeScene()
    const session = await scene.open()
    session.store()
    const before = readFileSync(scene.file(CASEBOOK))
    await expect(scene.open()).rejects.toMatchObject({ code: 'in_use' })
    expect(readFileSync(scene.file(CASEBOOK)).equals(before)).toBe(true)
    await session.close()
    await scene.expectWhole()
  })

  it('F31 the clock an hour back, then in 1970: revisions go on by number', async () => {
    const scene = await makeScene()
    const times = [Date.UTC(2026, 5, 1, 12), Date.UTC(2026, 5, 1, 11), 0]
    const saved: { id: string; revision: number }[] = []
    for (const time of times) {
      const store = openCasebookStore({ directory: scene.directory, now: () => new Date(time) })
      const last = saved.at(-1)
      const input = {
        id: last?.id ?? null,
        expectedRevision: last?.revision ?? 0,
        title: `At ${time}`,
        body: bodyOf(`at ${time}`),
      }
      saved.push(saveNote(store, noteInput(input)))
      store.close()
    }
    expect(saved.map(({ revision }) => revision)).toEqual([1, 2, 3])
    const store = openCasebookStore({ directory: scene.directory })
    expect(noteHeads(store.casebook, 'kept').find(({ id }) => id === saved[0]?.id)?.title).toBe('At 0')
    store.close()
    await scene.expectWhole()
  })

  it('F32 one note changed in two panes: a conflict copy, both texts are there', async () => {
    const scene = await makeScene()
    const session = await scene.open()
    const base = scene.save(session, 'Shared', 'base')
    scene.save(session, 'Shared', 'from the first pane', base)
    const second = noteInput({
      id: base.id,
      expectedRevision: 1,
      title: 'Shared',
      body: bodyOf('from the second pane'),
    })
    expect(() => saveNote(session.store(), second)).toThrow(expect.objectContaining({ code: 'stale' }))
    const previews = noteHeads(session.store().casebook, 'kept').map(({ preview }) => preview)
    expect(previews).toEqual(expect.arrayContaining(['from the first pane', 'from the second pane']))
    await session.close()
    await scene.expectWhole()
  })

  it('F33 everything selected, deleted, saved and quit: the words before are kept for good', async () => {
    const scene = await makeScene()
    const session = await scene.open()
    const full = scene.save(session, 'Long', 'A sentence worth keeping. '.repeat(20))
    scene.save(session, 'Long', '', full)
    await session.close()
    const store = openCasebookStore({ directory: scene.directory })
    expect(noteRevision(store.casebook, full.id, full.revision)?.body).toContain('worth keeping')
    store.close()
    await scene.expectWhole()
  })
})

/** The schema number this program writes, from a backup of the same casebook. */
function schemaOf(scene: Scene): number {
  const [newest = ''] = readdirSync(scene.file('backups')).sort().reverse()
  return readFileSync(join(scene.file('backups'), newest)).readUInt32BE(60)
}
