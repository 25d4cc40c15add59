import type { Range } from '@domain/text/span'

/** Articles up to this length (UTF-16 units) are drawn whole: nothing of them has to be guessed. */
const LONGEST_WHOLE = 60_000
/** Length of a stretch of a longer one: some screens of text, laid out in a few milliseconds. */
const STRETCH = 6_000

/** Paragraphs `[first, last)` of an article, drawn together. */
export interface Stretch {
  first: number
  last: number
  /** Their length in UTF-16 units. */
  length: number
}

/** Cuts an article into the stretches that are drawn when they come near the view; an ordinary article is one. */
export function stretchesOf(blocks: readonly Range[]): Stretch[] {
  const total = blocks.reduce((sum, { start, end }) => sum + end - start, 0)
  const longest = total > LONGEST_WHOLE ? STRETCH : Infinity
  const stretches: Stretch[] = []
  let open: Stretch | null = null
  blocks.forEach(({ start, end }, i) => {
    if (!open || open.length + end - start > longest) stretches.push((open = { first: i, last: i, length: 0 }))
    open.last = i + 1
    open.length += end - start
  })
  return stretches
}

/** The stretches of an article on the page, in order; `data-from` and `data-to` are the offsets they begin and end at. */
const elementsOf = (root: Element) => [...root.querySelectorAll<HTMLElement>('.stretch')]

/**
 * The offsets of the text between two heights of the window (pixels), whole stretches; null where there is none. Only the
 * outsides of stretches are measured, so that none is laid out for it.
 */
export function offsetsBetween(root: Element, top: number, bottom: number): Range | null {
  const seen = elementsOf(root).filter((stretch) => {
    const box = stretch.getBoundingClientRect()
    return box.bottom >= top && box.top <= bottom
  })
  const [first, last] = [seen[0], seen[seen.length - 1]]
  return first && last ? { start: Number(first.dataset['from']), end: Number(last.dataset['to']) } : null
}

/** The first paragraph that ends below a height of the window (pixels), null where the text ends above it. */
export function paragraphBelow(root: Element, top: number): Element | null {
  const isBelow = (element: Element) => element.getBoundingClientRect().bottom > top
  const paragraphs = elementsOf(root).find(isBelow)?.children ?? []
  let [low, high] = [0, paragraphs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const paragraph = paragraphs[middle]
    if (!paragraph || isBelow(paragraph)) high = middle
    else low = middle + 1
  }
  return paragraphs[low] ?? null
}
