/** This many characters next to the passage being equal is as good as the whole context being equal. */
const NEAR = 40

/**
 * How well the text on one side of a place fits the context an anchor remembers, from 0 to 1. Both strings are read from the passage
 * outwards (the prefix backwards), so what stands next to the passage counts even when the far end was edited.
 */
export function contextLikeness(remembered: string, found: string, side: 'before' | 'after'): number {
  if (remembered === '') return 0
  const a = outwards(remembered, side)
  const b = outwards(found, side)
  const near = commonStart(a, b)
  if (near === a.length) return 1
  return Math.max(Math.min(1, near / NEAR), 1 - distanceToStart(a, b) / a.length)
}

/** How far both sides fit: 0 to 2. */
export function bothSides(anchor: { prefix: string; suffix: string }, text: string, start: number, end: number): Sides {
  const before = text.slice(Math.max(0, start - 2 * anchor.prefix.length), start)
  const after = text.slice(end, end + 2 * anchor.suffix.length)
  return {
    left: contextLikeness(anchor.prefix, before, 'before'),
    right: contextLikeness(anchor.suffix, after, 'after'),
  }
}

export interface Sides {
  left: number
  right: number
}

function outwards(text: string, side: 'before' | 'after'): string {
  return side === 'after' ? text : [...text].reverse().join('')
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

/** Levenshtein distance of `a` to the best fitting start of `b`; at most `a.length`. */
function distanceToStart(a: string, b: string): number {
  let row = Int32Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = new Int32Array(b.length + 1)
    next[0] = i
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    }
    row = next
  }
  return Math.min(a.length, ...row)
}
