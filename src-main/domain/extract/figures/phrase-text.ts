import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'

/** Words left out at the beginning of a printed phrase: they say nothing of what is counted. */
const DROPPED = new Set(
  'more other additional further extra another such some all the a an those these each'.split(' '),
)
const APPROXIMATE =
  /^(?:about|around|over|nearly|almost|than|more|less|fewer|least|at|most|up|to|some|just|only|roughly|approximately|as|many|much|an|estimated|another|well|exactly|~|under|all|both|the|first|last|next|between)$/

/** Whether a lower-case word before a number only says how exact it is. */
export const isApproximate = (word: string): boolean => APPROXIMATE.test(word)

/** The tokens `[from, to)` as printed on one line, without leading articles and quantifiers; null where nothing is left. */
export function phraseText(doc: Document, grammar: Grammar, from: number, to: number): string | null {
  let at = from
  while (at < to && DROPPED.has(grammar.words[at] ?? '')) at++
  if (at >= to) return null
  return doc.text.slice(doc.tokens.start[at], doc.tokens.end[to - 1]).replace(/\s+/g, ' ')
}

/** Parts of a description in one string; null where all are empty. */
export const join = (...parts: (string | null)[]): string | null =>
  parts.filter((part) => part !== null && part !== '').join(' ') || null

/** Whether token `t` is a noun or a name. */
export const isNoun = (grammar: Grammar, t: number): boolean =>
  grammar.classes[t] === WordClass.noun || grammar.classes[t] === WordClass.name

/** The token behind the bracket that opens at `at`; the next one where it does not close soon. */
export function closing(grammar: Grammar, at: number, last: number): number {
  for (let t = at; t < last && t < at + 12; t++) if (grammar.words[t] === ')') return t + 1
  return at + 1
}

/** Whether a bracket with a number in it opens at `at`: a conversion ("(~23 m)", "(£17,500)"). */
export function opensConversion(grammar: Grammar, at: number): boolean {
  if (grammar.words[at] !== '(') return false
  for (let t = at + 1; t < at + 4; t++) if (grammar.classes[t] === WordClass.numeral) return true
  return false
}
