import type { Range } from '@domain/text/span'

/**
 * The passage after a step by one sentence: the next (or previous) sentence as a whole, or the passage so far and that
 * sentence. `from` is what is chosen now, or the offset at which the view begins. Null at the end of the text.
 */
export function sentenceStep(
  sentences: readonly Range[],
  from: Range | number,
  direction: 1 | -1,
  extend: boolean,
): Range | null {
  const chosen = typeof from === 'number' ? null : from
  const start = typeof from === 'number' ? from : from.start
  const next =
    direction > 0
      ? sentences.find((sentence) => (chosen ? sentence.start >= chosen.end : sentence.end > start))
      : sentences.findLast((sentence) => sentence.end <= start)
  if (!next) return null
  if (!extend || !chosen) return { start: next.start, end: next.end }
  return { start: Math.min(chosen.start, next.start), end: Math.max(chosen.end, next.end) }
}
