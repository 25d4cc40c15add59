import { TokenFlag } from '../../text/tokens'
import { WordClass } from '../grammar/word-class'
import type { View } from './view'

/** Steps of a noun phrase: its core `[from, to)`, `head` the last noun of the core, `extent` the end with "of …" and "for …". */
export interface Phrase {
  from: number
  to: number
  head: number
  extent: number
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))
const SUBJECTS = set(
  'he she they it i we you who some others many several one both most another few those all each neither someone everyone somebody nobody anyone',
)
const LINKS = set('of for from at in with on to de der van von bin al against near behind inside between')
const POSSESSIVES = set('his her their its our my your whose')
const DAYS = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/
const TIMES =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|weekend|month|year|yesterday|today|morning|afternoon|evening|night|january|february|march|april|may|june|july|august|september|october|november|december)$/
const TIME_WORDS =
  /^(?:this|last|next|late|early|mid|the|that|same|earlier|\d{1,2}|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/
const BRACKET = 14
const APPOSITION = 30

/** Nouns, names and numbers; a capital inside a sentence makes a name of a word the tagger takes for a verb ("Mounted Police"). */
export function nominal(view: View, step: number): boolean {
  if (view.is(step, WordClass.noun, WordClass.name, WordClass.numeral)) return true
  const flags = view.flags(step)
  if (flags & TokenFlag.allCaps) return true
  if (!(flags & TokenFlag.capital) || !view.is(step, WordClass.verb, WordClass.adverb)) return false
  // At the head of a sentence an unknown name before a verb: "Pence said".
  if (step === 0)
    return (
      view.isVerb(1) &&
      !view.word(0).endsWith('ly') &&
      !/^(?:then|now|here|there|so|still|even|also|once|never|not|yet)$/.test(view.word(0))
    )
  return (view.flags(step + 1) & TokenFlag.capital) !== 0
}

/** "he", "some": a subject that is no noun; "WHO" and "IT" in capitals are names. */
const isSubjectWord = (view: View, step: number) =>
  SUBJECTS.has(view.word(step)) &&
  !view.is(step, WordClass.noun, WordClass.name) &&
  !(view.flags(step) & TokenFlag.allCaps)

const isMark = (view: View, step: number) => /^(?:'s|’s|'|’|&)$/.test(view.word(step))
const inCore = (view: View, step: number) =>
  nominal(view, step) || view.is(step, WordClass.adjective) || isMark(view, step)
const newLine = (view: View, step: number) => (view.flags(step) & TokenFlag.newlineBefore) !== 0
const isComma = (view: View, step: number) => /^[,—–]$/.test(view.word(step))

/**
 * The noun phrase that ends right before step `to`, with its prepositional parts; null where none ends there. Goes left over times
 * ("in late August"), "(FSB)", a participle ("a poll released"), and over an apposition between commas: "Howard Rubel, a Toronto
 * lawyer, " gives Rubel's phrase, "the mayor of London, Sadiq Khan, " gives Khan's.
 */
export function phraseBefore(view: View, to: number): Phrase | null {
  let end = to
  for (let round = 0; round < 2; round++) end = beforeTime(view, end)
  while (end > 0 && (view.is(end - 1, WordClass.adverb) || view.word(end - 1) === 'also') && !nominal(view, end - 1))
    end--
  if (view.word(end - 1) === ')') end = bracketStart(view, end - 1)
  if (
    end < to &&
    view.is(end - 1, WordClass.verb) &&
    /(?:ed|ing|en|wn)$/.test(view.word(end - 1)) &&
    nominal(view, end - 2)
  )
    end--
  if (isComma(view, end - 1)) return beforeApposition(view, end - 1)
  return simplePhraseBefore(view, end)
}

/** Goes left over "this month", "on Friday", "in late August", "Monday" between subject and verb. */
function beforeTime(view: View, to: number): number {
  const last = view.word(to - 1)
  if (!TIMES.test(last) && !/^\d{4}$/.test(last)) return to
  let from = to - 1
  while (from > 0 && (TIME_WORDS.test(view.word(from - 1)) || (view.word(from - 1) === ',' && to - from <= 2))) from--
  if (view.is(from - 1, WordClass.preposition)) from--
  else if (/^\d{4}$/.test(last) || (from === to - 1 && !DAYS.test(last))) return to
  return from > 0 ? from : to
}

function bracketStart(view: View, close: number): number {
  for (let s = close - 1; s > close - BRACKET && s >= 0; s--) if (view.word(s) === '(') return s
  return close + 1
}

function simplePhraseBefore(view: View, extent: number): Phrase | null {
  let end = extent
  if (isSubjectWord(view, end - 1)) return { from: end - 1, to: end, head: end - 1, extent }
  if (!inCore(view, end - 1)) return null
  let from = end
  let head = end - 1
  for (;;) {
    while (from > 0 && inCore(view, from - 1) && !(from < end && newLine(view, from))) from--
    if (from < end && (view.is(from - 1, WordClass.determiner) || POSSESSIVES.has(view.word(from - 1)))) from--
    if (from < end && view.is(from - 1, WordClass.determiner)) from--
    const link = view.word(from - 1)
    if (view.is(from - 1, WordClass.preposition) && LINKS.has(link) && nominal(view, from - 2)) {
      if (!isTime(view, from, end)) {
        end = from - 1
        head = end - 1
      } else end = Math.min(end, from - 1)
      from--
      head = Math.min(head, end - 1)
      continue
    }
    if ((link === 'and' || link === '&') && nominal(view, from - 2)) {
      from--
      continue
    }
    break
  }
  return from < extent ? { from, to: Math.max(head + 1, from + 1), head: Math.max(head, from), extent } : null
}

const isTime = (view: View, from: number, to: number) =>
  to - from <= 2 && (TIMES.test(view.word(to - 1)) || /^\d{4}$/.test(view.word(to - 1)))

/** The phrase an apposition belongs to, or the name that is the apposition; null where the comma ends a clause. */
function beforeApposition(view: View, comma: number): Phrase | null {
  for (let s = comma - 1; s >= 0 && s > comma - APPOSITION; s--) {
    if (view.quote(s)) return null
    if (!isComma(view, s)) continue
    const opener = view.word(s + 1)
    const before = simplePhraseBefore(view, view.word(s - 1) === ')' ? bracketStart(view, s - 1) : s)
    if (!before || comma - s < 2) return null
    if (isAge(view, s + 1, comma)) return before
    const relative = opener === 'who' || opener === 'which' || opener === 'whose'
    const nounish =
      inCore(view, s + 1) ||
      view.is(s + 1, WordClass.determiner) ||
      POSSESSIVES.has(opener) ||
      /^(?:himself|herself|itself)$/.test(opener)
    if (!relative && nounish && finite(view, s + 1, comma)) continue
    if (!relative && !nounish) {
      const adverbial = view.is(s + 1, WordClass.preposition, WordClass.verb, WordClass.adverb)
      if (!adverbial || (finite(view, s + 1, comma) && !view.is(s + 1, WordClass.verb))) return null
      return isComma(view, before.from - 1)
        ? (beforeApposition(view, before.from - 1) ?? before)
        : opensClause(view, before.from)
          ? before
          : null
    }
    const name =
      nounish && isPersonName(view, s + 1, comma) && !isPersonName(view, before.from, before.extent)
        ? simplePhraseBefore(view, comma)
        : null
    if (name) return name
    // "Anderson Cooper, of CNN, one of Vanderbilt's sons, said": what stands before may be an apposition itself.
    const linked = view.is(before.from - 1, WordClass.preposition) && isComma(view, before.from - 2)
    const again = linked
      ? before.from - 2
      : isComma(view, before.from - 1) && view.is(before.from, WordClass.determiner)
        ? before.from - 1
        : -1
    return again > 0 ? (beforeApposition(view, again) ?? before) : before
  }
  return null
}

const opensClause = (view: View, from: number) =>
  from === 0 ||
  isComma(view, from - 1) ||
  view.quote(from - 1) !== null ||
  view.is(from - 1, WordClass.coordinator, WordClass.subordinator)
const isAge = (view: View, from: number, to: number) => to - from === 1 && /^\d{1,3}$/.test(view.word(from))

/** A run of two to five capitalised words, as people's names are. */
function isPersonName(view: View, from: number, to: number): boolean {
  let capitals = 0
  for (let s = from; s < to; s++) {
    if (view.flags(s) & TokenFlag.capital) capitals++
    else if (!/^(?:de|van|von|bin|al|der|dos|da|el|la|\.|dr|mr|mrs|ms)$/.test(view.word(s))) return false
  }
  return capitals >= 1 && capitals <= 5
}

/** Whether `[from, to)` holds a verb that is not a participle after a noun. */
function finite(view: View, from: number, to: number): boolean {
  for (let s = from; s < to; s++) {
    if (view.word(s) === 'who' || view.word(s) === 'which' || view.word(s) === 'that') return false
    if (view.is(s, WordClass.auxiliary)) return true
    if (
      view.is(s, WordClass.verb) &&
      !nominal(view, s) &&
      !/(?:ing|ed|en|wn)$/.test(view.word(s)) &&
      view.word(s - 1) !== 'to'
    )
      return true
  }
  return false
}

/** The noun phrase that begins at step `from`, up to a comma, verb or clause; null where none begins there. */
export function phraseAfter(view: View, from: number): Phrase | null {
  let s = from
  while (view.is(s, WordClass.determiner) || POSSESSIVES.has(view.word(s))) s++
  if (isSubjectWord(view, s)) return { from, to: s + 1, head: s, extent: s + 1 }
  const start = s
  let head = -1
  for (; s < view.length; s++) {
    if (s > from && newLine(view, s)) break
    // "according to eyewitness Vinnie DeVita": an unknown word before a name, taken for a verb behind "to".
    const misread =
      s === start &&
      view.is(s, WordClass.verb) &&
      view.word(s - 1) === 'to' &&
      (view.is(s + 1, WordClass.name) || (view.is(s + 1, WordClass.noun) && view.word(s - 2) === 'according'))
    if (nominal(view, s) || misread) {
      if (DAYS.test(view.word(s)) && head >= 0) break
      head = s
    } else if (view.is(s, WordClass.adjective) || isMark(view, s)) continue
    else if (view.word(s) === '.' && view.flags(s - 1) & TokenFlag.capital && view.is(s + 1, WordClass.name)) continue
    else break
  }
  if (head < start) return null
  const to = head + 1
  const link = view.word(to)
  if (/^(?:of|for|from|at|de|with|by|in)$/.test(link) && !(link === 'in' && !view.is(to + 1, WordClass.name))) {
    const rest = phraseAfter(view, to + 1)
    if (rest && !isTime(view, rest.from, rest.to)) return { from, to, head, extent: rest.extent }
  }
  if (
    (link === 'and' || link === '&') &&
    view.is(to - 1, WordClass.name) &&
    view.is(to + 1, WordClass.name, WordClass.determiner)
  ) {
    const rest = phraseAfter(view, to + 1)
    if (rest) return { from, to, head, extent: rest.extent }
  }
  return { from, to, head, extent: to }
}
