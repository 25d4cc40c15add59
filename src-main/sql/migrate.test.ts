import DatabaseConstructor from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf, type Migration } from './migrate'

const one: Migration = { version: 1, name: 'one', sql: 'CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (7)' }
const two: Migration = { version: 2, name: 'two', sql: 'ALTER TABLE t ADD COLUMN y TEXT' }
const plan = (...migrations: Migration[]) => ({ applicationId: 5, migrations })

describe('migrate', () => {
  it('brings old rows along', () => {
    const database = new DatabaseConstructor(':memory:')
    migrate(database, plan(one))
    migrate(database, plan(one, two))
    expect(database.prepare('SELECT * FROM t').all()).toEqual([{ x: 7, y: null }])
    expect(versionOf(database)).toBe(2)
  })

  it.each([
    ['fails in the middle', 'ALTER TABLE t ADD COLUMN y TEXT; INSERT INTO nothing VALUES (1)'],
    [
      'breaks a reference',
      'PRAGMA defer_foreign_keys = ON; CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p); INSERT INTO c VALUES (9)',
    ],
  ])('leaves the schema before a step that %s', (_, sql) => {
    const database = new DatabaseConstructor(':memory:')
    migrate(database, plan(one))
    expect(() => migrate(database, plan(one, { version: 2, name: 'bad', sql }))).toThrow()
    expect(versionOf(database)).toBe(1)
    expect(database.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['t'])
    expect(database.prepare('SELECT * FROM t').all()).toEqual([{ x: 7 }])
  })

  it('asks for a backup once, before the first step, and only where there is something to lose', () => {
    const database = new DatabaseConstructor(':memory:')
    const asked: string[] = []
    const beforeUpgrade = (from: number, to: number) => asked.push(`${from}→${to} at ${versionOf(database)}`)
    migrate(database, { ...plan(one), beforeUpgrade })
    expect(asked).toEqual([])
    migrate(database, { ...plan(one, two, { version: 3, name: 'three', sql: 'CREATE TABLE u (x)' }), beforeUpgrade })
    expect(asked).toEqual(['1→3 at 1'])
  })

  it('refuses steps out of order', () => {
    const database = new DatabaseConstructor(':memory:')
    expect(() => migrate(database, plan({ ...two, version: 2 }))).toThrow(/out of order/)
  })
})
