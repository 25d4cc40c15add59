import DatabaseConstructor from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { databaseOf } from '../connection'
import { migrate } from '../migrate'
import { CASEBOOK_APPLICATION_ID, openCasebook } from '../open-casebook'
import { temporaryFolder } from '../temporary-folder.fixture'
import { appendDecision, countDecisions, decisions } from './decisions'
import { CASEBOOK_MIGRATIONS } from './migrations'

const AT = '2026-01-01T00:00:00.000Z'
const nothing = () => undefined
const decision = (id: string) => ({ id, kind: 'reject', payload: '{"kind":"reject"}', madeAt: AT })

const openIn = (folder: string) => openCasebook(join(folder, 'casebook.sqlite'), { migrations: CASEBOOK_MIGRATIONS })

describe('the log of decisions', () => {
  it('brings rows of the first schema along', () => {
    const folder = temporaryFolder()
    const old = new DatabaseConstructor(join(folder, 'casebook.sqlite'))
    migrate(old, { applicationId: CASEBOOK_APPLICATION_ID, migrations: CASEBOOK_MIGRATIONS.slice(0, 3) })
    old.prepare('INSERT INTO decision (kind, payload, made_at) VALUES (?, ?, ?)').run('rename', '{"name":"X"}', AT)
    old.close()
    const log = decisions(openIn(folder))
    expect(log).toEqual([{ sequence: 1, id: 'decision-1', kind: 'rename', payload: '{"name":"X"}', madeAt: AT }])
  })

  it('takes a decision once, whoever brings it', () => {
    const casebook = openIn(temporaryFolder())
    expect(appendDecision(casebook, decision('one'), nothing)?.sequence).toBe(1)
    expect(appendDecision(casebook, decision('one'), nothing)).toBeNull()
    expect(appendDecision(casebook, decision('two'), nothing)?.sequence).toBe(2)
    expect(countDecisions(casebook)).toBe(2)
  })

  it('keeps nothing of a decision whose second copy could not be written', () => {
    const casebook = openIn(temporaryFolder())
    const failing = () => {
      throw new Error('disk full')
    }
    expect(() => appendDecision(casebook, decision('one'), failing)).toThrow('disk full')
    expect(decisions(casebook)).toEqual([])
  })

  it.each(["UPDATE decision SET kind = 'add'", 'DELETE FROM decision'])('is history: %s is refused', (sql) => {
    const casebook = openIn(temporaryFolder())
    appendDecision(casebook, decision('one'), nothing)
    expect(() => databaseOf(casebook).exec(sql)).toThrow(/append-only/)
  })
})
