import DatabaseConstructor from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CASEBOOK_MIGRATIONS } from '../../sql/casebook/migrations'
import { noteHead, noteRevision } from '../../sql/casebook/notes'
import { databaseOf } from '../../sql/connection'
import { checkHealth } from '../../sql/health'
import { migrate, versionOf } from '../../sql/migrate'
import { CASEBOOK_APPLICATION_ID } from '../../sql/open-casebook'
import { bodyOf, noteInput, temporaryFolder } from '../casebook/casebook.fixture'
import { briefingHash, noteHash } from '../casebook/content-hash'
import { killAfter } from '../casebook/kill-writer.fixture'
import { openCasebookStore } from '../casebook/open-casebook-store'
import { saveNote } from '../casebook/save-note'

const NEWEST = CASEBOOK_MIGRATIONS.at(-1)?.version ?? 0
const OLD = CASEBOOK_MIGRATIONS.map(({ version }) => version).filter((version) => version < NEWEST)
const KILLER = join(import.meta.dirname, 'upgrade-killer.fixture.ts')

const TEXT = { title: 'Written long ago', body: JSON.stringify(bodyOf('Old words.')), citations: [] }
const BRIEFING = { title: 'Old briefing', marking: '', author: 'K. Amsel', sections: '[]' }
const TIME = '2026-01-02T03:04:05.000Z'

/** A casebook as an earlier version of the program left it: a note and a briefing, and nothing beside the file. */
function oldCasebook(schema: number): { directory: string; file: string } {
  const directory = temporaryFolder()
  const file = join(directory, 'casebook.sqlite')
  const database = new DatabaseConstructor(file)
  database.pragma('journal_mode = WAL')
  const migrations = CASEBOOK_MIGRATIONS.filter(({ version }) => version <= schema)
  migrate(database, { migrations, applicationId: CASEBOOK_APPLICATION_ID })
  database.exec('BEGIN')
  database.prepare("INSERT INTO casebook (one, id, made_at) VALUES (1, 'old', ?)").run(TIME)
  database
    .prepare("INSERT INTO note (id, revision, pinned, made_at, saved_at) VALUES ('note', 1, 0, ?, ?)")
    .run(TIME, TIME)
  database
    .prepare(
      "INSERT INTO note_revision (note_id, revision, title, body, preview, sha256, saved_at) VALUES ('note', 1, ?, ?, '', ?, ?)",
    )
    .run(TEXT.title, TEXT.body, noteHash(TEXT), TIME)
  database.prepare("INSERT INTO briefing (id, revision, made_at, saved_at) VALUES ('brief', 1, ?, ?)").run(TIME, TIME)
  database
    .prepare("INSERT INTO briefing_revision VALUES ('brief', 1, ?, ?, ?, '[]', 0, 0, ?, ?)")
    .run(BRIEFING.title, BRIEFING.marking, BRIEFING.author, briefingHash(BRIEFING), TIME)
  database.exec('COMMIT')
  database.close()
  return { directory, file }
}

/** Opens it with this program: the old note has its words, everything is sound, and one more note can be saved. */
function expectUpgraded(directory: string, schema: number): void {
  const store = openCasebookStore({ directory })
  expect(store.notice).toBeNull()
  expect(versionOf(databaseOf(store.casebook))).toBe(NEWEST)
  const note = noteRevision(store.casebook, 'note', 1)
  expect(note && noteHash(note)).toBe(noteHash(TEXT))
  expect(noteHead(store.casebook, 'note')?.removedAt).toBeNull()
  expect(databaseOf(store.casebook).prepare('SELECT title FROM briefing_revision').pluck().all()).toEqual([
    'Old briefing',
  ])
  expect(checkHealth(store.casebook).verdict).toBe('ok')
  saveNote(store, noteInput({ title: 'After the upgrade' }))
  store.close()
  const kept = new DatabaseConstructor(join(directory, 'backups', `before-upgrade-from-schema-${schema}.sqlite`), {
    readonly: true,
  })
  expect([versionOf(kept), kept.prepare('SELECT count(*) FROM note').pluck().get()]).toEqual([schema, 1])
  kept.close()
}

describe('a casebook of an earlier version', () => {
  it.each(OLD)('F40 of schema %i: upgraded with everything in it, and kept as it was beside it', (schema) => {
    const { directory } = oldCasebook(schema)
    expectUpgraded(directory, schema)
  })

  it.each(OLD.map((schema) => [schema + 1, schema]))(
    'F24 killed in step %i from schema %i, the newest three times: a whole schema, never one between; then upgraded',
    async (step, schema) => {
      const { directory, file } = oldCasebook(schema)
      const kills = step === NEWEST ? 3 : 1
      for (let round = 0; round < kills; round++) {
        await killAfter(KILLER, [file, join(directory, 'backups'), String(step)], Infinity)
        const looked = new DatabaseConstructor(file)
        expect(versionOf(looked)).toBe(step - 1)
        expect(looked.pragma('integrity_check', { simple: true })).toBe('ok')
        looked.close()
      }
      expectUpgraded(directory, schema)
    },
  )
})
