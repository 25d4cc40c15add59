import { TokenFlag } from '../../text/tokens'
import { WordClass } from '../grammar/word-class'
import type { View } from './view'

/** Steps `[from, to)` of a noun phrase; `head` is the step of its last noun before any "of …". */
export interface Phrase {
  from: number
  to: number
  head: number
}

const SUBJECTS = new Set([
  'he',
  'she',
  'they',
  'it',
  'i',
  'we',
  'you',
  'who',
  'some',
  'others',
  'many',
  'several',
  'one',
  'both',
  'most',
  'another',
  'few',
  'those',
  'all',
  'each',
  'neither',
  'someone',
  'everyone',
  'somebody',
  'nobody',
  'anyone',
])
const PREPOSITIONS_INSIDE = new Set([
  'of',
  'for',
  'from',
  'at',
  'in',
  'with',
  'on',
  'to',
  'de',
  'der',
  'van',
  'von',
  'bin',
  'al',
  'against',
  'near',
  'behind',
  'inside',
  'between',
])

const nominal = (view: View, step: number) => view.is(step, WordClass.noun, WordClass.name, WordClass.numeral)
const inPhrase = (view: View, step: number) =>
  nominal(view, step) ||
  view.is(step, WordClass.adjective) ||
  view.word(step) === "'s" ||
  view.word(step) === '’s' ||
  view.word(step) === "'" ||
  view.word(step) === '’' ||
  view.word(step) === '&'

/**
 * The noun phrase that ends right before step `to`, with prepositional parts and one "and" inside it; null where none ends there.
 * Goes left over "(FSB)" and over an apposition between commas: "Howard Rubel, a Toronto lawyer, " gives Rubel's phrase.
 */
export function phraseBefore(view: View, to: number): Phrase | null {
  let end = to
  for (let round = 0; round < 2; round++) end = beforeTime(view, end)
  while (end > 0 && (view.is(end - 1, WordClass.adverb) || view.word(end - 1) === 'also')) end--
  if (view.word(end - 1) === ')') end = bracketStart(view, end - 1)
  // "A poll released in late August found": a participle with its adverbials stands between noun and verb.
  if (end < to && view.is(end - 1, WordClass.verb) && /(?:ed|ing|en|wn)$/.test(view.word(end - 1)) && nominal(view, end - 2)) end--
  if (view.word(end - 1) === ',' || view.word(end - 1) === '—' || view.word(end - 1) === '–') {
    const main = beforeApposition(view, end - 1)
    if (main) return main
    return null
  }
  return simplePhraseBefore(view, end)
}

/** Goes left over "this month", "on Friday", "in late August", "Monday" between subject and verb. */
function beforeTime(view: View, to: number): number {
  const last = view.word(to - 1)
  if (!TIMES.test(last) && !/^\d{4}$/.test(last)) return to
  let from = to - 1
  while (from > 0 && /^(?:this|last|next|late|early|mid|the|that|same|earlier|\d{1,2}|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|,)$/.test(view.word(from - 1)) && !(view.word(from - 1) === ',' && to - from > 2)) from--
  if (view.is(from - 1, WordClass.preposition)) from--
  else if (/^\d{4}$/.test(last) || from === to - 1 && !DAYS.test(last)) return to
  return from > 0 ? from : to
}

const TIMES = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|yesterday|today|morning|afternoon|evening|night|january|february|march|april|may|june|july|august|september|october|november|december)$/
const DAYS = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/

function bracketStart(view: View, close: number): number {
  for (let s = close - 1; s > close - 14 && s >= 0; s--) if (view.word(s) === '(') return s
  return close + 1
}

function simplePhraseBefore(view: View, end: number): Phrase | null {
  const last = view.word(end - 1)
  if (SUBJECTS.has(last) && !nominal(view, end - 1)) {
    return { from: end - 1, to: end, head: end - 1 }
  }
  if (!nominal(view, end - 1) && !view.is(end - 1, WordClass.adjective) && !SUBJECTS.has(last)) return null
  let from = end - 1
  let head = end - 1
  for (;;) {
    while (from > 0 && inPhrase(view, from - 1) && !newLine(view, from)) from--
    const before = view.word(from - 1)
    if (view.is(from - 1, WordClass.determiner) || POSSESSIVES.has(before)) {
      from--
      if (view.is(from - 1, WordClass.determiner)) from--
    }
    const link = view.word(from - 1)
    if (
      view.is(from - 1, WordClass.preposition) &&
      PREPOSITIONS_INSIDE.has(link) &&
      nominal(view, from - 2) &&
      !isTime(view, from, end)
    ) {
      end = from - 1
      head = end - 1
      from = end - 1
      continue
    }
    if ((link === 'and' || link === '&') && nominal(view, from - 2) && !view.isVerb(from - 2)) {
      from -= 2
      continue
    }
    break
  }
  return { from, to: to_(view, head, from), head }
}

const to_ = (_view: View, head: number, from: number) => Math.max(head + 1, from + 1)
const POSSESSIVES = new Set(['his', 'her', 'their', 'its', 'our', 'my', 'your', 'whose'])
const newLine = (view: View, step: number) => (view.flags(step) & TokenFlag.newlineBefore) !== 0
const isTime = (view: View, from: number, to: number) =>
  to - from <= 2 &&
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|morning|night|january|february|march|april|june|july|august|september|october|november|december|\d{4})$/.test(
    view.word(to - 1),
  )

/** "Troy Roberts, a department official," → "Troy Roberts"; null where the comma ends a clause and not an apposition. */
function beforeApposition(view: View, comma: number): Phrase | null {
  for (let s = comma - 1; s >= 0 && s > comma - 26; s--) {
    if (view.quote(s)) return null
    const word = view.word(s)
    if (word !== ',' && word !== '—' && word !== '–') continue
    const opener = view.word(s + 1)
    const length = comma - s - 1
    const apposition =
      view.is(s + 1, WordClass.determiner, WordClass.noun, WordClass.name, WordClass.adjective, WordClass.numeral) ||
      opener === 'who' ||
      opener === 'which' ||
      opener === 'whose' ||
      opener === 'himself' ||
      opener === 'herself' ||
      POSSESSIVES.has(opener)
    const before = simplePhraseBefore(view, view.word(s - 1) === ')' ? bracketStart(view, s - 1) : s)
    if (!before || !apposition || length === 0) {
      if (
        before &&
        length > 0 &&
        (view.is(s + 1, WordClass.preposition, WordClass.verb, WordClass.adverb) || opener === 'along')
      )
        return before.from === 0 || view.word(before.from - 1) === ',' || view.quote(before.from - 1) ? before : null
      return null
    }
    if (opener !== 'who' && opener !== 'which' && opener !== 'whose' && finite(view, s + 1, comma)) continue
    // "…, Boris Dubrovsky, governor, said": the apposition may hold a comma itself.
    const earlier =
      view.word(before.from - 1) === ',' && view.is(before.from, WordClass.determiner)
        ? beforeApposition(view, before.from - 1)
        : null
    return earlier ?? before
  }
  return null
}

/** Whether `[from, to)` holds a verb that is not a participle after a noun. */
function finite(view: View, from: number, to: number): boolean {
  for (let s = from; s < to; s++) {
    if (view.is(s, WordClass.auxiliary)) return true
    if (view.is(s, WordClass.verb) && !/(?:ing|ed|en|wn)$/.test(view.word(s)) && view.word(s - 1) !== 'to') return true
  }
  return false
}

/** The noun phrase that begins at step `from`, up to a comma, verb or clause; null where none begins there. */
export function phraseAfter(view: View, from: number): Phrase | null {
  let s = from
  if (view.is(s, WordClass.determiner) || POSSESSIVES.has(view.word(s))) s++
  if (SUBJECTS.has(view.word(s)) && !nominal(view, s)) return { from, to: s + 1, head: s }
  const start = s
  let head = -1
  for (; s < view.length; s++) {
    if (s > from && newLine(view, s)) break
    if (nominal(view, s)) {
      if (isDay(view.word(s)) && head >= 0) break
      head = s
    } else if (
      view.is(s, WordClass.adjective) ||
      view.word(s) === "'s" ||
      view.word(s) === '’s' ||
      view.word(s) === '&'
    )
      continue
    else if (view.word(s) === '.' && view.flags(s - 1) & TokenFlag.capital && view.is(s + 1, WordClass.name)) continue
    else break
  }
  if (head < start) return null
  let to = head + 1
  const link = view.word(to)
  if (/^(?:of|for|from|at|de|with)$/.test(link)) {
    const rest = phraseAfter(view, to + 1)
    if (rest && !isDay(view.word(rest.from))) return { from, to: rest.to, head }
  }
  if (
    (link === 'and' || link === '&') &&
    view.is(to - 1, WordClass.name) &&
    view.is(to + 1, WordClass.name, WordClass.determiner)
  ) {
    const rest = phraseAfter(view, to + 1)
    if (rest) to = rest.to
  }
  return { from, to, head }
}

const isDay = (word: string) =>
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/.test(word)
