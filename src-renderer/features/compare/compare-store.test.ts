// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FakeBridge } from '@/bridge/fake/fake-bridge'
import { TELLINGS } from '@/bridge/fake/tellings.fixture'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import { usePanes } from '@/features/reader/panes-store'
import { useCompare } from './compare-store'

describe('compare', () => {
  let bridge: FakeBridge
  let lps: string
  let meridian: string
  beforeEach(() => {
    bridge = withFake({ articles: TELLINGS }).bridge
    const idAt = (path: string) => bridge.views.find((view) => view.path.includes(path))?.id ?? ''
    lps = idAt('lps-1120')
    meridian = idAt('meridian-1405')
  })

  async function compared() {
    const compare = useCompare()
    await compare.open(lps, meridian)
    await flushPromises()
    return compare
  }

  it('holds neighbours against each other, once, and marks what differs in both', async () => {
    const compare = await compared()
    expect(usePanes().openIds).toEqual([lps, meridian])
    expect(compare.seams).toHaveLength(1)
    expect(bridge.countOf('compare.pair')).toBe(1)
    for (const id of [lps, meridian]) expect(compare.marksIn(id).some(({ kind }) => kind !== 'text')).toBe(true)
    compare.on = false
    expect([compare.seams, compare.marksIn(lps)]).toEqual([[], []])
  })

  it('walks through changes in order and round and round, past wording where facts are asked for', async () => {
    const compare = await compared()
    const facts = compare.stops.flatMap(({ fact }, i) => (fact ? [i] : []))
    expect(facts.length).toBeGreaterThan(1)
    const visited: number[] = []
    for (let step = 0; step <= facts.length; step++) {
      await compare.step(1, true)
      visited.push(compare.at)
    }
    expect(visited).toEqual([...facts, facts[0]])
    await compare.step(-1, true)
    expect(compare.at).toBe(facts.at(-1))
    await compare.step(1)
    expect(compare.at).toBe((facts.at(-1)! + 1) % compare.stops.length)
  })

  it('says what went wrong, and shows no marks then', async () => {
    bridge.failNext('compare.pair', 'not_found', 'This article is not in the folder any more.')
    const compare = await compared()
    expect(compare.failure?.code).toBe('not_found')
    expect(compare.seams[0]?.compared).toBeNull()
    expect(compare.stops).toEqual([])
  })
})
