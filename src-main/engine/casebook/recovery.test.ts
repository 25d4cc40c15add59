import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../domain/evidence/edited-articles.fixture'
import { anchorIn, bodyOf, noteInput, openDesk, temporaryFolder, type Desk } from './casebook.fixture'
import { closeHandle, databaseOf } from '../../sql/connection'
import { openCasebookStore } from './open-casebook-store'
import { saveNote } from './save-note'

const HOUR = 3_600_000
const TEN = Array.from({ length: 10 }, (_, i) => `Note ${i}`)

interface Scene {
  directory: string
  file: string
  /** Opens the casebook as it lies there now. */
  open: () => Desk
}

/** A casebook of ten notes and a highlight that was closed in order, with one backup, and then got one more revision. */
function scene({ backups = true } = {}): Scene {
  const directory = temporaryFolder()
  const file = join(directory, 'casebook.sqlite')
  let time = Date.UTC(2019, 2, 12)
  const open = (): Desk => openDesk({ directory, now: () => new Date((time += HOUR)) })
  const first = open()
  for (const title of TEN) first.handlers['note.save'](noteInput({ title, body: bodyOf(title.repeat(200)) }))
  const article = first.articles.put('a.txt', 'A fire killed seven people.')
  first.handlers['highlight.create']({ anchor: anchorIn(article, 'killed seven'), noteId: null })
  first.store.close()
  const second = open()
  const changed = second.handlers['note.list']({ articleId: null }).find(({ title }) => title === 'Note 3')
  second.handlers['note.save'](
    noteInput({
      id: changed?.id ?? '',
      expectedRevision: 1,
      title: 'Note 3 changed',
      body: bodyOf('after the backup'),
    }),
  )
  second.store.close()
  if (!backups) rmSync(join(directory, 'backups'), { recursive: true })
  return { directory, file, open }
}

function expectWhole(desk: Desk): void {
  const titles = desk.handlers['note.list']({ articleId: null }).map(({ title }) => title)
  expect(titles.sort()).toEqual(TEN.map((title) => (title === 'Note 3' ? 'Note 3 changed' : title)))
  const article = desk.articles.put('a.txt', 'A fire killed seven people.')
  expect(desk.handlers['highlight.list']({ id: article.id })).toHaveLength(1)
}

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const content = readFileSync(file)
  content.set(bytes, at)
  writeFileSync(file, content)
}

const DAMAGE: Record<string, (file: string) => void> = {
  'truncated to nothing': (file) => truncateSync(file, 0),
  'cut in half': (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
  'with its header zeroed': (file) => overwrite(file, 0, new Uint8Array(100)),
  'with a page overwritten': (file) => overwrite(file, 3 * 4096, new Uint8Array(4096).fill(0xa5)),
  'zeroed from end to end': (file) => writeFileSync(file, new Uint8Array(readFileSync(file).length)),
  gone: (file) => rmSync(file),
  'replaced by another program’s file': (file) => overwrite(file, 68, new Uint8Array([1, 2, 3, 4])),
  'with one letter of a note changed': (file) =>
    overwrite(file, readFileSync(file).indexOf('Note 7Note 7') + 700, new Uint8Array([0x58])),
  'with 200 bits flipped': (file) => {
    const random = seededRandom(41)
    const content = readFileSync(file)
    for (let i = 0; i < 200; i++) {
      const at = Math.floor(random() * content.length)
      content[at] = (content[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    }
    writeFileSync(file, content)
  },
}

describe('a damaged casebook', () => {
  for (const [how, damage] of Object.entries(DAMAGE)) {
    for (const backups of [true, false]) {
      it(`${how} comes back whole ${backups ? 'from backup and journal' : 'from the journal alone'}`, () => {
        const { directory, file, open } = scene({ backups })
        damage(file)
        const before = existsSync(file) ? readFileSync(file) : null
        const desk = open()
        expectWhole(desk)
        expect(desk.store.notice).toMatchObject({ kind: 'casebook-restored' })
        if (before) {
          const [folder = ''] = readdirSync(join(directory, 'damaged'))
          expect(readFileSync(join(directory, 'damaged', folder, 'casebook.sqlite')).equals(before)).toBe(true)
        }
        desk.store.close()
        const again = open()
        expect(again.store.notice).toBeNull()
        expectWhole(again)
      })
    }
  }

  it('is restored from the next older backup when the newest is damaged too, and says so', () => {
    const { directory, file, open } = scene()
    const [newest = ''] = readdirSync(join(directory, 'backups')).sort().reverse()
    truncateSync(join(directory, 'backups', newest), 3 * 4096)
    truncateSync(file, 0)
    const desk = open()
    expectWhole(desk)
    expect(desk.store.notice?.message).toContain('1 damaged backups were passed over')
  })

  it('with a log of another file beside it never replays that log', () => {
    const { directory, file, open } = scene()
    const writing = open()
    writing.handlers['note.save'](noteInput({ title: 'only in the log' }))
    const log = readFileSync(`${file}-wal`)
    writing.store.close()
    expect(log.length).toBeGreaterThan(0)
    const backup = readdirSync(join(directory, 'backups')).sort().reverse()[0] ?? ''
    copyFileSync(join(directory, 'backups', backup), file)
    writeFileSync(`${file}-wal`, log)
    const desk = open()
    const [folder = ''] = readdirSync(join(directory, 'damaged'))
    expect(readFileSync(join(directory, 'damaged', folder, 'casebook.sqlite-wal')).equals(log)).toBe(true)
    expect(desk.handlers['note.list']({ articleId: null })).toHaveLength(11)
  })

  it('gets back from the journal what was only in a log that vanished', () => {
    const { file, open } = scene()
    const writing = open()
    const { id } = writing.handlers['note.save'](noteInput({ title: 'only in the log' }))
    const [main, mark] = [readFileSync(file), readFileSync(file.replace('.sqlite', '.mark.json'))]
    writing.store.close()
    // As a kill leaves it, with the log deleted.
    writeFileSync(file, main)
    writeFileSync(file.replace('.sqlite', '.mark.json'), mark)
    const desk = open()
    expect(desk.handlers['note.get']({ id }).title).toBe('only in the log')
  })
})

describe('a casebook that must be left alone', () => {
  it('of a newer Dateline is refused with every byte unchanged', () => {
    const { file, open } = scene()
    overwrite(file, 60, new Uint8Array([0, 0, 0, 99]))
    const before = readFileSync(file)
    expect(open).toThrow(expect.objectContaining({ code: 'newer_version' }))
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('of a newer Dateline is refused also when only its log says so', () => {
    const { file, open } = scene()
    const { store } = open()
    databaseOf(store.casebook).pragma('user_version = 99')
    const [main, log] = [readFileSync(file), readFileSync(`${file}-wal`)]
    closeHandle(store.casebook)
    writeFileSync(file, main)
    writeFileSync(`${file}-wal`, log)
    expect(open).toThrow(expect.objectContaining({ code: 'newer_version' }))
    expect(readFileSync(file).equals(main) && readFileSync(`${file}-wal`).equals(log)).toBe(true)
  })

  it('commits nothing that the journal could not take, and takes the same save once it can', () => {
    const { directory, open } = scene()
    const { handlers } = open()
    const { id } = handlers['note.save'](noteInput({ title: 'first' }))
    const entry = join(directory, 'journal', `note-${id}.md`)
    rmSync(entry)
    mkdirSync(join(entry, 'in the way'), { recursive: true })
    const second = noteInput({ id, expectedRevision: 1, title: 'second' })
    expect(() => handlers['note.save'](second)).toThrow()
    expect(handlers['note.get']({ id })).toMatchObject({ revision: 1, title: 'first' })
    rmSync(entry, { recursive: true })
    expect(handlers['note.save'](second).revision).toBe(2)
  })

  it('open elsewhere is refused as in use', () => {
    const { open } = scene()
    const desk = open()
    expect(open).toThrow(expect.objectContaining({ code: 'in_use' }))
    expectWhole(desk)
  })

  it('is durable: FULL after a write and after a reopen', () => {
    const { open } = scene()
    for (let i = 0; i < 2; i++) {
      const { store, handlers } = open()
      handlers['note.save'](noteInput({ title: `more ${i}` }))
      expect(databaseOf(store.casebook).pragma('synchronous', { simple: true })).toBe(2)
      expect(databaseOf(store.casebook).pragma('journal_mode', { simple: true })).toBe('wal')
      store.close()
    }
  })

  it('keeps history: revisions can neither be changed nor deleted', () => {
    const { store } = scene().open()
    for (const sql of [
      "UPDATE note_revision SET title = ''",
      'DELETE FROM note_revision',
      'UPDATE anchor SET start = 0',
    ]) {
      expect(() => databaseOf(store.casebook).exec(sql)).toThrow(/append-only/)
    }
  })
})

describe('backups', () => {
  it('are made hourly when something changed, and never while nothing did', () => {
    const directory = temporaryFolder()
    let time = Date.UTC(2019, 2, 12)
    const store = openCasebookStore({ directory, now: () => new Date(time) })
    const count = (): number => readdirSync(join(directory, 'backups')).length
    const before = count()
    saveNote(store, noteInput({}))
    time += HOUR / 2
    store.tick()
    const half = count()
    time += HOUR
    store.tick()
    store.tick()
    expect([half - before, count() - before]).toEqual([0, 1])
    time += 5 * HOUR
    store.tick()
    expect(count() - before).toBe(1)
    store.close()
  })
})
