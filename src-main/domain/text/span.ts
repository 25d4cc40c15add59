/** A half-open range of UTF-16 code units `[start, end)` into an article's text. */
export interface Range {
  start: number
  end: number
}

/** A range together with the words it covers: `text === articleText.slice(start, end)`. */
export interface Span extends Range {
  text: string
}

/** The span of `text` from `start` to `end`, so that no caller copies offsets and words apart from each other. */
export function spanOf(text: string, start: number, end: number): Span {
  return { start, end, text: text.slice(start, end) }
}

/** How many code units two ranges share; 0 when they only touch. */
export function overlap(a: Range, b: Range): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}
