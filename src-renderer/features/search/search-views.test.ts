// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import type { FakeBridge } from '@/bridge/fake/fake-bridge'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import { useToasts } from '@/features/feedback/toast-store'
import { useConcordance } from './concordance-store'
import { useFacets } from './facets-store'
import { useQueryTable } from './query-table-store'
import { useSavedSearches } from './saved-searches-store'
import { useSearch } from './search-store'

let bridge: FakeBridge
beforeEach(() => {
  bridge = withFake().bridge
})

/** Lets the calls that a change started come back. */
const settled = async () => {
  await nextTick()
  await new Promise((resolve) => setImmediate(resolve))
}
const lastQuery = () =>
  (bridge.calls.filter(({ name }) => name === 'search.run').at(-1)?.input as { query: string }).query

describe('filters', () => {
  it('follow the search while somebody looks, and narrow it in its own language', async () => {
    const search = useSearch()
    const facets = useFacets()
    const stop = facets.follow()
    await search.start('killing')
    await settled()
    expect(facets.facets?.total).toBe(2)
    const [agency] = facets.facets?.facts.agency ?? []
    await facets.toggleFact('agency', agency?.value ?? '')
    expect(lastQuery()).toBe(`agency:="${agency?.value ?? ''}" (killing)`)
    expect(search.query).toBe('killing')
    expect(search.narrowed).toBe(true)
    await facets.clear()
    expect(lastQuery()).toBe('killing')
    stop()
    const asked = bridge.countOf('search.facets')
    await search.start('fire')
    await settled()
    expect(bridge.countOf('search.facets')).toBe(asked)
  })
})

describe('lines in context', () => {
  it('are sorted by the engine, over all of them', async () => {
    await useSearch().start('killing')
    const concordance = useConcordance()
    await concordance.sortBy('left1')
    expect(concordance.lines.length).toBeGreaterThan(1)
    for (const line of concordance.lines) {
      const text = bridge.views.find((view) => view.id === line.article.id)?.text ?? ''
      expect(text.slice(line.start, line.end)).toBe(line.keyword)
    }
    bridge.failNext('search.concordance', 'engine_down', 'The engine is not running.')
    await concordance.read()
    expect(concordance.failure?.message).toBe('The engine is not running.')
  })
})

describe('kept searches', () => {
  it('are kept with filters, opened, removed and taken back', async () => {
    const search = useSearch()
    const saved = useSavedSearches()
    await search.start('killing', { spellings: false })
    await saved.keep('Deaths')
    expect(saved.saved).toMatchObject([{ name: 'Deaths', query: 'killing', spellings: false, total: 2, fresh: 0 }])
    expect(saved.isKept).toBe(true)
    const [kept] = saved.saved
    if (!kept) throw new Error('nothing was kept')
    await search.start('fire')
    await saved.open(kept, false)
    expect(search).toMatchObject({ query: 'killing', spellings: false, newOf: null })
    await saved.open(kept, true)
    expect(search.newOf).toEqual({ id: kept.id, name: 'Deaths' })
    expect(search.hits).toEqual([])
    await saved.remove(kept)
    expect(saved.saved).toEqual([])
    expect(useToasts().undoUnlisted()).toBe(true)
    await settled()
    await settled()
    expect(saved.saved).toHaveLength(1)
  })

  it('remember what was searched for', async () => {
    const saved = useSavedSearches()
    await useSearch().start('killing')
    await saved.remember()
    await saved.read()
    expect(saved.history.map(({ query }) => query)).toEqual(['killing'])
    await saved.forget()
    expect(saved.history).toEqual([])
  })
})

describe('a table of queries', () => {
  it('counts each line and says why one finds nothing', async () => {
    const table = useQueryTable()
    table.text = 'killing\n\n  fire \nnothing has these words\n'
    expect(table.queries).toEqual(['killing', 'fire', 'nothing has these words'])
    await table.run()
    expect(table.rows?.map(({ total }) => total)[0]).toBe(2)
    expect(table.rows?.at(-1)).toMatchObject({ total: 0, newest: null })
  })
})
