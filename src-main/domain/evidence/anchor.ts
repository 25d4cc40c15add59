import { wellFormed } from './well-formed'

/**
 * Where a passage is: the selectors of the W3C Web Annotation model (TextPositionSelector and TextQuoteSelector) and the
 * hash of the bytes it was taken from. Offsets are UTF-16 code units into the article's text.
 */
export interface Anchor {
  /** sha256 of the article's bytes. */
  articleId: string
  /** The file it was taken from, relative to the folder: only a hint, the hash decides. */
  path: string
  start: number
  end: number
  exact: string
  /** Up to `CONTEXT` code units before and after the passage. */
  prefix: string
  suffix: string
}

/** Enough words to tell repeated sentences apart, little enough that most edits leave one side whole. */
export const CONTEXT = 120
const LONGEST = 100_000

/** Whether `offset` stands inside a surrogate pair. */
function splitsPair(text: string, offset: number): boolean {
  return (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(offset) & 0xfc00) === 0xdc00
}

/** `[start, end)` widened so that neither end stands inside a surrogate pair. */
export function wholeCharacters(text: string, start: number, end: number): { start: number; end: number } {
  return { start: splitsPair(text, start) ? start - 1 : start, end: splitsPair(text, end) ? end + 1 : end }
}

/**
 * The anchor of `text.slice(start, end)`; a selection that cuts a surrogate pair is widened to whole characters.
 * Throws a RangeError for an empty passage, one outside the text or one longer than 100,000 code units.
 */
export function makeAnchor(
  text: string,
  start: number,
  end: number,
  source: { articleId: string; path: string },
): Anchor {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
    throw new RangeError(`No passage at ${start}–${end} in a text of ${text.length}`)
  }
  const passage = wholeCharacters(text, start, end)
  if (passage.end - passage.start > LONGEST) throw new RangeError('A passage has at most 100,000 characters')
  const before = Math.max(0, passage.start - CONTEXT)
  const after = Math.min(text.length, passage.end + CONTEXT)
  return {
    articleId: source.articleId,
    path: source.path,
    ...passage,
    exact: wellFormed(text.slice(passage.start, passage.end)),
    prefix: wellFormed(text.slice(splitsPair(text, before) ? before + 1 : before, passage.start)),
    suffix: wellFormed(text.slice(passage.end, splitsPair(text, after) ? after - 1 : after)),
  }
}
