import type { Range } from '../text/span'

/** More cells than this (needle words × text words) are not aligned; some 50 ms and 12 MB. */
const MOST_CELLS = 12_000_000

/**
 * The tokens of a long text within which a needle is looked for: where most of its words come, rare ones counting more. The whole
 * text when aligning all of it is affordable. Numbers are those of `numberWords`.
 */
export function busiestStretch(needle: Int32Array, text: Int32Array): Range {
  const width = Math.max(4 * needle.length, Math.floor(MOST_CELLS / Math.max(1, needle.length)))
  if (width >= text.length) return { start: 0, end: text.length }
  const counts = new Map<number, number>()
  for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1)
  const worth = (word: number | undefined): number => (word ? 1 / (counts.get(word) ?? 1) : 0)
  let sum = 0
  let best = -1
  let bestEnd = width
  for (let end = 0; end < text.length; end++) {
    sum += worth(text[end]) - (end >= width ? worth(text[end - width]) : 0)
    if (sum > best + 1e-9) {
      best = sum
      bestEnd = end + 1
    }
  }
  // The busiest words may stand at an edge of the first best window: half a window more on either side.
  const slack = Math.min(2 * needle.length, width)
  return { start: Math.max(0, bestEnd - width - slack), end: Math.min(text.length, bestEnd + slack) }
}
