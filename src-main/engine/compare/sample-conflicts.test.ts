import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Conflict, Evidence } from '../../domain/compare/conflicts/conflict'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'
import { readComparedFolder } from './compared-folder'

const SEEDS = resolve(import.meta.dirname, '../../../seeds')

interface Passage {
  path: string
  text: string
}
interface Planted {
  kind: string
  key: { what: string }
  sides: { evidence: Passage[] }[]
}
interface Event {
  id: string
  members: { path: string; relation: string; of: string | null }[]
  conflicts: Planted[]
  notConflicts: { texts: string[]; evidence: Passage[] }[]
}

const { events } = JSON.parse(readFileSync(join(SEEDS, 'truths.json'), 'utf8')) as { events: Event[] }

/** Conflicts found that nobody planted, of all kinds; each is told in the test's output. A better finder lowers this. */
const NOT_PLANTED = 1

async function compared() {
  const session = new Session(SEEDS, { directory: temporaryFolder(), pool: inlinePool() })
  await session.pipeline.run('all')
  const folder = readComparedFolder(session.index)
  const conflicts = folder.conflicts()
  await session.close()
  return { ...folder, conflicts }
}
const folder = compared()

const flat = (text: string) => text.replace(/\s+/gu, ' ')
const touches = (found: Evidence, planted: Passage) =>
  found.path === planted.path &&
  (flat(found.text).includes(flat(planted.text)) || flat(planted.text).includes(flat(found.text)))
const hasSide = ({ sides }: Conflict, evidence: readonly Passage[]) =>
  sides.some((side) => side.evidence.some((one) => evidence.some((planted) => touches(one, planted))))
const matches = (conflict: Conflict, planted: Planted) =>
  planted.sides.every(({ evidence }) => hasSide(conflict, evidence))

/** Planted conflicts found today of all 39, by kind; what is missing is told in the test's output. A better finder raises these. */
const FOUND = {
  contradiction: [9, 9],
  'quote-drift': [7, 8],
  denial: [6, 8],
  correction: [2, 3],
  update: [4, 4],
  scope: [3, 3],
  rounding: [3, 4],
}

describe('conflicts of the sample corpus', () => {
  it('finds the planted ones, kind by kind', async () => {
    const { conflicts } = await folder
    const planted = events.flatMap(({ id, conflicts: list }) => list.map((one) => ({ id, ...one })))
    const found: Record<string, [number, number]> = {}
    for (const one of planted) {
      const hit = conflicts.some((conflict) => conflict.kind === one.kind && matches(conflict, one))
      const [hits, all] = found[one.kind] ?? [0, 0]
      found[one.kind] = [hits + Number(hit), all + 1]
      if (!hit) console.log(`not found: ${one.id} ${one.kind}: ${one.key.what}`)
    }
    expect(found).toEqual(FOUND)
  })

  it('calls nothing a contradiction that was not planted as a conflict', async () => {
    const { conflicts } = await folder
    const planted = events.flatMap((event) => event.conflicts)
    const others = conflicts.filter(
      (conflict) => conflict.kind === 'contradiction' && !planted.some((one) => matches(conflict, one)),
    )
    expect(
      others.map(({ sides }) => sides.map(({ evidence }) => evidence.map(({ path, text }) => `${path}: ${text}`))),
    ).toEqual([])
  })

  it('finds hardly anything of another kind that was not planted', async () => {
    const { conflicts } = await folder
    const planted = events.flatMap((event) => event.conflicts)
    const others = conflicts.filter((conflict) => !planted.some((one) => matches(conflict, one)))
    for (const { kind, sides } of others)
      console.log(`not planted: ${kind}: ${sides.map(({ evidence }) => flat(evidence[0]?.text ?? '')).join(' / ')}`)
    expect(others.length).toBeLessThanOrEqual(NOT_PLANTED)
  })

  it('sets nothing against each other that only looks alike', async () => {
    const { conflicts } = await folder
    const pairs = events.flatMap(({ notConflicts }) => notConflicts.map(({ evidence }) => evidence))
    for (const [one, ...rest] of pairs) {
      const other = rest.at(-1)
      if (!one || !other) continue
      const wrong = conflicts.filter(
        (conflict) =>
          conflict.kind === 'contradiction' &&
          hasSide(conflict, [one]) &&
          hasSide(conflict, [other]) &&
          !events.some((event) => event.conflicts.some((planted) => matches(conflict, planted))),
      )
      expect(wrong, `${one.text} / ${other.text}`).toEqual([])
    }
  })

  it('counts a dispatch once however many files carry it', async () => {
    const { conflicts, stories } = await folder
    const origin = new Map(stories.map(({ path, origin }) => [path, origin]))
    for (const { sides } of conflicts)
      for (const { origins, evidence } of sides)
        expect(origins).toBe(new Set(evidence.map(({ path }) => origin.get(path))).size)
    const grain = conflicts.find(
      ({ kind, sides }) => kind === 'contradiction' && sides.some(({ value }) => value === 2_400_000),
    )
    expect(grain?.sides.find(({ value }) => value === 4_200_000)?.origins).toBeLessThan(
      grain?.sides.find(({ value }) => value === 4_200_000)?.evidence.length ?? 0,
    )
  })
})

describe('wire families of the sample corpus', () => {
  const bonded = new Set(['copy', 'rewrite', 'partial'])

  it('join what was planted as one dispatch and nothing else', async () => {
    const { families } = await folder
    const familyOf = new Map(families.flatMap(({ members }, i) => members.map((path) => [path, i] as const)))
    const planted = events.flatMap(({ members }) =>
      members
        .filter(({ relation, of }) => bonded.has(relation) && of !== null)
        .map(({ path, of }) => [path, of ?? ''] as const),
    )
    const missed = planted.filter(([path, of]) => (familyOf.has(path) ? familyOf.get(path) !== familyOf.get(of) : true))
    // Norden's water story is told in other words throughout; only its figures and one quote are the dispatch's.
    expect(missed.map(([path]) => path)).toEqual(['2023-07/norden-0711-water.html'])
    const parent = new Map(planted)
    const root = (path: string): string => (parent.has(path) ? root(parent.get(path) ?? '') : path)
    // The LPS story of the forum has a third of its sentences from the agreement's common text: told as a part, planted as its own.
    const mixed = families.filter(({ members }) => new Set(members.map(root)).size > 1)
    expect(mixed.flatMap(({ members }) => members)).toEqual([
      '2018-10/2018-10-17_lps_railway.txt',
      '2018-10/akzholinform-1017-forum.txt',
      '2018-10/osk-point-observer-1018.md',
    ])
  })
})
