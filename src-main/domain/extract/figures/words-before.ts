import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { Amount } from './amount'
import { isApproximate, isNoun, phraseText } from './phrase-text'

/** Scales whose name stands right before their number: "a magnitude 5.2 earthquake". */
const SCALES = /^(?:magnitude|category|grade|level|phase|stage|score|rate|index|scale|margin|ratio)$/
const COUNT_OF =
  /^(?:total|one|some|many|most|number|all|hundreds|thousands|dozens|group|maximum|minimum|range|average|estimated)$/

/** The last token before token `at` that is no approximator and no sign; before `first` where there is none. */
export function leftOf(grammar: Grammar, at: number, first: number): number {
  let t = at - 1
  while (t >= first && (isApproximate(grammar.words[t] ?? '') || /^[“”"‘~$€£]$/.test(grammar.words[t] ?? ''))) t--
  return t
}

/** "death toll" of "a death toll of 39", "trust fund" of "a trust fund worth $5 million", "magnitude" of "a magnitude 5.2 earthquake". */
export function leadOf(doc: Document, grammar: Grammar, amount: Amount, at: number, first: number): string | null {
  const { words, classes } = grammar
  if (amount.kind === 'count' && SCALES.test(words[at - 1] ?? '')) return words[at - 1] ?? null
  let t = at - 1
  while (t > first && (isApproximate(words[t] ?? '') || /^(?:us|rs|\$|€|£|by|~|≈|“|")$/.test(words[t] ?? ''))) t--
  const link = words[t] ?? ''
  if (!/^(?:of|worth|from|was|were|is|are|totaling|totalling|at)$/.test(link)) return null
  t--
  while (t > first && (classes[t] === WordClass.adverb || classes[t] === WordClass.auxiliary)) t--
  // "a rise of", "a fine of": whatever its class elsewhere, between article and "of" it is a noun.
  const nominal = link === 'of' && classes[t - 1] === WordClass.determiner && classes[t] !== WordClass.numeral
  if (!isNoun(grammar, t) && !nominal) return null
  if (link === 'of' && COUNT_OF.test(words[t] ?? '')) return null
  if (link === 'from' && classes[t] === WordClass.name) return null
  let from = t
  while (from > first && (isNoun(grammar, from - 1) || classes[from - 1] === WordClass.adjective)) from--
  if (words[from - 1] === 'of' && classes[from - 2] === WordClass.noun) from -= 2
  else if (words[from - 1] === 'the' && words[from - 2] === 'of' && classes[from - 3] === WordClass.noun) from -= 3
  return phraseText(doc, grammar, from, t + 1)
}

/** The nouns between the governing verb and the number at token `at`. */
export function objectBetween(doc: Document, grammar: Grammar, verb: number, at: number): string | null {
  if (verb < 0 || at - verb > 10) return null
  let to = at
  while (to > verb + 1 && !isNoun(grammar, to - 1)) to--
  let from = verb + 1
  while (from < to && !(isNoun(grammar, from) || grammar.classes[from] === WordClass.adjective)) from++
  return from < to ? phraseText(doc, grammar, from, to) : null
}

/** "more cases of measles, including 165", "a poor turnout - only at 54 percent": the phrase that the number at `at` is of; null elsewhere. */
export function wholeBefore(doc: Document, grammar: Grammar, at: number, first: number): string | null {
  const { words, classes } = grammar
  let t = leftOf(grammar, at, first)
  if (classes[t] === WordClass.preposition && /^[-–—]$/.test(words[leftOf(grammar, t, first)] ?? ''))
    t = leftOf(grammar, t, first)
  if (words[t] !== 'including' && !(/^[-–—]$/.test(words[t] ?? '') && t > first)) return null
  const to = words[t - 1] === ',' ? t - 1 : t
  let from = to
  while (from > first && to - from < 8) {
    const c = classes[from - 1]
    if (!isNoun(grammar, from - 1) && c !== WordClass.adjective && c !== WordClass.numeral && words[from - 1] !== 'of')
      break
    from--
  }
  while (from < to && (words[from] === 'of' || classes[from] === WordClass.numeral)) from++
  return phraseText(doc, grammar, from, to)
}
