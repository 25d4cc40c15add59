// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Pinia } from 'pinia'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import type { FakeBridge } from '@/bridge/fake/fake-bridge'
import { useArticles } from '@/features/reader/articles-store'
import { usePanes } from '@/features/reader/panes-store'
import EntitiesPanel from './EntitiesPanel.vue'
import { useEntitySelection } from './entity-selection-store'

describe('EntitiesPanel', () => {
  let bridge: FakeBridge
  let pinia: Pinia
  beforeEach(async () => {
    ;({ bridge, pinia } = withFake())
    const panes = usePanes()
    for (const view of bridge.views.slice(0, 2)) await panes.open(view.id, { beside: true })
  })
  const shown = () => mount(EntitiesPanel, { global: { plugins: [pinia] } })
  const row = (wrapper: ReturnType<typeof shown>, name: string) =>
    wrapper.findAll('button.er').find((button) => button.text().includes(name))

  it('lists who and what is in the panes, with a count per pane', () => {
    const wrapper = shown()
    expect(wrapper.findAll('section').map((section) => section.attributes('aria-label'))).toEqual([
      'People',
      'Organizations',
      'Places',
      'Groups',
    ])
    expect(
      row(wrapper, 'Ilse Darvan')
        ?.findAll('.ab')
        .map((cell) => cell.text()),
    ).toEqual([', pane A: 2', ', pane B: 1'])
  })

  it('selects a name everywhere and walks through its mentions in all panes', async () => {
    const wrapper = shown()
    await row(wrapper, 'Ilse Darvan')?.trigger('click')
    const [selection, panes] = [useEntitySelection(), usePanes()]
    expect(selection.stops).toHaveLength(3)
    const visited: (string | undefined)[] = []
    for (let step = 0; step < 4; step++) {
      selection.walk(1)
      visited.push(panes.focused?.articleId)
    }
    const [a, b] = panes.openIds
    expect(visited).toEqual([a, a, b, a])
    const view = bridge.views.find(({ id }) => id === a)
    expect(view?.text.slice(panes.jump?.start, panes.jump?.end)).toBe('Ilse Darvan')
  })

  it('says why a mention is claimed', async () => {
    const wrapper = shown()
    await row(wrapper, 'Ilse Darvan')?.trigger('click')
    await flushPromises()
    await wrapper
      .findAll('.ecard button')
      .find((button) => button.text() === 'Why?')
      ?.trigger('click')
    await flushPromises()
    expect(wrapper.find('.why').text()).toContain('A verb of saying follows.')
  })

  it('says that names may still come', async () => {
    const waiting = bridge.views.find((view) => !view.analysed)
    if (waiting) waiting.extraction = null
    await usePanes().open(waiting?.id ?? '')
    expect(shown().get('[role="status"]').text()).toContain('still being looked for')
  })

  it('draws the names of a book lot by lot, and the chosen one wherever it stands', async () => {
    const [view] = bridge.views
    if (!view?.extraction) throw new Error('no article')
    const [like] = view.extraction.entities
    if (!like) throw new Error('no name')
    const names = Array.from({ length: 1000 }, (_, i) => ({
      ...like,
      id: `n${i}`,
      name: `Person ${1000 + i}`,
      aliases: [],
    }))
    view.extraction = { ...view.extraction, entities: names }
    await useArticles().load(view.id)
    const wrapper = shown()
    expect(Number(wrapper.get('section .gh .n').text())).toBeGreaterThanOrEqual(1000)
    expect(wrapper.findAll('button.er').length).toBeLessThan(100)
    expect(row(wrapper, 'Person 1900')).toBeUndefined()
    const selection = useEntitySelection()
    selection.select(selection.shared.find(({ name }) => name === 'Person 1900')?.key ?? null)
    await flushPromises()
    expect(row(wrapper, 'Person 1900')?.attributes('aria-expanded')).toBe('true')
    expect(wrapper.findAll('button.er').length).toBeLessThan(150)
  })
})
