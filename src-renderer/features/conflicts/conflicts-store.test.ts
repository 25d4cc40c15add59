// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import type { FakeBridge } from '@/bridge/fake/fake-bridge'
import { TELLINGS } from '@/bridge/fake/tellings.fixture'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import { useLayout } from '@/features/layout/layout-store'
import { usePanes } from '@/features/reader/panes-store'
import { useUndo } from '@/features/undo/undo-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { boardOf, passagesOf, useConflicts } from './conflicts-store'

describe('conflicts', () => {
  let bridge: FakeBridge
  beforeEach(() => {
    bridge = withFake({ articles: TELLINGS }).bridge
  })
  async function loaded() {
    useWorkspace().info = bridge.workspace
    const conflicts = useConflicts()
    await conflicts.load()
    return conflicts
  }

  it('stand on the board of their kind', async () => {
    const conflicts = await loaded()
    expect(conflicts.byBoard.open.length).toBeGreaterThan(0)
    for (const conflict of conflicts.all) expect(conflicts.byBoard[boardOf(conflict)]).toContainEqual(conflict)
  })

  it('go to “judged” with a note, and back by undo', async () => {
    const conflicts = await loaded()
    const [first] = conflicts.byBoard.open
    const before = conflicts.byBoard.open.length
    expect(await conflicts.judge(first!, 'resolved', 'The list counts 17.')).toBe(true)
    expect(conflicts.byBoard.judged).toMatchObject([
      { judgement: { verdict: 'resolved', note: 'The list counts 17.' } },
    ])
    expect(conflicts.byBoard.open).toHaveLength(before - 1)
    await conflicts.load()
    expect(conflicts.byBoard.judged).toHaveLength(1)
    await useUndo().undo()
    await conflicts.load()
    expect(conflicts.byBoard.judged).toEqual([])
    await useUndo().redo()
    expect(conflicts.byBoard.judged).toHaveLength(1)
  })

  it('are not judged when that could not be kept', async () => {
    const conflicts = await loaded()
    bridge.failNext('conflict.judge', 'disk_full')
    expect(await conflicts.judge(conflicts.byBoard.open[0]!, 'none', '')).toBe(false)
    expect(conflicts.byBoard.judged).toEqual([])
  })

  it('open both sides beside each other', async () => {
    const conflicts = await loaded()
    const conflict = conflicts.byBoard.open.find((one) => {
      const passages = passagesOf(one)
      return passages && passages[0].articleId !== passages[1].articleId
    })!
    useLayout().show('conflicts')
    await conflicts.sideBySide(conflict)
    expect(useLayout().view).toBe('library')
    expect(usePanes().openIds).toEqual(passagesOf(conflict)?.map(({ articleId }) => articleId))
  })
})
