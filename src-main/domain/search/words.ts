import { CharClass, charClassAt, isLetterClass } from '../text/char-class'
import { fold, foldWithOffsets, sourceRange } from '../text/normalise'
import type { Range } from '../text/span'

/** A word as the index knows it: folded, with where it stands in the text. */
export interface SearchWord extends Range {
  term: string
}

/** Longer runs without a space are no words; they are cut into pieces of this many UTF-16 units. */
const LONGEST_WORD = 256

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
/** Joiners that `charClassAt` counts as symbols. */
const OTHER_JOINERS = '\u061c\u180e'

/** A text as it is handed to the full-text index, and how many words it has. */
export interface IndexedText {
  text: string
  words: number
}

/** 1 for the letters and digits of ASCII. */
const IN_WORD = Uint8Array.from({ length: 128 }, (_, code) => (/[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0))

/**
 * Words as `searchWords` cuts them, separated by anything that is not a word. ASCII goes through as it is (the index lowers its
 * case and cuts it the same way), which is most of English newswire; only runs with other letters are folded.
 */
export function indexText(text: string): IndexedText {
  const parts: string[] = []
  let copied = 0
  let words = 0
  let runStart = -1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 128) {
      if (IN_WORD[code] === 1) {
        if (runStart < 0) runStart = i
        if (i - runStart < LONGEST_WORD) continue
      } else {
        if (runStart >= 0) words++
        runStart = -1
        continue
      }
    } else if (!isInRun(text, i)) {
      if (runStart >= 0) words++
      runStart = -1
      parts.push(text.slice(copied, i), ' ')
      copied = i + 1
      continue
    }
    // Letters beyond ASCII, or a run too long for a word: this run is cut and folded.
    const from = runStart < 0 ? i : runStart
    const to = runEnd(text, i)
    parts.push(text.slice(copied, from))
    const terms = termsOfRun(text.slice(from, to))
    for (const term of terms) parts.push(term, ' ')
    words += terms.length
    copied = to
    i = to - 1
    runStart = -1
  }
  if (runStart >= 0) words++
  if (parts.length === 0) return { text, words }
  parts.push(text.slice(copied))
  return { text: parts.join(''), words }
}

/** The same names come again and again: "Erdoğan" need not be folded each time. */
const knownRuns = new Map<string, readonly string[]>()
const MOST_KNOWN_RUNS = 20_000

function termsOfRun(run: string): readonly string[] {
  const known = knownRuns.get(run)
  if (known) return known
  const terms: string[] = []
  cutRun(run, 0, (term) => terms.push(term))
  if (run.length <= 40) {
    if (knownRuns.size >= MOST_KNOWN_RUNS) knownRuns.clear()
    knownRuns.set(run, terms)
  }
  return terms
}

/** Where the run of letters, digits, marks and joiners around `at` ends. */
function runEnd(text: string, at: number): number {
  let end = at
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code < 128 ? IN_WORD[code] !== 1 : !isInRun(text, end)) break
    end++
  }
  return end
}

/** Whether the character at `at` belongs to a word: letters, digits, marks and the invisible joiners inside words; both halves of a pair answer for their character. */
function isInRun(text: string, at: number): boolean {
  const charClass = charClassAt(text, at)
  if (charClass === CharClass.symbol) return OTHER_JOINERS.includes(text[at] ?? '')
  return (
    isLetterClass(charClass) ||
    charClass === CharClass.digit ||
    charClass === CharClass.dense ||
    charClass === CharClass.ignorable
  )
}

/** Calls `visit` for every word of `text` in order. `start` and `end` are UTF-16 offsets into `text`. */
export function forEachWord(text: string, visit: (term: string, start: number, end: number) => void): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 128 ? IN_WORD[code] !== 1 : !isInRun(text, i)) continue
    const end = runEnd(text, i)
    const run = text.slice(i, end)
    if (run.length <= LONGEST_WORD && ASCII.test(run)) visit(run.toLowerCase(), i, end)
    else cutRun(run, i, visit)
    i = end
  }
}

/** The words of a short text, such as a query. */
export function searchWords(text: string): SearchWord[] {
  const words: SearchWord[] = []
  forEachWord(text, (term, start, end) => words.push({ term, start, end }))
  return words
}

function cutRun(run: string, base: number, visit: (term: string, start: number, end: number) => void): void {
  if (!HAS_DENSE.test(run)) {
    cutSpaced(run, base, visit)
    return
  }
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
