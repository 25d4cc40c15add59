import type { Range } from '../text/span'

export interface Snippet {
  /** Words of the text, exactly as they stand there. */
  text: string
  /** UTF-16 offsets into the snippet. */
  marks: Range[]
}

/** About two lines of a result list. */
const LENGTH = 240
/** How much stands before the first mark. */
const LEAD_IN = 60

/** The stretch of `text` that shows most of the matches, from its first words where there are none. */
export function snippetOf(text: string, matches: readonly Range[], bodyStart = 0): Snippet {
  const best = bestWindow(text, matches)
  const from = best ? wordStart(text, Math.max(0, best.start - LEAD_IN)) : Math.min(bodyStart, text.length)
  const to = wordEnd(text, Math.max(from + LENGTH, best?.end ?? 0))
  const marks = matches
    .filter((match) => match.start >= from && match.end <= to)
    .map((match) => ({ start: match.start - from, end: match.end - from }))
  return { text: text.slice(from, to), marks }
}

/** The matches within one snippet's length that say most: different words first, then their number, then the earliest. */
function bestWindow(text: string, matches: readonly Range[]): Range | null {
  let best: { range: Range; value: number } | null = null
  let end = 0
  for (let start = 0; start < Math.min(matches.length, 200); start++) {
    const first = matches[start]
    if (!first) break
    end = Math.max(end, start)
    while ((matches[end + 1]?.end ?? Infinity) <= first.start + LENGTH - LEAD_IN) end++
    const inside = matches.slice(start, end + 1)
    const words = new Set(inside.map((match) => text.slice(match.start, match.end).toLowerCase()))
    const value = words.size * 10 + Math.min(inside.length, 9)
    const last = matches[end] ?? first
    if (!best || value > best.value) best = { range: { start: first.start, end: last.end }, value }
  }
  return best?.range ?? null
}

const isBreak = (text: string, at: number) => /\s/u.test(text[at] ?? ' ')

/** The start of the word at `at`, or of the next one when it began long before; never inside a surrogate pair. */
function wordStart(text: string, at: number): number {
  if (at === 0 || isBreak(text, at - 1)) return skipSpace(text, at)
  for (let i = at; i < at + 20; i++) if (isBreak(text, i)) return skipSpace(text, i)
  return splitsPair(text, at) ? at - 1 : at
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  for (let i = at; i > at - 20; i--) if (isBreak(text, i)) return i
  return splitsPair(text, at) ? at - 1 : at
}

function skipSpace(text: string, at: number): number {
  let i = at
  while (i < text.length && isBreak(text, i)) i++
  return i
}

function splitsPair(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
