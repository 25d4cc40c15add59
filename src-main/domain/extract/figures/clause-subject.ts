import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'

/** Tokens `[from, to)`. */
export interface TokenRange {
  from: number
  to: number
}

const isVerb = (c: number | undefined) => c === WordClass.verb || c === WordClass.auxiliary
const isNominal = (c: number | undefined) => c === WordClass.noun || c === WordClass.name
const DEPTH = 4

/** The verb that governs token `token` from its left, not before `first`; -1 where there is none in the clause. */
export function verbBefore(grammar: Grammar, token: number, first: number): number {
  const { words, classes } = grammar
  let bracket = false
  for (let t = token - 1; t >= first && t > token - 26; t--) {
    if (words[t] === ')') bracket = true
    else if (words[t] === '(') bracket = false
    if (bracket) continue
    if (words[t] === ';' || words[t] === ':') return -1
    if (isVerb(classes[t]) && !isModifier(grammar, t)) return t
    // "exports tallied $4.31 billion": a form in -ed between a noun and the number it governs.
    if (t === token - 1 && /[a-z]ed$/.test(words[t] ?? '') && isNominal(classes[t - 1])) return t
  }
  return -1
}

/** "the revised toll", "a growing number": a participle that only describes the noun behind it. */
function isModifier(grammar: Grammar, t: number): boolean {
  const { words, classes } = grammar
  if (classes[t] !== WordClass.verb || !/(?:ed|ing)$/.test(words[t] ?? '')) return false
  const after = classes[t + 1]
  return (
    (classes[t - 1] === WordClass.determiner ||
      classes[t - 1] === WordClass.adjective ||
      /^(?:his|her|its|their)$/.test(words[t - 1] ?? '')) &&
    (after === WordClass.noun || after === WordClass.adjective)
  )
}

/**
 * The subject of a verb: the phrase before it and its auxiliaries; past an apposition between commas; for "who" and "which" what they
 * stand for; for a second verb ("… and said") and a participle ("…, killing three") the subject of the verb before.
 */
export function subjectOf(grammar: Grammar, verb: number, first: number, depth = 0): TokenRange | null {
  const { words, classes } = grammar
  if (depth > DEPTH || verb <= first) return null
  let t = verb - 1
  while (
    t >= first &&
    (isVerb(classes[t]) || classes[t] === WordClass.adverb || words[t] === 'to' || words[t] === 'not')
  )
    t--
  if (t < first) return null
  const word = words[t] ?? ''
  const up = (): TokenRange | null => {
    const earlier = verbBefore(grammar, t, first)
    return earlier >= 0 ? subjectOf(grammar, earlier, first, depth + 1) : null
  }
  if (classes[t] === WordClass.coordinator || classes[t] === WordClass.preposition) return up()
  if (word === 'who' || word === 'which' || word === 'that')
    return phraseEndingAt(grammar, words[t - 1] === ',' ? t - 1 : t, first) ?? up()
  if (word === ',') {
    const participle = /ing$/.test(words[verb] ?? '') && t === verb - 1
    if (participle) return up()
    return beforeApposition(grammar, t, first) ?? up()
  }
  const phrase = phraseEndingAt(grammar, t + 1, first)
  if (!phrase) return up()
  return phrase.to - phrase.from === 1 && /^(?:there|what|where|when)$/.test(words[phrase.from] ?? '') ? null : phrase
}

/** The noun phrase whose last token is `to - 1`, prepositional parts and "and" included. */
export function phraseEndingAt(grammar: Grammar, to: number, first: number): TokenRange | null {
  const { words, classes } = grammar
  let from = to
  while (from > first && to - from < 12) {
    const c = classes[from - 1]
    const word = words[from - 1] ?? ''
    if (c === WordClass.mark && !/^[’'“”"&]$/.test(word)) break
    if (isVerb(c) && !isModifier(grammar, from - 1)) break
    if (c === WordClass.subordinator || /^(?:where|when|while|because|if|that|who|which)$/.test(word)) break
    if (c === WordClass.coordinator && (word === 'but' || verbSoonBefore(grammar, from - 1, first))) break
    from--
  }
  while (
    from < to &&
    (classes[from] === WordClass.preposition ||
      classes[from] === WordClass.coordinator ||
      classes[from] === WordClass.adverb ||
      classes[from] === WordClass.mark ||
      words[from] === 'the' ||
      words[from] === 'a' ||
      words[from] === 'an')
  ) {
    // "In the country overall women hold": a leading prepositional part is no subject, unless nothing follows it.
    from++
  }
  return from < to ? { from, to } : null
}

/** Whether a verb stands within a few tokens before an "and": then the "and" joins clauses, not nouns. */
function verbSoonBefore(grammar: Grammar, at: number, first: number): boolean {
  for (let t = at - 1; t >= first && t > at - 5; t--) {
    if (isVerb(grammar.classes[t]) && !isModifier(grammar, t)) return true
    if (grammar.classes[t] === WordClass.mark) return false
  }
  return false
}

function beforeApposition(grammar: Grammar, comma: number, first: number): TokenRange | null {
  for (let t = comma - 1; t > first && t > comma - 20; t--)
    if (grammar.words[t] === ',') return phraseEndingAt(grammar, t, first)
  return phraseEndingAt(grammar, comma, first)
}
