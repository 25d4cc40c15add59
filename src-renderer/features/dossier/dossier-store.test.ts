// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FakeBridge } from '@/bridge/fake/fake-bridge'
import { TELLINGS } from '@/bridge/fake/tellings.fixture'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import { useLayout } from '@/features/layout/layout-store'
import { usePanes } from '@/features/reader/panes-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { useDossier } from './dossier-store'

describe('dossier', () => {
  let bridge: FakeBridge
  beforeEach(() => {
    bridge = withFake({ articles: TELLINGS }).bridge
    useWorkspace().info = bridge.workspace
  })

  it('shows a name, opens its passages where they stand, and is written where the analyst says', async () => {
    const dossier = useDossier()
    await dossier.show('Ilse Darvan', 'person')
    expect([useLayout().view, dossier.page?.name]).toEqual(['dossier', 'Ilse Darvan'])
    const [context] = dossier.page?.contexts ?? []
    await dossier.open(context!, context, false)
    expect([useLayout().view, usePanes().openIds]).toEqual(['library', [context?.articleId]])
    await dossier.exportAs('md')
    expect(bridge.calls.at(-1)).toEqual({
      name: 'dossier.export',
      input: { name: 'Ilse Darvan', type: 'person', format: 'md', out: '/home/analyst/Ilse Darvan.md' },
    })
  })

  it('says so where nobody is called so, and keeps the answer to the last question', async () => {
    const dossier = useDossier()
    await dossier.show('Nobody', null)
    expect([dossier.page, dossier.failure?.code]).toEqual([null, 'not_found'])
    const release = bridge.hold('dossier.get')
    const first = dossier.show('Ilse Darvan', null)
    release()
    await Promise.all([first, dossier.show('Nobody', null)])
    await flushPromises()
    expect([dossier.page, dossier.failure?.code]).toEqual([null, 'not_found'])
  })
})
