import type { Range } from '../text/span'
import { tokenize } from '../text/tokenize'
import { type Tokens } from '../text/tokens'
import { alignTokens } from './align-tokens'
import { busiestStretch } from './busiest-stretch'
import { numberWords, weighWords } from './word-numbers'

/** Longer passages (in tokens) are found by their two ends. */
const LONG = 400

interface Needle {
  exact: string
  prefix: string
  suffix: string
}

/**
 * Where an edited passage stands now, found by aligning its words and those around it with the text's; words are compared without
 * case, diacritics and kinds of quotation marks. `several` when two places fit about equally, null when it is not there.
 */
export function alignPassage(needle: Needle, text: string): Range | 'several' | null {
  const tokens = tokenize(text)
  const words = tokenize(needle.exact)
  if (words.count <= LONG) return alignShort(needle, text, tokens)
  const headEnd = words.end[LONG / 2] ?? 0
  const tailStart = words.start[words.count - LONG / 2] ?? 0
  const head = alignShort({ ...needle, exact: needle.exact.slice(0, headEnd), suffix: '' }, text, tokens)
  const tail = alignShort({ ...needle, exact: needle.exact.slice(tailStart), prefix: '' }, text, tokens)
  if (head === null || tail === null) return null
  if (head === 'several' || tail === 'several') return 'several'
  const length = tail.end - head.start
  const sane = length > needle.exact.length / 2 && length < needle.exact.length * 2
  return sane ? { start: head.start, end: tail.end } : null
}

function alignShort(needle: Needle, text: string, tokens: Tokens): Range | 'several' | null {
  const whole = needle.prefix + needle.exact + needle.suffix
  const words = tokenize(whole)
  const numbers = numberWords({ text: whole, tokens: words }, { text, tokens })
  const weights = weighWords(words)
  const stretch = busiestStretch(numbers.needle, numbers.text)
  const part = numbers.text.subarray(stretch.start, stretch.end)
  const { best, secondScore } = alignTokens({ ids: numbers.needle, weights }, part)
  if (best.score <= 0) return null

  const passage = { start: needle.prefix.length, end: needle.prefix.length + needle.exact.length }
  const pairs: Pair[] = [...best.partner].map((partner, word) => ({
    start: words.start[word] ?? 0,
    end: words.end[word] ?? 0,
    weight: weights[word] ?? 0,
    partner: partner < 0 ? null : partner + stretch.start,
    same: partner >= 0 && part[partner] === numbers.needle[word],
  }))
  if (!believed(pairs, passage)) return null
  if (secondScore > 0.85 * best.score) return 'several'
  return boundsOf(pairs, passage, tokens)
}

/** A word of the needle and the token of the text that stands for it. */
interface Pair extends Range {
  weight: number
  partner: number | null
  same: boolean
}

const isInside = (pair: Pair, passage: Range): boolean => pair.end > passage.start && pair.start < passage.end

/** Whether enough of the passage is left, or enough of both its neighbours. */
function believed(pairs: Pair[], passage: Range): boolean {
  const inside = keptOf(pairs.filter((pair) => isInside(pair, passage)))
  const left = keptOf(pairs.filter((pair) => pair.end <= passage.start))
  const right = keptOf(pairs.filter((pair) => pair.start >= passage.end))
  if (inside.share >= 0.6 && inside.weight >= 4) return true
  if (inside.share >= 0.4 && inside.weight >= 2 && left.share + right.share >= 0.9) return true
  return inside.share >= 0.3 && left.share >= 0.7 && right.share >= 0.7
}

function keptOf(pairs: Pair[]): { weight: number; share: number } {
  let all = 0
  let weight = 0
  for (const pair of pairs) {
    all += pair.weight
    if (pair.same) weight += pair.weight
  }
  return { weight, share: all === 0 ? 0 : weight / all }
}

/** From the first to the last token that stands for a word of the passage; inside a token where the passage began inside its word. */
function boundsOf(pairs: Pair[], passage: Range, tokens: Tokens): Range | null {
  const inside = pairs.filter((pair) => pair.partner !== null && isInside(pair, passage))
  const first = inside[0]
  const last = inside.at(-1)
  if (!first || !last) return null
  const begin = tokens.start[first.partner ?? 0] ?? 0
  const finish = tokens.end[last.partner ?? 0] ?? 0
  const start = first.same && first.start < passage.start ? begin + passage.start - first.start : begin
  const end = last.same && last.end > passage.end ? finish - (last.end - passage.end) : finish
  return start < end ? { start, end } : null
}
