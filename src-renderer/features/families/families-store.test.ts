// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import type { FakeBridge } from '@/bridge/fake/fake-bridge'
import { TELLINGS } from '@/bridge/fake/tellings.fixture'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import { useLayout } from '@/features/layout/layout-store'
import { usePanes } from '@/features/reader/panes-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { useFamilies } from './families-store'

describe('families', () => {
  let bridge: FakeBridge
  beforeEach(() => {
    bridge = withFake({ articles: TELLINGS }).bridge
    useWorkspace().info = bridge.workspace
  })
  const idAt = (path: string) => bridge.views.find((view) => view.path.includes(path))?.id ?? ''

  it('show the page of the family an article belongs to, and compare with the first telling', async () => {
    const families = useFamilies()
    await families.load()
    await families.show(idAt('meridian-1405'))
    expect(useLayout().view).toBe('families')
    expect(families.page?.members[0]?.articleId).toBe(idAt('lps-1120'))
    await families.compareWithFirst(idAt('meridian-1405'))
    expect(usePanes().openIds).toEqual([idAt('lps-1120'), idAt('meridian-1405')])
  })

  it('say that an article stands alone', async () => {
    const families = useFamilies()
    await families.show(idAt('as-sahil'))
    expect([families.page, families.alone]).toEqual([null, true])
  })

  it('are filtered by title, agency and file', async () => {
    const families = useFamilies()
    await families.load()
    expect(families.found.length).toBeGreaterThan(0)
    families.words = 'no such words anywhere'
    expect(families.found).toEqual([])
    families.words = 'LPS-1120'
    expect(families.found).toHaveLength(1)
  })
})
