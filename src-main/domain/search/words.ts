import { fold, foldWithOffsets, sourceRange } from '../text/normalise'
import type { Range } from '../text/span'

/** A word as the index knows it: folded, with where it stands in the text. */
export interface SearchWord extends Range {
  term: string
}

/** Longer runs without a space are no words; they are cut into pieces of this many UTF-16 units. */
const LONGEST_WORD = 256

const JOINERS = '\\u00ad\\u034f\\u061c\\u0640\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff'
/** Letters, digits, marks and the invisible joiners inside words. */
const RUN = new RegExp(`[\\p{L}\\p{M}\\p{N}${JOINERS}]+`, 'gu')
const DENSE_SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('')
/**
 * One character of a script that puts no spaces between words, with its marks; decomposed Korean syllables are one too.
 * Each is a word of its own: any part of a sentence is then found as a phrase.
 */
const DENSE = new RegExp(
  `[\\u1100-\\u115f\\ua960-\\ua97f][\\u1160-\\u11a7\\ud7b0-\\ud7c6]*[\\u11a8-\\u11ff\\ud7cb-\\ud7fb]*|[${DENSE_SCRIPTS}]\\p{M}*`,
  'gu',
)
const HAS_DENSE = new RegExp(`[${DENSE_SCRIPTS}]`, 'u')
const ASCII = /^[\0-\x7f]*$/
const LONG_RUN = new RegExp(`[A-Za-z0-9]{${LONGEST_WORD + 1}}`)
/** Marks that are no part of any word and common in otherwise plain English text. */
const TYPOGRAPHIC = /[\u00a0\u00a3\u00ab\u00b7\u00bb\u2010-\u2027\u2030-\u205e\u20ac]/g

/**
 * Text as it is handed to the full-text index: words as `searchWords` cuts them, separated by anything that is not a word.
 * Plain ASCII goes through as it is (the index lowers its case and cuts it the same way), which is most of English newswire.
 */
export function indexText(text: string): string {
  const plain = ASCII.test(text) ? text : text.replace(TYPOGRAPHIC, ' ')
  if (ASCII.test(plain) && !LONG_RUN.test(plain)) return plain
  const terms: string[] = []
  for (const match of plain.matchAll(RUN)) {
    const run = match[0]
    if (ASCII.test(run) && run.length <= LONGEST_WORD) terms.push(run)
    else cutRun(run, 0, (term) => terms.push(term))
  }
  return terms.join(' ')
}

/** Calls `visit` for every word of `text` in order. `start` and `end` are UTF-16 offsets into `text`. */
export function forEachWord(text: string, visit: (term: string, start: number, end: number) => void): void {
  for (const match of text.matchAll(RUN)) {
    const run = match[0]
    if (ASCII.test(run) && run.length <= LONGEST_WORD) visit(run.toLowerCase(), match.index, match.index + run.length)
    else cutRun(run, match.index, visit)
  }
}

/** The words of a short text, such as a query. */
export function searchWords(text: string): SearchWord[] {
  const words: SearchWord[] = []
  forEachWord(text, (term, start, end) => words.push({ term, start, end }))
  return words
}

/** How many words a text has; characters of scripts without spaces count one each. */
export function countWords(text: string): number {
  let count = 0
  if (ASCII.test(text)) {
    for (const _ of text.matchAll(/[A-Za-z0-9]+/g)) count++
    return count
  }
  for (const match of text.matchAll(RUN)) count += HAS_DENSE.test(match[0]) ? (match[0].match(DENSE)?.length ?? 1) : 1
  return count
}

function cutRun(run: string, base: number, visit: (term: string, start: number, end: number) => void): void {
  if (!HAS_DENSE.test(run)) return cutSpaced(run, base, visit)
  let from = 0
  for (const match of run.matchAll(DENSE)) {
    if (match.index > from) cutSpaced(run.slice(from, match.index), base + from, visit)
    from = match.index + match[0].length
    const term = fold(match[0].normalize('NFC')).trim()
    if (term !== '') visit(term, base + match.index, base + from)
  }
  if (from < run.length) cutSpaced(run.slice(from), base + from, visit)
}

function cutSpaced(run: string, base: number, visit: (term: string, start: number, end: number) => void): void {
  const folded = foldWithOffsets(run)
  for (const match of folded.text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    for (let at = 0; at < match[0].length; at += LONGEST_WORD) {
      const term = match[0].slice(at, at + LONGEST_WORD)
      const from = match.index + at
      const range = sourceRange(folded, from, from + term.length)
      visit(term, base + range.start, base + range.end)
    }
  }
}
