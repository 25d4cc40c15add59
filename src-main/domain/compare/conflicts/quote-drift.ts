import { diffArrays } from 'diff'
import type { Attribution } from '../../extract/types'
import { fold } from '../../text/normalise'
import { type Span, spanOf } from '../../text/span'
import type { ClaimArticle } from './conflict'

/** One quoted sentence with its speaker. */
export interface QuotedSentence {
  article: ClaimArticle
  span: Span
  words: string[]
  speaker: string | null
}

export interface Drift {
  a: QuotedSentence
  b: QuotedSentence
  /** The words that differ, first side then second; null where the words agree and the speaker does not. */
  changed: [string, string] | null
}

const FEWEST_WORDS = 4
/** Share of words two quotes must have in common, in order, to be versions of one. */
const ONE_QUOTE = 0.6
const ONE_QUOTE_OF_OTHERS = 0.85
/** A quote that begins later, or lacks more words than this at its end, was shortened, not changed. */
const LONGEST_SLIP = 2

/** The sentences an article quotes directly. */
export function quotedSentences(article: ClaimArticle): QuotedSentence[] {
  const { extraction, comparable } = article
  const names = new Map(extraction.entities.map(({ id, name }) => [id, name]))
  return extraction.attributions
    .filter(({ kind }) => kind !== 'indirect')
    .flatMap((attribution: Attribution) =>
      attribution.content.flatMap((content) =>
        [...content.text.matchAll(/[^.!?。！？؟]+[.!?。！？؟]*/gu)].map(({ 0: text, index }) => {
          const start = content.start + index + (text.length - text.trimStart().length)
          const span = spanOf(comparable.text, start, content.start + index + text.trimEnd().length)
          const speaker = attribution.source.entityId ? (names.get(attribution.source.entityId) ?? null) : null
          return { article, span, words: wordsOf(span.text), speaker }
        }),
      ),
    )
    .filter(({ words }) => words.length >= FEWEST_WORDS)
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? []

/** Quotes of two articles that are versions of one, with other words or in another mouth. */
export function quoteDrifts(left: readonly QuotedSentence[], right: readonly QuotedSentence[]): Drift[] {
  return left.flatMap((a): Drift[] => {
    let best: { b: QuotedSentence; common: number } | null = null
    for (const b of right) {
      const common = inCommon(a.words, b.words)
      if (common > (best?.common ?? 0)) best = { b, common }
    }
    if (!best) return []
    const { b, common } = best
    const same = speaksFor(a.speaker, b.speaker)
    if (common < (same ? ONE_QUOTE : ONE_QUOTE_OF_OTHERS)) return []
    if (!same && a.speaker !== null && b.speaker !== null) return [{ a, b, changed: null }]
    const changed = changedWords(a.words, b.words)
    return changed ? [{ a, b, changed }] : []
  })
}

/** How alike two quotes are, 0 to 1, by the words they share in order. */
export const quoteLikeness = (a: string, b: string): number => inCommon(wordsOf(a), wordsOf(b))

/** Dice coefficient of two word lists over their longest common subsequence. */
function inCommon(a: readonly string[], b: readonly string[]): number {
  const size = a.length + b.length
  // Lists that share too few words at all need not be aligned.
  const other = new Set(b)
  if (a.filter((word) => other.has(word)).length * 2 < size * 0.4) return 0
  const kept = diffArrays([...a], [...b]).reduce(
    (sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length),
    0,
  )
  return (2 * kept) / size
}

/** Whether two names may be one person's: they share their last word, or one is not known. */
function speaksFor(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true
  const last = (name: string) => fold(name).split(/\s+/u).at(-1)
  return last(a) === last(b) || fold(a).includes(last(b) ?? '') || fold(b).includes(last(a) ?? '')
}

/** What differs, or null where one is only a shorter piece of the other. */
function changedWords(a: readonly string[], b: readonly string[]): [string, string] | null {
  const parts = diffArrays([...a], [...b])
  const gone: string[] = []
  const come: string[] = []
  parts.forEach(({ added, removed, value }, i) => {
    if (!added && !removed) return
    const [first, end] = [i === 0, i === parts.length - 1]
    const other = parts[i + (added ? -1 : 1)]
    const replaced = added ? other?.removed : other?.added
    if (!replaced && (first || (end && value.length > LONGEST_SLIP))) return
    if (added) come.push(...value)
    else gone.push(...value)
  })
  return gone.length + come.length > 0 ? [gone.join(' '), come.join(' ')] : null
}
