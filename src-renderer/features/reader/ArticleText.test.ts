// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ArticleView } from '@contract/article'
import type { Pinia } from 'pinia'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import ArticleText from './ArticleText.vue'
import { domRange } from './selection'

type Told = (entries: { target: Element; isIntersecting: boolean }[]) => void

/** Says of the elements that are watched which of them are near. */
const watch = { told: (() => undefined) as Told, elements: new Set<Element>() }
vi.stubGlobal(
  'IntersectionObserver',
  class {
    constructor(told: Told) {
      watch.told = told
    }
    observe = (element: Element) => watch.elements.add(element)
    unobserve = (element: Element) => watch.elements.delete(element)
  },
)

describe('the text of a long article', () => {
  const paragraph = 'The harbour of Marenza stayed shut on Monday. '.repeat(11).trim()
  const text = Array.from({ length: 400 }, () => paragraph).join('\n\n')
  const blocks = Array.from({ length: 400 }, (_, i) => {
    const start = i * (paragraph.length + 2)
    return { start, end: start + paragraph.length }
  })
  const marks = blocks.map(({ start }) => ({ start: start + 15, end: start + 22, name: 'e', entityId: 'e1' }))
  let pinia: Pinia
  let view: ArticleView
  beforeEach(() => {
    const { bridge, pinia: store } = withFake()
    const [like] = bridge.views
    if (!like) throw new Error('no article')
    pinia = store
    view = { ...like, title: null, text, blocks }
  })
  const shown = (whole: boolean) =>
    mount(ArticleText, { props: { view, marks, signs: [], scroller: null, whole }, global: { plugins: [pinia] } })

  it('holds every word at once, and marks the paragraphs that come near for good', async () => {
    const wrapper = shown(false)
    const stretches = wrapper.findAll('.stretch.lazy')
    expect(stretches.length).toBeGreaterThan(20)
    const words = () =>
      wrapper
        .findAll('[data-start]')
        .map((piece) => text.startsWith(piece.element.textContent, Number(piece.attributes('data-start'))))
    expect(words().every(Boolean)).toBe(true)
    const marked = () => stretches.map((stretch) => stretch.findAll('.e').length > 0)
    expect(marked().filter(Boolean)).toHaveLength(1)

    const far = stretches[15]
    if (!far) throw new Error('no stretch')
    watch.told([{ target: far.element, isIntersecting: true }])
    await flushPromises()
    expect(far.findAll('.e').every((mark) => mark.text() === 'Marenza')).toBe(true)
    expect(far.findAll('.e')).toHaveLength(far.findAll('p').length)
    expect(wrapper.emitted('marked')).toHaveLength(1)
    expect(words().every(Boolean)).toBe(true)

    watch.told([{ target: far.element, isIntersecting: false }])
    await flushPromises()
    expect(marked().filter(Boolean)).toHaveLength(2)
  })

  it('finds words far from the view, and from one stretch into another', () => {
    const wrapper = shown(false)
    const [from, to] = [blocks[30], blocks[390]]
    if (!from || !to) throw new Error('no paragraph')
    const range = domRange(wrapper.element, { start: from.start + 4, end: to.start + 11 })
    expect(range?.startContainer.textContent?.slice(range.startOffset)).toMatch(/^harbour of Marenza/)
    expect(range?.endContainer.textContent?.slice(0, range.endOffset)).toBe('The harbour')
  })

  it('is marked and laid out in full where every line is measured', () => {
    const wrapper = shown(true)
    expect(wrapper.find('.stretch.lazy').exists()).toBe(false)
    expect(wrapper.findAll('.e')).toHaveLength(400)
  })
})
