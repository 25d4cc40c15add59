// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { splitBlocks } from '@domain/text/blocks'
import { BlockText } from './BlockText'
import { domRange, offsetAt, selectedRange } from './selection'
import type { TextMark } from './text-marks'

const LATIN = 'Ilse Darvan said 7 died.\n\nThe port — 4.2 million 🚢 tonnes — is shut.'
const ARABIC = 'وقالت إيلزه دارفان: «ستغادر الحبوب».\n\nOslo بحلول يوم الجمعة'

function show(text: string, ...words: string[]) {
  const marks = words.map((word): TextMark => {
    const start = text.indexOf(word)
    return { start, end: start + word.length, name: 'e' }
  })
  const Page = defineComponent({
    render: () =>
      h('div', { class: 'text' }, [
        h('h1', 'A headline of the page'),
        ...splitBlocks(text).map((block) => h(BlockText, { text, block, marks })),
      ]),
  })
  const wrapper = mount(Page, { attachTo: document.body })
  return { root: wrapper.element, wrapper }
}

describe('BlockText', () => {
  it('prints every paragraph exactly, whatever is marked', () => {
    const { root } = show(LATIN, 'Ilse Darvan', 'Darvan said 7', '7 died', '4.2 million 🚢')
    const printed = [...root.querySelectorAll('p')].map((p) => p.textContent)
    expect(printed).toEqual(splitBlocks(LATIN).map(({ start, end }) => LATIN.slice(start, end)))
  })
  it('lets each paragraph find its own direction', () => {
    const { root } = show(ARABIC)
    expect([...root.querySelectorAll('p')].every((p) => p.getAttribute('dir') === 'auto')).toBe(true)
  })
})

describe('offsets and the DOM', () => {
  it.each([
    ['inside one mark', LATIN, 'Darvan'],
    ['across marks', LATIN, 'Darvan said 7 died'],
    ['across paragraphs', LATIN, 'died.\n\nThe port'],
    ['across a surrogate pair', LATIN, 'million 🚢 tonnes'],
    ['right to left', ARABIC, 'دارفان: «ستغادر'],
    ['right to left into left to right', ARABIC, 'الحبوب».\n\nOslo'],
  ])('go round %s', (_name, text, words) => {
    const { root } = show(text, 'Ilse Darvan', '7 died', 'million 🚢', 'دارفان', 'الحبوب')
    const start = text.indexOf(words)
    const wanted = { start, end: start + words.length }
    const range = domRange(root, wanted)
    expect(range).not.toBeNull()
    if (!range) return
    expect(offsetAt(root, range.startContainer, range.startOffset, true)).toBe(wanted.start)
    expect(offsetAt(root, range.endContainer, range.endOffset, false)).toBe(wanted.end)
  })

  it('take a selection that begins in the headline from the first word of the text', () => {
    const { root } = show(LATIN)
    const selection = window.getSelection()
    const range = document.createRange()
    range.setStart(root.querySelector('h1')?.firstChild as Node, 2)
    const last = root.querySelectorAll('[data-start]')[0]?.firstChild as Node
    range.setEnd(last, 4)
    selection?.removeAllRanges()
    selection?.addRange(range)
    expect(selectedRange(root, selection)).toEqual({ start: 0, end: 4 })
  })

  it('take a whole paragraph chosen by its element', () => {
    const { root } = show(LATIN, 'Ilse Darvan')
    const second = root.querySelectorAll('p')[1] as Element
    expect(offsetAt(root, second, 0, true)).toBe(LATIN.indexOf('The port'))
    expect(offsetAt(root, second, second.childNodes.length, false)).toBe(LATIN.length)
  })

  it('know no passage where nothing or only the headline is selected', () => {
    const { root } = show(LATIN)
    const selection = window.getSelection()
    selection?.removeAllRanges()
    expect(selectedRange(root, selection)).toBeNull()
  })
})
