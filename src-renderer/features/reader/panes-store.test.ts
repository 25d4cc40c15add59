// @vitest-environment happy-dom
import { computed } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import type { FakeBridge } from '@/bridge/fake/fake-bridge'
import { usePanes } from './panes-store'

describe('panes', () => {
  let bridge: FakeBridge
  let ids: string[]
  beforeEach(() => {
    bridge = withFake().bridge
    ids = bridge.views.map((view) => view.id)
  })
  const id = (index: number) => ids[index] ?? ''

  it('opens in the focused pane, beside it, and at most four', async () => {
    const panes = usePanes()
    await panes.open(id(0))
    await panes.open(id(1))
    expect(panes.openIds).toEqual([id(1)])
    await panes.open(id(0), { beside: true })
    await panes.open(id(2), { beside: true })
    await panes.open(id(3), { beside: true })
    expect(panes.openIds).toEqual([id(1), id(0), id(2), id(3)])
  })

  it('goes to the pane that shows the article already', async () => {
    const panes = usePanes()
    await panes.open(id(0))
    await panes.open(id(1), { beside: true })
    await panes.open(id(0))
    expect([panes.openIds, panes.focusedIndex]).toEqual([[id(0), id(1)], 0])
  })

  it('marks as read what is opened, once', async () => {
    const panes = usePanes()
    await panes.open(id(0))
    await panes.open(id(0))
    expect(bridge.calls.filter((call) => call.name === 'article.mark')).toHaveLength(1)
    expect(bridge.views[0]?.read).toBe(true)
  })

  it('goes back and forward through what was visited', async () => {
    const panes = usePanes()
    await panes.open(id(0))
    await panes.open(id(1))
    await panes.back()
    expect([panes.openIds, panes.canGoBack, panes.canGoForward]).toEqual([[id(0)], false, true])
    await panes.forward()
    expect(panes.openIds).toEqual([id(1)])
  })

  it('gives the keyboard to a neighbour when a pane is closed', async () => {
    const panes = usePanes()
    await panes.open(id(0))
    await panes.open(id(1), { beside: true })
    panes.close()
    expect([panes.openIds, panes.focusedIndex]).toEqual([[id(0)], 0])
  })

  it('restores what is still there and leaves out what is gone', async () => {
    const panes = usePanes()
    await panes.restore([id(0), 'f'.repeat(64), id(2)], [2, 1, 1], 2)
    expect(panes.openIds).toEqual([id(0), id(2)])
    expect(panes.focused?.articleId).toBe(id(2))
  })

  it('takes a star back that could not be kept', async () => {
    const panes = usePanes()
    await panes.open(id(0))
    bridge.failNext('article.mark', 'engine_down')
    await expect(panes.star(id(0))).rejects.toMatchObject({ code: 'engine_down' })
    expect(bridge.views[0]?.starred).toBe(false)
  })

  it('tells whoever keeps the positions when one has changed', async () => {
    const { bridge } = withFake()
    const panes = usePanes()
    const id = bridge.views[0]?.id ?? ''
    await panes.open(id)
    const kept = computed(() => panes.positionsOfOpen())
    panes.leaveAt(id, 120)
    expect(kept.value).toEqual({ [id]: 120 })
    panes.leaveAt(id, 340)
    expect(kept.value).toEqual({ [id]: 340 })
  })
})
