import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { Amount } from './amounts'
import type { Counted } from './counted'
import { isPlural } from './counted'

/** What is counted, and of whom or what it is said. */
export interface Described {
  what: string | null
  subject: string | null
  /** Token of the verb that governs the number, -1 where none was found. */
  verb: number
}

const AFTER = new Set('of in on from for with at against to among between by into over across within under who that which whose when as than per aboard during'.split(' '))
const COPULAS = new Set('is are was were be been being has have had will would could can may might should do does did'.split(' '))
const DROPPED = new Set('more other additional further extra another such some all the a an those these'.split(' '))
const LENGTH = 9

/** Describes an amount by the words around it. */
export function describe(doc: Document, grammar: Grammar, amount: Amount, counted: Counted | null): Described {
  const { words } = grammar
  const s = grammar.sentenceOf[amount.token] ?? -1
  const first = s >= 0 ? (grammar.first[s] ?? 0) : 0
  const last = s >= 0 ? (grammar.first[s + 1] ?? doc.tokens.count) : doc.tokens.count
  const phraseEnd = counted ? counted.to : amount.next
  const verb = verbBefore(grammar, amount.token, first)
  const subject = verb > first ? subjectOf(doc, grammar, verb, first) : null
  const named = counted ? slice(doc, grammar, counted.from, counted.to) : null
  const tail = tailOf(doc, grammar, phraseEnd, last, amount)
  const lead = leadOf(doc, grammar, amount.token, first)
  const action = verb >= 0 && /[a-z]/.test(words[verb] ?? '') && !COPULAS.has(words[verb] ?? '') ? (words[verb] ?? '') : null
  let what = join(named, tail)
  if (amount.kind === 'percent' && words[amount.next] === 'of') what = tail
  else if (amount.fraction && words[amount.next] === 'of') what = tail
  else if (lead && (!named || amount.kind !== 'count')) what = join(lead, what)
  if (!what) what = join(action, objectAfter(doc, grammar, verb, amount.token)) ?? null
  else if (action && counted && !tail) what = `${what} ${action}`
  return { what, subject, verb }
}

const join = (a: string | null, b: string | null): string | null => (a && b ? `${a} ${b}` : (a ?? b))

function slice(doc: Document, grammar: Grammar, from: number, to: number): string | null {
  let at = from
  while (at < to && DROPPED.has(grammar.words[at] ?? '')) at++
  if (at >= to) return null
  return doc.text.slice(doc.tokens.start[at], doc.tokens.end[to - 1]).replace(/\s+/g, ' ')
}

/** The words after the phrase that tell which: "killed in the attack", "of the vote", "who voted". */
function tailOf(doc: Document, grammar: Grammar, from: number, last: number, amount: Amount): string | null {
  const { words, classes } = grammar
  let at = from
  while (at < last && (classes[at] === WordClass.auxiliary || COPULAS.has(words[at] ?? '') || words[at] === 'also' || words[at] === 'not')) at++
  const word = words[at] ?? ''
  const c = classes[at]
  const opens = AFTER.has(word) || c === WordClass.verb || c === WordClass.adjective || (at > from && (c === WordClass.noun || c === WordClass.determiner)) || (amount.glued !== null && c === WordClass.noun) || ((amount.kind === 'money' || amount.kind === 'percent' || amount.kind === 'measure') && c === WordClass.noun)
  if (!opens) return null
  let to = at
  let verbs = 0
  for (; to < last && to < at + LENGTH; to++) {
    const w = words[to] ?? ''
    if (classes[to] === WordClass.mark && !/^['’"“”]$/.test(w)) break
    if (to > at && (classes[to] === WordClass.coordinator || classes[to] === WordClass.subordinator) && (w === 'and' || w === 'but' || w === 'while' || w === 'after' || w === 'because' || w === 'as')) break
    if (classes[to] === WordClass.verb && ++verbs > 2) break
  }
  while (to > at && (classes[to - 1] === WordClass.preposition || classes[to - 1] === WordClass.determiner || classes[to - 1] === WordClass.auxiliary)) to--
  const start = word === 'of' ? at + 1 : at
  return to > start ? slice(doc, grammar, start, to) : null
}

/** "death toll" of "a death toll of 39", "trust fund" of "a trust fund worth $5 million". */
function leadOf(doc: Document, grammar: Grammar, token: number, first: number): string | null {
  const { words, classes } = grammar
  let t = token - 1
  while (t > first && (classes[t] === WordClass.mark || classes[t] === WordClass.adverb || /^(?:about|around|over|nearly|almost|than|more|less|least|at|up|to|some|just|only|of|worth|from|was|were|is|are|totaling|totalling|rs|us)$/.test(words[t] ?? ''))) {
    if (/^[.;,!?]$/.test(words[t] ?? '')) return null
    t--
  }
  if (t === token - 1 || (classes[t] !== WordClass.noun && classes[t] !== WordClass.name)) return null
  let from = t
  while (from > first && [WordClass.noun, WordClass.name, WordClass.adjective].some((c) => c === classes[from - 1])) from--
  return slice(doc, grammar, from, t + 1)
}

function verbBefore(grammar: Grammar, token: number, first: number): number {
  const { words, classes } = grammar
  for (let t = token - 1; t >= first && t > token - 14; t--) {
    if (classes[t] === WordClass.verb || classes[t] === WordClass.auxiliary) {
      if (classes[t] === WordClass.verb && isModifier(grammar, t)) continue
      return t
    }
    if (words[t] === ';' || words[t] === ':') return -1
  }
  return -1
}

const isModifier = (grammar: Grammar, t: number) =>
  /(?:ed|ing)$/.test(grammar.words[t] ?? '') && (grammar.classes[t - 1] === WordClass.determiner || grammar.classes[t - 1] === WordClass.adjective) && grammar.classes[t + 1] === WordClass.noun

/** The noun phrase before a verb and its auxiliaries: "the trade turnover between our countries" of "has increased". */
function subjectOf(doc: Document, grammar: Grammar, verb: number, first: number): string | null {
  const { words, classes } = grammar
  let t = verb - 1
  while (t >= first && (classes[t] === WordClass.auxiliary || classes[t] === WordClass.adverb || words[t] === 'to' || (classes[t] === WordClass.verb && t > verb - 3))) t--
  const to = t + 1
  while (t >= first && to - t < 11) {
    const c = classes[t]
    if (c === WordClass.mark || c === WordClass.subordinator || c === WordClass.verb || c === WordClass.auxiliary) break
    if (c === WordClass.coordinator && isVerb(classes[t - 1])) break
    t--
  }
  let from = t + 1
  while (from < to && (classes[from] === WordClass.preposition || classes[from] === WordClass.coordinator || words[from] === 'that' || words[from] === 'which' || words[from] === 'who')) from++
  return from < to ? slice(doc, grammar, from, to) : null
}

const isVerb = (c: number | undefined) => c === WordClass.verb || c === WordClass.auxiliary

/** The nouns between the governing verb and the number. */
function objectAfter(doc: Document, grammar: Grammar, verb: number, token: number): string | null {
  if (verb < 0 || token - verb > 9) return null
  let to = token
  while (to > verb + 1 && !(grammar.classes[to - 1] === WordClass.noun || grammar.classes[to - 1] === WordClass.name)) to--
  let from = verb + 1
  while (from < to && !(grammar.classes[from] === WordClass.noun || grammar.classes[from] === WordClass.name || grammar.classes[from] === WordClass.adjective)) from++
  return from < to && (isPlural(grammar.words[to - 1] ?? '') || to > from) ? slice(doc, grammar, from, to) : null
}
