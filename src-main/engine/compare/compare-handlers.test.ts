import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConflictView } from '../../contract/compare'
import type { Handlers } from '../handlers'
import { parseLog } from '../casebook/journal-log'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'
import { compareHandlers } from './compare-handlers'
import { dossierHandlers } from './dossier-handlers'

/** The fire of Marenza: a dispatch, its copies and rewrites, and independent stories. */
const FOLDER = resolve(import.meta.dirname, '../../../seeds/2019-03-12')
const context = { signal: new AbortController().signal }

let session: Session
let directory: string
const handlers = (): Pick<
  Handlers,
  'compare.pair' | 'conflict.list' | 'conflict.judge' | 'family.list' | 'family.of'
> => compareHandlers(() => session)
const conflicts = async () => (await handlers()['conflict.list'](null, context)).conflicts
const grain = (list: readonly ConflictView[]) =>
  list.find(({ kind, sides }) => kind === 'contradiction' && sides.some(({ value }) => value === 2_400_000))

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'dateline-compare-'))
  session = new Session(FOLDER, { directory, pool: inlinePool() })
  await session.pipeline.run('all')
})
afterAll(async () => {
  await session.close()
  rmSync(directory, { recursive: true, force: true })
})

const judge = async (verdict: 'resolved' | 'open', note: string) => {
  const conflict = grain(await conflicts())!
  const sides = conflict.sides.map(({ evidence }) =>
    evidence.map(({ articleId, path, text }) => ({ articleId, path, text })),
  )
  await handlers()['conflict.judge']({ kind: conflict.kind, sides, verdict, note }, context)
}

describe('conflict.list', () => {
  it('gives each side its sentence, outlet, time and number of origins', async () => {
    const { sides, judgement } = grain(await conflicts())!
    expect(judgement).toBeNull()
    const wrong = sides.find(({ value }) => value === 2_400_000)!
    expect(wrong.origins).toBe(1)
    const [evidence] = wrong.evidence
    expect(evidence?.text).toContain('2.4 million')
    expect(evidence?.sentence.text).toContain(evidence!.text)
    expect(evidence?.articleId).toMatch(/^[0-9a-f]{64}$/u)
    expect(evidence?.agency ?? evidence?.title).toBeTruthy()
  })

  it('remembers a judgement, and takes it back', async () => {
    await judge('resolved', 'The port’s own table gives 4.2.')
    expect(grain(await conflicts())?.judgement).toMatchObject({
      verdict: 'resolved',
      note: 'The port’s own table gives 4.2.',
    })
    const log = parseLog(readFileSync(join(directory, 'journal', 'log.ndjson'), 'utf8'))
    expect(log).toMatchObject([{ kind: 'judgement', judgement: { sequence: 1, verdict: 'resolved' } }])
    await judge('open', '')
    expect(grain(await conflicts())?.judgement).toBeNull()
  })
})

describe('families', () => {
  it('are listed in the order in which their members were told, the largest first', async () => {
    const { families, articles } = await handlers()['family.list'](null, context)
    expect(articles).toBeGreaterThan(4)
    const [largest] = families
    const times = largest!.members.flatMap(({ date }) => date ?? [])
    expect(times).toEqual([...times].sort())
    expect(families.map(({ members }) => members.length)).toEqual(
      families.map(({ members }) => members.length).sort((a, b) => b - a),
    )
  })

  it('say what became of the facts of the first telling', async () => {
    const { families } = await handlers()['family.list'](null, context)
    const page = (await handlers()['family.of']({ id: families[0]!.members.at(-1)!.articleId }, context))!
    expect(page.id).toBe(families[0]!.id)
    expect(page.retellings[0]).toEqual({ added: 0, dropped: 0, changed: 0, moved: 0, facts: 0 })
    const row = page.facts.find(({ label }) => label.startsWith('4.2 million'))!
    expect(row.cells).toHaveLength(page.members.length)
    expect(row.cells.some(({ state, span }) => state === 'changes' && span?.text.includes('2.4'))).toBe(true)
    const states = new Set(page.facts.flatMap(({ cells }) => cells.map(({ state }) => state)))
    expect([...states].sort()).toEqual(['adds', 'carries', 'changes', 'omits'])
    for (const { cells } of page.facts)
      for (const { state, span } of cells) expect(span === null).toBe(state === 'omits')
  })

  it('are none for an article that stands alone', async () => {
    const { families } = await handlers()['family.list'](null, context)
    const inFamily = new Set(families.flatMap(({ members }) => members.map(({ articleId }) => articleId)))
    const alone = (await conflicts())
      .flatMap(({ sides }) => sides.flatMap(({ evidence }) => evidence))
      .find(({ articleId }) => !inFamily.has(articleId))
    expect(await handlers()['family.of']({ id: alone!.articleId }, context)).toBeNull()
  })
})

describe('compare.pair', () => {
  it('aligns two articles and marks what was changed', async () => {
    const wrong = grain(await conflicts())!.sides.find(({ value }) => value === 2_400_000)!.evidence[0]!
    const page = (await handlers()['family.of']({ id: wrong.articleId }, context))!
    const compared = await handlers()['compare.pair']({ a: page.id, b: wrong.articleId }, context)
    expect(compared.sameFamily).toBe(true)
    const numbers = compared.pairs.flatMap(({ changes }) => changes).filter(({ kind }) => kind === 'number')
    expect(numbers.map(({ a, b }) => [a?.text, b?.text])).toContainEqual(['4.2 million tonnes', '2.4 million tonnes'])
    expect(compared.conflicts.length).toBeGreaterThan(0)
    for (const { a, b, relation } of compared.pairs) {
      expect(a === null).toBe(relation === 'added')
      expect(b === null).toBe(relation === 'dropped')
    }
  })

  it('says so where an article is not there', async () => {
    const ask = async () => handlers()['compare.pair']({ a: '0'.repeat(64), b: '1'.repeat(64) }, context)
    await expect(ask()).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('dossiers', () => {
  const dossiers = () => dossierHandlers(() => session)
  it('gather what the folder says of a name, each dispatch once', async () => {
    await session.comparison.get()
    const dossier = await dossiers()['dossier.get']({ name: 'ilse darvan', type: null }, context)
    expect(dossier).toMatchObject({ name: 'Ilse Darvan', type: 'person', first: '2019-03-12' })
    expect(dossier.aliases).toContain('Darvan')
    expect(dossier.articles).toBeGreaterThan(dossier.origins ?? Infinity)
    expect(dossier.quotesBy.some(({ carriedBy }) => carriedBy.length > 0)).toBe(true)
    for (const { articleId } of dossier.quotesBy) expect(articleId).toMatch(/^[0-9a-f]{64}$/u)
    expect(dossier.together.map(({ name }) => name)).toContain('Marenza Port Authority')
    expect(dossier.figures.length).toBeGreaterThan(0)
  })

  it('are written whole, and never among the sources', async () => {
    const out = join(directory, 'darvan.md')
    const asked = { name: 'Ilse Darvan', type: null, format: 'md' as const }
    await dossiers()['dossier.export']({ ...asked, out }, context)
    expect(readFileSync(out, 'utf8')).toMatch(/^# Ilse Darvan\n/u)
    const among = async () => dossiers()['dossier.export']({ ...asked, out: join(FOLDER, 'darvan.md') }, context)
    await expect(among()).rejects.toMatchObject({ code: 'read_only' })
  })

  it('say so where nobody is called so', async () => {
    const ask = async () => dossiers()['dossier.get']({ name: 'Nobody Atall', type: null }, context)
    await expect(ask()).rejects.toMatchObject({ code: 'not_found' })
  })
})
