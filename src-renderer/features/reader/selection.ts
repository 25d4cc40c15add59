import type { Range } from '@domain/text/span'

/**
 * The text of an article stands in the page as pieces, each an element with `data-start`, the UTF-16 offset at which its
 * one text node begins. DOM positions and offsets are turned into each other through these pieces alone, so that marks,
 * paragraphs and writing direction never matter.
 */
const PIECE = '[data-start]'

const startOf = (piece: Element) => Number(piece.getAttribute('data-start'))
const lengthOf = (piece: Element) => piece.textContent?.length ?? 0
const pieceOf = (node: Node): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest(PIECE) ?? null

/** Whether `a` stands before `b` in the document. */
const precedes = (a: Node, b: Node) => Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING)

/**
 * The offset of a DOM position inside `root`. A position between pieces (a paragraph's edge, a heading) becomes the end of
 * the piece before it, or with `forward` the start of the piece after it. Null where `root` holds no text.
 */
export function offsetAt(root: Element, node: Node, offset: number, forward: boolean): number | null {
  const piece = pieceOf(node)
  if (piece && root.contains(piece)) {
    if (node.nodeType === Node.TEXT_NODE) return startOf(piece) + offset
    return startOf(piece) + (offset > 0 ? lengthOf(piece) : 0)
  }
  const pieces = [...root.querySelectorAll(PIECE)]
  // The boundary as a node: positions are compared with the child they stand before.
  const child = node.childNodes[offset] ?? null
  const isBefore = (candidate: Element) =>
    child
      ? candidate !== child && !child.contains(candidate) && precedes(candidate, child)
      : precedes(candidate, node) || node.contains(candidate)
  const before = pieces.filter(isBefore).pop()
  const after = pieces.find((candidate) => !isBefore(candidate))
  const chosen = forward ? (after ?? before) : (before ?? after)
  if (!chosen) return null
  return chosen === before ? startOf(chosen) + lengthOf(chosen) : startOf(chosen)
}

/** The offsets of what is selected inside `root`; null for an empty selection or one that only lies elsewhere. */
export function selectedRange(root: Element, selection: Selection | null): Range | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return null
  const pieces = root.querySelectorAll(PIECE)
  const first = pieces[0]
  const last = pieces[pieces.length - 1]
  if (!first || !last) return null
  const start = root.contains(range.startContainer)
    ? offsetAt(root, range.startContainer, range.startOffset, true)
    : startOf(first)
  const end = root.contains(range.endContainer)
    ? offsetAt(root, range.endContainer, range.endOffset, false)
    : startOf(last) + lengthOf(last)
  return start === null || end === null || start >= end ? null : { start, end }
}

/**
 * Makes DOM ranges of offsets inside `root` as it stands now. The pieces stand in the order of their offsets, so that each is
 * found by halving: a book has 100,000 of them.
 */
export function rangeFinder(root: Element): (span: Range) => globalThis.Range | null {
  const pieces = root.querySelectorAll(PIECE)
  /** The first piece that does not pass, when all that pass stand before all that do not. */
  const firstNot = (passes: (piece: Element) => boolean) => {
    let [low, high] = [0, pieces.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const piece = pieces[middle]
      if (piece && passes(piece)) low = middle + 1
      else high = middle
    }
    return low
  }
  return ({ start, end }) => {
    const firstPiece = pieces[firstNot((piece) => startOf(piece) + lengthOf(piece) <= start)]
    const lastPiece = pieces[firstNot((piece) => startOf(piece) < end) - 1]
    const [first, last] = [firstPiece?.firstChild, lastPiece?.firstChild]
    if (!firstPiece || !lastPiece || !first || !last || startOf(firstPiece) > startOf(lastPiece)) return null
    const range = document.createRange()
    range.setStart(first, Math.max(0, start - startOf(firstPiece)))
    range.setEnd(last, Math.min(lengthOf(lastPiece), end - startOf(lastPiece)))
    return range
  }
}

/** The DOM range of `[start, end)` inside `root`; offsets between paragraphs go to the nearest words inside the range. */
export const domRange = (root: Element, span: Range): globalThis.Range | null => rangeFinder(root)(span)
