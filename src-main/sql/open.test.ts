import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import DatabaseConstructor from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { closeHandle, databaseOf } from './connection'
import { CASEBOOK_MIGRATIONS } from './casebook/migrations'
import type { Handle } from './handle'
import { checkHealth } from './health'
import { writeMeta } from './index/meta'
import { assertCasebookFree, CASEBOOK_APPLICATION_ID, openCasebook } from './open-casebook'
import { INDEX_APPLICATION_ID, openIndex, openIndexReader } from './open-index'
import { temporaryFolder } from './temporary-folder.fixture'

const pragma = (handle: Handle, name: string) => databaseOf(handle).pragma(name, { simple: true })
const casebookIn = (folder: string) =>
  openCasebook(join(folder, 'casebook.sqlite'), { migrations: CASEBOOK_MIGRATIONS })

const CASEBOOK_SETTINGS = {
  locking_mode: 'exclusive',
  journal_mode: 'wal',
  synchronous: 2,
  fullfsync: 1,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  application_id: CASEBOOK_APPLICATION_ID,
}
const INDEX_SETTINGS = {
  journal_mode: 'wal',
  synchronous: 1,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  application_id: INDEX_APPLICATION_ID,
}

describe.each([
  ['the casebook', casebookIn, CASEBOOK_SETTINGS, 'CREATE TABLE probe (x)'],
  ['the index', (folder: string) => openIndex(join(folder, 'index.sqlite')), INDEX_SETTINGS, 'CREATE TABLE probe (x)'],
])('%s', (_, open, settings, write) => {
  const found = (handle: Handle) =>
    Object.fromEntries(
      Object.keys(settings).map((name) => [
        name,
        name === 'mmap_size' ? (pragma(handle, name) ?? 0) : pragma(handle, name),
      ]),
    )

  it('keeps its settings after a write, and after it is opened again', () => {
    const folder = temporaryFolder()
    const first = open(folder)
    databaseOf(first).exec(write)
    expect(found(first)).toEqual(settings)
    closeHandle(first)
    const second = open(folder)
    expect(found(second)).toEqual(settings)
    databaseOf(second).exec('INSERT INTO probe VALUES (1)')
    expect(found(second)).toEqual(settings)
    expect(checkHealth(second)).toMatchObject({ ok: true, verdict: 'ok' })
    closeHandle(second)
  })

  it('refuses the file of a newer version and leaves every byte of it', () => {
    const folder = temporaryFolder()
    const handle = open(folder)
    databaseOf(handle).pragma('user_version = 999')
    const file = databaseOf(handle).name
    closeHandle(handle)
    const before = readFileSync(file)
    expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'newer_version' }))
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('tells a damaged file and a foreign one from its own', () => {
    for (const spoil of [
      (file: string) => writeFileSync(file, 'no database at all'.repeat(100)),
      (file: string) => truncateSync(file, 3000),
    ]) {
      const folder = temporaryFolder()
      const handle = open(folder)
      const file = databaseOf(handle).name
      closeHandle(handle)
      spoil(file)
      expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'damaged' }))
    }
    const folder = temporaryFolder()
    const handle = open(folder)
    const file = databaseOf(handle).name
    databaseOf(handle).pragma('application_id = 7')
    closeHandle(handle)
    expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'damaged' }))
    expect(file).toContain(folder)
  })
})

describe('two programs', () => {
  it('cannot have one casebook: the second is told, and nothing is written', () => {
    const folder = temporaryFolder()
    const first = casebookIn(folder)
    expect(() => casebookIn(folder)).toThrow(expect.objectContaining({ code: 'in_use' }))
    expect(() => assertCasebookFree(join(folder, 'casebook.sqlite'))).toThrow(
      expect.objectContaining({ code: 'in_use' }),
    )
    closeHandle(first)
    expect(() => assertCasebookFree(join(folder, 'casebook.sqlite'))).not.toThrow()
  })

  it('can read an index while one of them writes it', () => {
    const file = join(temporaryFolder(), 'index.sqlite')
    const writer = openIndex(file)
    writeMeta(writer, 'a', '1')
    const reader = openIndexReader(file)
    expect(databaseOf(reader).prepare('SELECT value FROM meta').pluck().get()).toBe('1')
    expect(() => databaseOf(reader).exec('DELETE FROM meta')).toThrow(/readonly/)
    closeHandle(reader)
    closeHandle(writer)
  })
})

describe('an index whose writer was killed', () => {
  it.each([
    ['before a byte was written', ''],
    ['before its tables stood', 'PRAGMA journal_mode = WAL'],
  ])('%s is finished and read', (_when, sql) => {
    const file = join(temporaryFolder(), 'index.sqlite')
    const started = new DatabaseConstructor(file)
    started.exec(sql)
    started.close()
    if (sql === '') writeFileSync(file, '')
    const reader = openIndexReader(file)
    expect(checkHealth(reader).verdict).toBe('ok')
    expect(pragma(reader, 'application_id')).toBe(INDEX_APPLICATION_ID)
    closeHandle(reader)
  })
})

describe('SQLite as it is built here', () => {
  it('would fall back to NORMAL in a casebook that did not ask for FULL', () => {
    const file = join(temporaryFolder(), 'plain.sqlite')
    const plain = new DatabaseConstructor(file)
    plain.pragma('journal_mode = WAL')
    plain.exec('CREATE TABLE t (x)')
    plain.close()
    const again = new DatabaseConstructor(file)
    again.exec('INSERT INTO t VALUES (1)')
    expect(again.pragma('synchronous', { simple: true })).toBe(1)
    again.close()
  })
})
