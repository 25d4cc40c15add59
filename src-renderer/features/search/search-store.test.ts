// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import type { FakeBridge } from '@/bridge/fake/fake-bridge'
import { useSearch } from './search-store'

describe('search', () => {
  let bridge: FakeBridge
  beforeEach(() => {
    bridge = withFake().bridge
  })

  async function searched(words: string) {
    const search = useSearch()
    search.query = words
    await search.run()
    return search
  }

  it('walks through the hits of the shown article, then through the next article, and round', async () => {
    const search = await searched('killing')
    const [first, second] = search.hits
    expect(search.hits).toHaveLength(2)
    const walked = [
      search.step(1, first?.id ?? null),
      search.step(1, first?.id ?? null),
      search.step(1, second?.id ?? null),
    ]
    expect(walked.map((hit) => hit?.articleId)).toEqual([first?.id, second?.id, first?.id])
    const text = bridge.views.find((view) => view.id === first?.id)?.text ?? ''
    expect(text.slice(walked[0]?.span.start, walked[0]?.span.end).toLowerCase()).toBe('killing')
  })

  it('goes backwards to the last hit of the article before', async () => {
    const search = await searched('killing')
    const [first, second] = search.hits
    search.step(1, first?.id ?? null)
    expect(search.step(-1, first?.id ?? null)?.articleId).toBe(second?.id)
  })

  it('asks once for words typed and sent by Enter, so that the place in the hits stays', async () => {
    vi.useFakeTimers()
    const search = useSearch()
    search.type('killing')
    await search.run()
    const place = search.step(1, search.hits[0]?.id ?? null)
    await vi.advanceTimersByTimeAsync(1_000)
    vi.useRealTimers()
    expect(place).not.toBeNull()
    expect(search.current?.articleId).toBe(place?.articleId)
  })

  it('answers the newest words only', async () => {
    const search = useSearch()
    const release = bridge.hold('search.run')
    search.query = 'killing'
    const slow = search.run()
    search.query = 'nothing has these words'
    const fast = search.run()
    release()
    await Promise.all([slow, fast])
    expect(search.hits).toEqual([])
  })

  it('keeps what was found when a search fails, and says why', async () => {
    const search = await searched('killing')
    bridge.failNext('search.run', 'engine_down', 'The engine is not running.')
    await search.run()
    expect(search.failure?.message).toBe('The engine is not running.')
    expect(search.hits).toHaveLength(2)
  })

  it('finds nothing for no words', async () => {
    const search = await searched('   ')
    expect(search.result).toBeNull()
    expect(bridge.countOf('search.run')).toBe(0)
  })
})
