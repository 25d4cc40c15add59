// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Pinia } from 'pinia'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import type { FakeBridge } from '@/bridge/fake/fake-bridge'
import { useEntitySelection } from '@/features/entities/entity-selection-store'
import { useHighlights } from '@/features/highlights/highlights-store'
import { usePanes } from './panes-store'
import ReaderPanes from './ReaderPanes.vue'
import { useReading } from './reading-store'

describe('ReaderPanes', () => {
  let bridge: FakeBridge
  let pinia: Pinia
  beforeEach(() => {
    ;({ bridge, pinia } = withFake())
    // Where menus are put, as in App.vue.
    document.body.innerHTML = '<section id="layers"></section>'
  })
  const shown = () =>
    mount(ReaderPanes, {
      attachTo: document.body,
      props: { noteTitles: new Map<string, string>(), canCite: false },
      global: { plugins: [pinia] },
    })
  const text = (wrapper: ReturnType<typeof shown>) =>
    wrapper
      .findAll('[data-start]')
      .map((piece) => piece.element.textContent)
      .join('')

  it('shows the exact paragraphs of every article, with all marks on', async () => {
    const panes = usePanes()
    const wrapper = shown()
    for (const view of bridge.views) {
      await panes.open(view.id)
      await flushPromises()
      expect(text(wrapper)).toBe(view.blocks.map(({ start, end }) => view.text.slice(start, end)).join(''))
    }
  })

  it('draws names, figures and quotes, and takes each kind away when it is switched off', async () => {
    const wrapper = shown()
    await usePanes().open(bridge.views[0]?.id ?? '')
    await flushPromises()
    expect(wrapper.findAll('.e.per, .f, .q').length).toBeGreaterThan(5)
    const reading = useReading()
    Object.assign(reading.shown, { person: false, figures: false, quotes: false })
    await flushPromises()
    expect(wrapper.findAll('.e.per, .f, .q')).toHaveLength(0)
    expect(wrapper.findAll('.e.pla').length).toBeGreaterThan(0)
  })

  it('washes the selected name in every pane and chooses it by a click on its mark', async () => {
    const panes = usePanes()
    const wrapper = shown()
    for (const view of bridge.views.slice(0, 2)) await panes.open(view.id, { beside: true })
    await flushPromises()
    await wrapper.get('.e.per').trigger('click')
    expect(useEntitySelection().selected?.name).toBe('Ilse Darvan')
    const washed = wrapper.findAll('section.pane').map((pane) => pane.findAll('.sel').map((mark) => mark.text()))
    expect(washed).toEqual([['Ilse Darvan', 'Darvan'], ['Darvan']])
  })

  it('shows a highlight where it was made, and none where its words are lost', async () => {
    const view = bridge.views[0]
    if (!view) throw new Error('no article')
    await usePanes().open(view.id)
    const start = view.text.indexOf('killing seven people')
    const anchor = {
      articleId: view.id,
      path: view.path,
      start,
      end: start + 20,
      exact: 'killing seven people',
      prefix: '',
      suffix: '',
    }
    const wrapper = shown()
    const highlight = await useHighlights().create(anchor)
    await flushPromises()
    expect(
      wrapper
        .findAll('.hl')
        .map((piece) => piece.element.textContent)
        .join(''),
    ).toBe('killing seven people')
    if (highlight) bridge.casebook.highlights.set(highlight.id, { ...highlight, state: 'lost' })
    await useHighlights().load(view.id)
    await flushPromises()
    expect(wrapper.findAll('.hl')).toHaveLength(0)
  })

  it('says why an article cannot be shown and tries again', async () => {
    const wrapper = shown()
    bridge.failNext('article.get', 'not_found', 'This file is gone.')
    await usePanes().open(bridge.views[0]?.id ?? '')
    await flushPromises()
    expect(wrapper.get('[role="alert"]').text()).toContain('This file is gone.')
    await wrapper.get('[role="alert"] button').trigger('click')
    await flushPromises()
    expect(text(wrapper)).toContain('Fire guts grain hall')
  })
})
