import { cueForm } from '../attributions/cue-verbs'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { Amount } from './amount'
import { subjectOf, verbBefore } from './clause-subject'
import type { Counted } from './counted'
import { isDuration } from './units'

/** What is counted, and of whom or what it is said. */
export interface Described {
  what: string | null
  subject: string | null
  /** The noun before "of", "was" … the number: "death toll"; an item of a list shares it. */
  lead: string | null
  /** Token of the verb that governs the number, -1 where none was found. */
  verb: number
}

const AFTER = new Set(
  'of in on from for with at against to among between by into across over within under who that which whose when as than per aboard during off away ahead after before'.split(
    ' ',
  ),
)
const COPULAS = new Set(
  'is are was were be been being has have had will would could can may might should do does did'.split(' '),
)
const DROPPED = new Set(
  'more other additional further extra another such some all the a an those these each'.split(' '),
)
/** Verbs that say too little about their object to be repeated with it. */
const EMPTY =
  /^(?:has|have|had|having|include|includes|included|including|make|makes|made|making|get|got|took|take|reached|reach|hit|reported|saw|see|give|gave|following|follow|followed|resulted|resulting|involving|involved|put|come|came|went|do|did|become|became|according|said|say|says)$/
const APPROXIMATE =
  /^(?:about|around|over|nearly|almost|than|more|less|fewer|least|at|most|up|to|some|just|only|roughly|approximately|as|many|much|an|estimated|another|well|exactly|~|under|all|both|the|first|last|next|between)$/
const TAIL = 10

/** Describes an amount by the words around it. */
export function describe(doc: Document, grammar: Grammar, amount: Amount, counted: Counted | null): Described {
  const { words } = grammar
  const s = grammar.sentenceOf[amount.token] ?? -1
  const first = s >= 0 ? (grammar.first[s] ?? 0) : 0
  const last = s >= 0 ? (grammar.first[s + 1] ?? doc.tokens.count) : doc.tokens.count
  const before = leftOf(grammar, amount.token, first)
  const opens = before < first || words[before] === 'that' || words[before] === ';' || isReport(grammar, before)
  const verb = opens ? -1 : verbBefore(grammar, amount.token, first)
  const subject = verb > first ? subjectOf(grammar, verb, first) : null
  const phraseEnd = counted ? counted.to : amount.next
  const named =
    counted && !/^(?:more|others?|additional|dead)$/.test(words[counted.head] ?? '')
      ? slice(doc, grammar, counted.from, counted.to)
      : counted
        ? (words[counted.head] ?? null)
        : amount.unit === null && amount.glued
          ? amount.glued
          : null
  const tail = tailOf(doc, grammar, phraseEnd, last, amount) ?? predicateBehind(doc, grammar, amount, phraseEnd, last)
  const lead = leadOf(doc, grammar, amount.token, first)
  const action =
    verb >= 0 && !COPULAS.has(words[verb] ?? '') && !EMPTY.test(words[verb] ?? '') ? (words[verb] ?? null) : null
  return {
    what: compose(doc, grammar, amount, { named, tail, lead, action, verb }),
    subject: subject ? slice(doc, grammar, subject.from, subject.to) : null,
    lead,
    verb,
  }
}

interface Parts {
  named: string | null
  tail: string | null
  lead: string | null
  action: string | null
  verb: number
}

function compose(
  doc: Document,
  grammar: Grammar,
  amount: Amount,
  { named, tail, lead, action, verb }: Parts,
): string | null {
  const of = grammar.words[amount.next] === 'of'
  if ((amount.kind === 'percent' || amount.fraction) && of) return tail
  if (amount.kind === 'measure' && !of) {
    const glued = amount.glued !== null && tail !== null
    const kind = glued ? null : dimension(grammar, amount)
    const object = glued ? null : objectAfter(doc, grammar, verb, amount.token)
    return join(kind, lead, action, object, tail)
  }
  if (named)
    return join(
      lead ? `${lead} of` : null,
      named,
      verb >= 0 && isObject(grammar, verb, amount.token) ? action : null,
      tail,
    )
  return join(lead, tail) ?? join(action, objectAfter(doc, grammar, verb, amount.token))
}

const join = (...parts: (string | null)[]): string | null =>
  parts.filter((part) => part !== null && part !== '').join(' ') || null

/** What a unit measures: "time", "distance", "height". */
function dimension(grammar: Grammar, amount: Amount): string | null {
  const { words } = grammar
  const after = words[amount.next] ?? ''
  const unit = amount.unit ?? ''
  if (isDuration(unit)) return 'time'
  if (/^(?:mph|km\/h|m\/s|kph|knot)$/.test(unit)) return 'speed'
  if (/^(?:square|acre|hectare)/.test(unit)) return 'area'
  if (/^(?:kg|kilogram|pound|ton|tonne|gram|ounce|stone)$/.test(unit)) return 'weight'
  if (/^(?:tall|high)$/.test(after)) return 'height'
  if (/^(?:long)$/.test(after)) return 'length'
  if (/^(?:wide|deep|thick)$/.test(after)) return after === 'wide' ? 'width' : after === 'deep' ? 'depth' : 'thickness'
  if (/^(?:mile|km|kilometer|kilometre|metre|meter|foot|yard|light-year|nautical mile)$/.test(unit)) return 'distance'
  return null
}

/** The last token before the number that is no approximator. */
function leftOf(grammar: Grammar, token: number, first: number): number {
  let t = token - 1
  while (t >= first && (APPROXIMATE.test(grammar.words[t] ?? '') || /^[“”"‘~$€£]$/.test(grammar.words[t] ?? ''))) t--
  return t
}

/** "officials said three people": the number begins what was said, the verb before does not govern it. */
function isReport(grammar: Grammar, t: number): boolean {
  const form = cueForm(grammar.words[t] ?? '')
  return form !== undefined && form.frames.has('say') && grammar.classes[t] === WordClass.verb
}

/** Whether only the number phrase stands behind the verb, so that it is its object. */
function isObject(grammar: Grammar, verb: number, token: number): boolean {
  for (let t = verb + 1; t < token; t++)
    if (
      !APPROXIMATE.test(grammar.words[t] ?? '') &&
      grammar.classes[t] !== WordClass.mark &&
      grammar.classes[t] !== WordClass.adverb
    )
      return false
  return true
}

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
  while (
    at < last &&
    (/^[”"’)]$/.test(words[at] ?? '') || (words[at] === '(' && classes[at + 1] === WordClass.numeral))
  )
    at = words[at] === '(' ? closing(grammar, at, last) : at + 1
  while (
    at < last &&
    (classes[at] === WordClass.auxiliary ||
      COPULAS.has(words[at] ?? '') ||
      /^(?:also|not|each|then)$/.test(words[at] ?? ''))
  )
    at++
  if (words[at] === ',' && /^(?:who|which|including|all|mostly)$/.test(words[at + 1] ?? '')) at++
  const word = words[at] ?? ''
  const c = classes[at]
  const noun = c === WordClass.noun || c === WordClass.name
  const opens =
    AFTER.has(word) ||
    c === WordClass.verb ||
    c === WordClass.adjective ||
    c === WordClass.preposition ||
    c === WordClass.subordinator ||
    c === WordClass.pronoun ||
    (at > from && (noun || c === WordClass.determiner)) ||
    (amount.glued !== null && noun) ||
    (amount.kind !== 'count' && noun)
  if (!opens) return null
  let to = at
  let verbs = 0
  for (; to < last && to < at + TAIL; to++) {
    const w = words[to] ?? ''
    if (classes[to] === WordClass.mark && !/^['’"“”]$/.test(w)) break
    if (to > at + 1 && /^(?:but|while|because|although)$/.test(w)) break
    if (
      to > at &&
      w === 'and' &&
      (classes[to + 1] === WordClass.numeral ||
        classes[to + 1] === WordClass.verb ||
        classes[to + 2] === WordClass.verb)
    )
      break
    if (classes[to] === WordClass.verb && ++verbs > 2) break
  }
  while (
    to > at &&
    [WordClass.preposition, WordClass.determiner, WordClass.auxiliary, WordClass.coordinator, WordClass.mark].some(
      (d) => d === classes[to - 1],
    )
  )
    to--
  const start = word === 'of' ? at + 1 : at
  return to > start ? slice(doc, grammar, start, to) : null
}

/** "33 passengers and six crew were rescued", "a quarter, 800,000 employees, is out of work": the predicate behind the rest of the subject. */
function predicateBehind(doc: Document, grammar: Grammar, amount: Amount, from: number, last: number): string | null {
  const { words, classes } = grammar
  if (amount.kind !== 'count' || !/^(?:and|or|,|\()$/.test(words[from] ?? '')) return null
  for (let t = from + 1; t < last && t < from + 12; t++) {
    if (classes[t] === WordClass.auxiliary || (classes[t] === WordClass.verb && !/ing$/.test(words[t] ?? '')))
      return tailOf(doc, grammar, t, last, amount)
    if (
      /^[;:.]$/.test(words[t] ?? '') ||
      classes[t] === WordClass.subordinator ||
      (classes[t] === WordClass.coordinator && words[t] === 'but')
    )
      return null
  }
  return null
}

/** The token behind a bracket that opens at `at`. */
function closing(grammar: Grammar, at: number, last: number): number {
  for (let t = at; t < last && t < at + 12; t++) if (grammar.words[t] === ')') return t + 1
  return at + 1
}

/** "death toll" of "a death toll of 39", "trust fund" of "a trust fund worth $5 million". */
function leadOf(doc: Document, grammar: Grammar, token: number, first: number): string | null {
  const { words, classes } = grammar
  let t = token - 1
  while (t > first && (APPROXIMATE.test(words[t] ?? '') || /^(?:us|rs|\$|€|£|by)$/.test(words[t] ?? ''))) t--
  if (!/^(?:of|worth|from|was|were|is|are|totaling|totalling|at)$/.test(words[t] ?? '')) return null
  const link = words[t] ?? ''
  t--
  while (t > first && (classes[t] === WordClass.adverb || classes[t] === WordClass.auxiliary)) t--
  if (classes[t] !== WordClass.noun && classes[t] !== WordClass.name) return null
  if (
    link === 'of' &&
    /^(?:total|one|some|many|most|number|all|hundreds|thousands|dozens|group|maximum|minimum|range)$/.test(
      words[t] ?? '',
    )
  )
    return null
  if (link === 'from' && classes[t] === WordClass.name) return null
  let from = t
  while (from > first && [WordClass.noun, WordClass.name, WordClass.adjective].some((c) => c === classes[from - 1]))
    from--
  if (words[from - 1] === 'of' && classes[from - 2] === WordClass.noun) from -= 2
  else if (words[from - 1] === 'the' && words[from - 2] === 'of' && classes[from - 3] === WordClass.noun) from -= 3
  return slice(doc, grammar, from, t + 1)
}

/** The nouns between the governing verb and the number. */
function objectAfter(doc: Document, grammar: Grammar, verb: number, token: number): string | null {
  if (verb < 0 || token - verb > 10) return null
  const noun = (t: number) => grammar.classes[t] === WordClass.noun || grammar.classes[t] === WordClass.name
  let to = token
  while (to > verb + 1 && !noun(to - 1)) to--
  let from = verb + 1
  while (from < to && !(noun(from) || grammar.classes[from] === WordClass.adjective)) from++
  return from < to ? slice(doc, grammar, from, to) : null
}
