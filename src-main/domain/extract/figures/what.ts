import { tokenAt } from '../../text/tokens'
import { cueForm } from '../attributions/cue-verbs'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { Amount } from './amount'
import { changeNoun } from './change-noun'
import { phraseEndingAt, subjectOf, verbBefore, type TokenRange } from './clause-subject'
import type { Counted } from './counted'
import { dimensionOf } from './dimension'
import { behindCoordinate } from './coordinate'
import { closing, isApproximate, join, opensConversion, phraseText } from './phrase-text'
import { isDuration } from './units'
import { isCopula, wordsAfter, wordsBehindList } from './words-after'
import { leadOf, leftOf, objectBetween, wholeBefore } from './words-before'

/** What is counted, and of whom or what it is said. */
export interface Described {
  what: string | null
  subject: string | null
  /** Tokens of the subject, null where none was found. */
  subjectTokens: TokenRange | null
  /** The noun before "of", "was" … the number: "death toll"; an item of a list shares it. */
  lead: string | null
  /** Token of the verb that governs the number, -1 where none was found. */
  verb: number
}

/** Verbs that say too little about their object to be repeated with it. */
const EMPTY =
  /^(?:has|have|had|having|include|includes|included|including|make|makes|made|making|get|got|took|take|reached|reach|hit|reported|saw|see|give|gave|following|follow|followed|resulted|resulting|involving|involved|put|come|came|went|do|did|become|became|according|said|say|says)$/

/** Describes an amount by the words around it. */
export function describe(doc: Document, grammar: Grammar, amount: Amount, counted: Counted | null): Described {
  const s = grammar.sentenceOf[amount.token] ?? -1
  const first = s >= 0 ? (grammar.first[s] ?? 0) : 0
  const last = s >= 0 ? (grammar.first[s + 1] ?? doc.tokens.count) : doc.tokens.count
  const at = Math.min(amount.token, tokenAt(doc.tokens, amount.start))
  const phraseEnd = counted ? counted.to : amount.next
  const before = leftOf(grammar, at, first)
  const begins = beginsClause(grammar, before, first) || isReport(grammar, before, phraseEnd, last)
  const verb = begins ? -1 : verbBefore(grammar, at, first)
  const subject = verb > first ? subjectOf(grammar, verb, first) : subjectBeside(grammar, before, first)
  const lead = leadOf(doc, grammar, amount, at, first)
  const parts: Parts = {
    named: nameOfCounted(doc, grammar, amount, counted),
    tail:
      wordsAfter(doc, grammar, amount, phraseEnd, last) ??
      wordsBehindList(doc, grammar, amount, phraseEnd, last) ??
      null,
    lead,
    whole: wholeBefore(doc, grammar, at, first),
    verb,
    at,
  }
  const what = compose(doc, grammar, amount, parts)
  const clause = begins || leadsClause(grammar, at, first) ? clauseAfter(doc, grammar, amount, phraseEnd, last) : null
  return {
    what: clause && !parts.tail ? join(what, clause) : what,
    subject: null,
    subjectTokens: subject,
    lead,
    verb,
  }
}

function nameOfCounted(doc: Document, grammar: Grammar, amount: Amount, counted: Counted | null): string | null {
  if (!counted) return amount.unit === null ? amount.glued : null
  const head = grammar.words[counted.head] ?? ''
  return /^(?:more|others?|additional|dead)$/.test(head)
    ? head
    : phraseText(doc, grammar, counted.from, behindCoordinate(grammar, counted.to))
}

interface Parts {
  named: string | null
  tail: string | null
  lead: string | null
  /** What the number is a part of ("cases of measles, including 165"). */
  whole: string | null
  verb: number
  at: number
}

function compose(doc: Document, grammar: Grammar, amount: Amount, parts: Parts): string | null {
  const { named, tail, lead, whole, verb, at } = parts
  const word = grammar.words[verb] ?? ''
  const action = verb >= 0 && !isCopula(word) && !EMPTY.test(word) ? word : null
  const of = grammar.words[amount.next] === 'of'
  const between = objectBetween(doc, grammar, verb, at)
  if ((amount.kind === 'percent' || amount.fraction) && of)
    return join(tail, verb >= 0 && isObject(grammar, verb, at) ? action : null)
  const change = amount.kind === 'count' || verb < 0 ? null : changeOf(grammar, verb, at, between)
  if (change) return join(change, tail)
  if (amount.kind === 'measure' && !of) {
    if (amount.glued !== null && tail !== null) return tail
    const dimension = dimensionOf(grammar, amount)
    // "14 feet tall and …": the adjective is said by the dimension already.
    if (dimension?.adjective) return dimension.name
    return join(lead ? null : (dimension?.name ?? null), lead, action, between, tail)
  }
  const relation = between && tied(grammar, verb, at) ? join(action, between) : null
  const governed = verb >= 0 && isObject(grammar, verb, at) ? action : null
  if (named) return join(lead ? `${lead} of` : null, named, governed ?? (lead ? null : relation), tail)
  return (
    whole ??
    (amount.kind === 'measure' || amount.glued === null
      ? join(lead, lead ? null : governed, tail)
      : join(lead, tail)) ??
    join(action, between)
  )
}

/** Whether a clause of its own begins with the number behind token `t`. */
function beginsClause(grammar: Grammar, t: number, first: number): boolean {
  const word = grammar.words[t] ?? ''
  if (t < first || word === ';' || word === 'where') return true
  return word === 'that' && grammar.classes[t - 1] !== WordClass.preposition
}

/** "Dayton, where ten people died", "the court within two weeks must": the phrase before the word that ties the number to it. */
function subjectBeside(grammar: Grammar, t: number, first: number): TokenRange | null {
  const { words, classes } = grammar
  if (t <= first || !(words[t] === 'where' || classes[t] === WordClass.preposition)) return null
  return classes[t - 1] === WordClass.mark && words[t] !== 'where'
    ? null
    : phraseEndingAt(grammar, words[t - 1] === ',' ? t - 1 : t, first)
}

/** "officials said three people died": the number begins what was said, and a verb of its own follows. */
function isReport(grammar: Grammar, t: number, phraseEnd: number, last: number): boolean {
  const form = cueForm(grammar.words[t] ?? '')
  if (form === undefined || !form.frames.has('say') || grammar.classes[t] !== WordClass.verb) return false
  if (/^(?:say|says|said|saying|added|estimated|estimates)$/.test(grammar.words[t] ?? '')) return true
  for (let k = phraseEnd; k < last && k < phraseEnd + 10; k++) {
    const c = grammar.classes[k]
    if (c === WordClass.verb || c === WordClass.auxiliary) return true
    if (c === WordClass.mark) return false
  }
  return false
}

/** "increase" for "increased by 12%", "increase in sales" for "increase its sales by 12%"; null where the verb changes something else. */
function changeOf(grammar: Grammar, verb: number, at: number, between: string | null): string | null {
  const noun = changeNoun(grammar.words[verb] ?? '')
  if (!noun) return null
  let t = at - 1
  while (t > verb && isApproximate(grammar.words[t] ?? '') && grammar.words[t] !== 'to') t--
  const link = grammar.words[t] ?? ''
  if (isObject(grammar, verb, at)) return link === 'to' ? null : noun
  return link === 'by' && between ? `${noun} in ${between}` : null
}

/** Whether nothing between verb and number begins another clause or item. */
function tied(grammar: Grammar, verb: number, at: number): boolean {
  for (let t = verb + 1; t < at; t++) {
    const c = grammar.classes[t]
    if (c === WordClass.mark || c === WordClass.subordinator || c === WordClass.numeral) return false
  }
  return true
}

/** Whether only the number phrase and a preposition stand behind the verb, so that it is what the verb is about. */
function isObject(grammar: Grammar, verb: number, at: number): boolean {
  for (let t = verb + 1; t < at; t++) {
    const c = grammar.classes[t]
    if (isApproximate(grammar.words[t] ?? '')) continue
    if (c !== WordClass.mark && c !== WordClass.adverb && c !== WordClass.preposition && c !== WordClass.particle)
      return false
  }
  return true
}

/** Whether only a preposition stands between the beginning of the sentence or a mark and the number. */
function leadsClause(grammar: Grammar, at: number, first: number): boolean {
  const t = leftOf(grammar, at, first)
  if (grammar.classes[t] !== WordClass.preposition) return false
  return t <= first || grammar.classes[t - 1] === WordClass.mark
}

/** "Within the next ten days, I will present a bill": what happens in a length of time that stands before it. */
function clauseAfter(doc: Document, grammar: Grammar, amount: Amount, phraseEnd: number, last: number): string | null {
  if (!isDuration(amount.unit ?? '')) return null
  const { words, classes } = grammar
  let t = opensConversion(grammar, phraseEnd) ? closing(grammar, phraseEnd, last) : phraseEnd
  while (/^[”"’)[\]]$/.test(words[t] ?? '')) t++
  if (words[t] === 'of') while (t < last && words[t] !== ',') t++
  if (words[t] === ',') t++
  let verb = t
  const finite = (k: number) => classes[k] === WordClass.verb || classes[k] === WordClass.auxiliary
  while (verb < last && verb < t + 8 && !finite(verb)) {
    if (classes[verb] === WordClass.mark) return null
    verb++
  }
  if (!finite(verb) || verb === t) return null
  const subject = phraseEndingAt(grammar, verb, t)
  let to = verb + 1
  while (to < last && to < verb + 5 && classes[to] !== WordClass.mark && classes[to] !== WordClass.coordinator) to++
  while (to > verb + 1 && (classes[to - 1] === WordClass.preposition || classes[to - 1] === WordClass.determiner)) to--
  return phraseText(doc, grammar, subject ? subject.from : t, to)
}
