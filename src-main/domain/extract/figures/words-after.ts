import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { Amount } from './amount'
import { closing, isNoun, opensConversion, phraseText } from './phrase-text'

const OPENERS = new Set(
  'of in on from for with against to among between by into across over within under who that which whose when as than per aboard during off away ahead after before'.split(
    ' ',
  ),
)
const COPULAS = new Set(
  'is are was were be been being has have had will would could can may might should do does did'.split(' '),
)
/** Longest description of this kind, in tokens. */
const REACH = 10

/** Whether a lower-case word is a copula or auxiliary. */
export const isCopula = (word: string): boolean => COPULAS.has(word)

/** The words after the phrase that tell which: "killed in the attack", "of the vote", "who voted"; null where nothing does. */
export function wordsAfter(doc: Document, grammar: Grammar, amount: Amount, from: number, last: number): string | null {
  const { words, classes } = grammar
  let at = from
  while (at < last && (/^[”"’)[\]]$/.test(words[at] ?? '') || opensConversion(grammar, at)))
    at = words[at] === '(' ? closing(grammar, at, last) : at + 1
  while (
    at < last &&
    (classes[at] === WordClass.auxiliary || isCopula(words[at] ?? '') || /^(?:also|each|then)$/.test(words[at] ?? ''))
  )
    at++
  if (words[at] === ',' && /^(?:who|which|all|mostly)$/.test(words[at + 1] ?? '')) at++
  if (!opens(grammar, amount, from, at)) return null
  const to = withoutLooseEnd(grammar, at, endOfWords(grammar, at, last, amount.glued !== null), last)
  const start = words[at] === 'of' ? at + 1 : at
  return to > start ? phraseText(doc, grammar, start, to) : null
}

/** Whether the word at `at` can begin what is said of the number. */
function opens(grammar: Grammar, amount: Amount, from: number, at: number): boolean {
  const { words, classes } = grammar
  const c = classes[at]
  const uncounted = from === amount.next
  return (
    OPENERS.has(words[at] ?? '') ||
    words[at] === 'not' ||
    c === WordClass.verb ||
    c === WordClass.adjective ||
    c === WordClass.preposition ||
    c === WordClass.subordinator ||
    c === WordClass.pronoun ||
    (at > from && (isNoun(grammar, at) || c === WordClass.determiner || c === WordClass.adverb)) ||
    (isNoun(grammar, at) && (amount.glued !== null || amount.kind !== 'count' || uncounted))
  )
}

function endOfWords(grammar: Grammar, at: number, last: number, glued: boolean): number {
  const { words, classes } = grammar
  let verbs = 0
  let to = at
  for (; to < last && to < at + REACH; to++) {
    const word = words[to] ?? ''
    if (classes[to] === WordClass.mark && !/^['’"“”[\]]$/.test(word)) break
    if (to > at + 1 && /^(?:but|while|because|although)$/.test(word)) break
    if (to > at && word === 'and' && beginsClause(grammar, to + 1, glued)) break
    if (classes[to] === WordClass.verb && ++verbs > 2) break
  }
  return to
}

/** Whether another number or verb follows an "and"; "walking and cycling connection" goes on. */
function beginsClause(grammar: Grammar, t: number, glued: boolean): boolean {
  const { words, classes } = grammar
  if (classes[t] === WordClass.numeral) return true
  if (glued && /ing$/.test(words[t] ?? '')) return false
  if (classes[t] === WordClass.verb) return !(/(?:ed|ing)$/.test(words[t] ?? '') && isNoun(grammar, t + 1))
  return classes[t + 1] === WordClass.verb
}

/** Without prepositions, articles and marks at the end of words that were cut off; particles before a full stop stay ("came out against"). */
function withoutLooseEnd(grammar: Grammar, at: number, to: number, last: number): number {
  const { words, classes } = grammar
  const whole = to >= last || /^[.,;:!?”"]$/.test(words[to] ?? '')
  const loose: number[] = [WordClass.determiner, WordClass.auxiliary, WordClass.coordinator, WordClass.mark]
  if (!whole) loose.push(WordClass.preposition, WordClass.particle)
  let end = to
  while (end > at && loose.includes(classes[end - 1] ?? -1)) end--
  return end
}

/**
 * "33 passengers and six crew were rescued", "ten passengers and three crew members aboard the aircraft", "a quarter, 800,000
 * employees, is out of work": what is said behind the rest of the subject.
 */
export function wordsBehindList(
  doc: Document,
  grammar: Grammar,
  amount: Amount,
  from: number,
  last: number,
): string | null {
  const { words, classes } = grammar
  if (amount.kind !== 'count' || !/^(?:and|or|,|\()$/.test(words[from] ?? '')) return null
  const listed = classes[from + 1] === WordClass.numeral
  if (classes[from + 1] === WordClass.verb) return null
  for (let t = from + 1; t < last && t < from + 12; t++) {
    const word = words[t] ?? ''
    if (classes[t] === WordClass.auxiliary || (classes[t] === WordClass.verb && !/ing$/.test(word)))
      return wordsAfter(doc, grammar, amount, t, last)
    if (listed && t > from + 2 && classes[t] === WordClass.preposition && isNoun(grammar, t - 1))
      return wordsAfter(doc, grammar, amount, t, last)
    if (/^[;:.]$/.test(word) || classes[t] === WordClass.subordinator || word === 'but') return null
  }
  return null
}
