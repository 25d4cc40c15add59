// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FakeBridge } from '@/bridge/fake/fake-bridge'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import { useAppearance } from './appearance-store'

describe('the appearance', () => {
  let bridge: FakeBridge
  beforeEach(() => {
    bridge = withFake().bridge
  })

  it('is as it was last chosen in the program', async () => {
    bridge.appearance = { theme: 'dark', moreContrast: true }
    const appearance = useAppearance()
    await flushPromises()
    expect(appearance.theme).toBe('dark')
    expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', contrast: 'more' })
  })

  it('is kept with every choice, whole', async () => {
    const appearance = useAppearance()
    appearance.setTheme('dark')
    appearance.setMoreContrast(true)
    await flushPromises()
    expect(bridge.appearance).toEqual({ theme: 'dark', moreContrast: true })
  })

  it('is not taken back by an answer that comes after a choice', async () => {
    bridge.appearance = { theme: 'dark', moreContrast: false }
    const appearance = useAppearance()
    appearance.setTheme('light')
    await flushPromises()
    expect(appearance.theme).toBe('light')
  })
})
