/** Where a pane's text stands: what scrolls and what holds the pieces of text (`data-start` is the offset each begins at). */
interface TextPlace {
  scroller: HTMLElement
  root: HTMLElement
}

/**
 * Heights of the lines on which offsets stand, in pixels from the top of what scrolls, null where there is no such text. One walk
 * through the pieces serves all offsets, so that a long text is measured once and not once per sentence.
 */
export function sentenceHeights({ scroller, root }: TextPlace, offsets: readonly (number | null)[]): (number | null)[] {
  const pieces = [...root.querySelectorAll('[data-start]')].map((element) => ({
    start: Number(element.getAttribute('data-start')),
    text: element.firstChild,
  }))
  const origin = scroller.getBoundingClientRect().top - scroller.scrollTop
  const range = document.createRange()
  return offsets.map((offset) => {
    if (offset === null) return null
    let [low, high] = [0, pieces.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pieces[middle]?.start ?? Infinity) > offset) high = middle
      else low = middle + 1
    }
    const piece = pieces[low - 1]
    const length = piece?.text?.textContent?.length ?? 0
    if (!piece?.text || length === 0) return null
    const at = Math.min(offset - piece.start, length - 1)
    range.setStart(piece.text, at)
    range.setEnd(piece.text, at + 1)
    const box = range.getBoundingClientRect()
    return box.top + box.height / 2 - origin
  })
}
