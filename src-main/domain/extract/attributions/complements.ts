import { WordClass } from '../grammar/word-class'
import type { Cutter } from './candidate'
import { SPOKEN_THINGS, type CueForm } from './cue-verbs'
import { phraseAfter } from './noun-phrases'
import { phraseLimit } from './phrase-limit'
import type { View } from './view'

const DAYS = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/
const DAY_PARTS = /^(?:morning|afternoon|evening|night)$/
const WHEN = /^(?:yesterday|today|tonight|later|recently|earlier|again|too|then|publicly|simply|further)$/
const WHERE_SAID =
  /^(?:twitter|facebook|instagram|television|reporters|journalists|court|week|month|morning|night|\d{1,2}|\d{4})$/

export interface RightStart {
  step: number
  that: boolean
}

/** Where what is said begins behind a cue: past the listener, adverbials and "that". */
export function rightStart(view: View, at: number, form: CueForm): RightStart {
  let s = at
  if (form.frames.has('tell') && !view.quote(s) && view.word(s) !== 'that') s = pastListener(view, s)
  for (let t = s; t < view.length && t < s + 16; t++) {
    if (view.isVerb(t) || view.quote(t)) break
    if (view.word(t) !== 'that') continue
    const pointing = view.is(t, WordClass.determiner) && t === s && view.is(t + 1, WordClass.noun)
    if (
      !pointing &&
      (t === s ||
        view.is(t, WordClass.subordinator) ||
        SPOKEN_THINGS.has(view.word(t - 1)) ||
        DAYS.test(view.word(t - 1)))
    )
      return { step: t + 1, that: true }
  }
  if (view.word(s) === ':' || view.word(s) === ',') return { step: s + 1, that: false }
  return { step: skipAdverbials(view, s), that: false }
}

/** "told reporters", "told the BBC", "told him". */
function pastListener(view: View, at: number): number {
  const listener = phraseAfter(view, at)
  if (listener && !view.isVerb(listener.extent)) return listener.extent
  return /^(?:him|her|them|us|me|it|you|reporters)$/.test(view.word(at)) ? at + 1 : at
}

/** "on Friday", "yesterday", "in a statement", "at a news conference" between cue and clause. */
function skipAdverbials(view: View, from: number): number {
  let s = from
  for (let round = 0; round < 3; round++) {
    const next = pastAdverbial(view, s)
    if (next === s) break
    s = next
  }
  if (s > from && (view.word(s) === ',' || view.word(s) === ':')) s++
  else if (s === from) s = beforeQuote(view, s)
  return s
}

function pastAdverbial(view: View, s: number): number {
  const word = view.word(s)
  const part = (t: number): number => (DAY_PARTS.test(view.word(t)) ? t + 1 : t)
  if (DAYS.test(word) || WHEN.test(word)) return part(s + 1)
  if (word === 'last' && /^(?:week|month|year|night)$/.test(view.word(s + 1))) return s + 2
  if (!/^(?:on|in|at|during|to|via|after|before|through|over)$/.test(word)) return s
  const day = DAYS.test(view.word(s + 1))
  if (day) return part(s + 2)
  const phrase = phraseAfter(view, s + 1)
  if (!phrase) return s
  const last = view.word(phrase.head)
  return SPOKEN_THINGS.has(last) || DAYS.test(last) || WHERE_SAID.test(last) ? part(phrase.extent) : s
}

/** "in French and English, “they …”": only adverbials stand before the quotation. */
function beforeQuote(view: View, from: number): number {
  for (let s = from; s < from + 9 && s < view.length - 1 && !view.isVerb(s); s++)
    if (view.word(s) === ':' && view.quote(s + 1)) return s + 1
  if (!view.is(from, WordClass.preposition)) return from
  for (let s = from; s < from + 12 && s < view.length; s++) {
    if (view.quote(s)) return view.word(s - 1) === ',' || view.word(s - 1) === ':' ? s : from
    if (view.isVerb(s)) return from
  }
  return from
}

/** The clause, quotation or phrase a cue takes to its right; null where it has none it can take. */
export function complement(view: View, at: number, form: CueForm, that: boolean, cut: Cutter): [number, number] | null {
  if (at >= view.length) return null
  const { frames } = form
  const start = complementStart(view, at, form, that)
  if (start < 0) return null
  const limit = isPhrase(view, start, form, that) ? phraseLimit(view, start, shortClause) : view.length
  const to = cut(view, start, limit, { lemma: form.lemma, that })
  if (to <= start) return null
  if (
    frames.has('as') &&
    start === at &&
    !that &&
    !view.hasQuote(start, to) &&
    form.lemma !== 'describe' &&
    !frames.has('say') &&
    !frames.has('thing')
  )
    return null
  return [start, to]
}

/** A cutter for a cue whose own clause stands before the main one: "While polls show X, Smith said …" ends at the comma. */
export function beforeMainClause(cut: Cutter): Cutter {
  return (view, from, limit, context) => {
    let end = from + 1
    while (end < limit && !(view.word(end) === ',' && shortClause(view, end + 1))) end++
    return cut(view, from, end, context)
  }
}

/** A subject and a finite verb right behind it. */
function shortClause(view: View, at: number): boolean {
  const phrase = phraseAfter(view, at)
  return phrase !== null && view.isVerb(phrase.extent) && !/ing$/.test(view.word(phrase.extent))
}

/** Whether what is said is a noun phrase: no "that", no infinitive, no question, and a verb that takes no bare clause, or none follows. */
function isPhrase(view: View, start: number, { frames }: CueForm, that: boolean): boolean {
  if (that || view.quote(start) || /^(?:to|how|why|what|whether|if|where|when|who)$/.test(view.word(start)))
    return false
  if (!(frames.has('thing') || frames.has('about') || frames.has('as') || frames.has('of'))) return false
  return !((frames.has('say') || frames.has('tell') || frames.has('note')) && clauseFollows(view, start))
}

/** The step at which a complement begins, -1 where what follows cannot be one. */
function complementStart(view: View, at: number, form: CueForm, that: boolean): number {
  const { frames } = form
  const to = view.length
  const first = view.word(at)
  if (that || view.quote(at) || (view.is(at, WordClass.determiner) && view.quote(at + 1))) return at
  if (frames.has('as')) {
    const named = asStart(view, at, form)
    if (named >= 0) return named
  }
  if ((frames.has('say') || frames.has('tell')) && clauseFollows(view, at)) return at
  if (/^(?:how|why|what|whether|if|where|when)$/.test(first) && view.hasVerb(at, to)) return at
  if (frames.has('note') && (clauseFollows(view, at) || view.hasQuote(at, to))) return at
  if (frames.has('to')) {
    if (isInfinitive(view, at) || (first === 'to' && view.quote(at + 1))) return at
    if (/^(?:urge|advise|encourage|ask|warn)$/.test(form.lemma))
      for (let s = at; s < Math.min(to, at + 9); s++)
        if (view.word(s) === 'to' && view.is(s + 1, WordClass.verb)) return s
  }
  if (frames.has('of'))
    for (let s = at; s < Math.min(to, at + 8); s++) if (view.word(s) === 'of' && !view.hasVerb(at, s)) return s + 1
  if (frames.has('about') && ABOUT.test(first) && nounOrVerb(view, at + 1)) return at + 1
  if (frames.has('to') && WANTS.test(form.lemma)) {
    const whom = phraseAfter(view, at)
    if (whom && view.word(whom.extent) === 'to' && view.is(whom.extent + 1, WordClass.verb, WordClass.auxiliary))
      return at
  }
  if (
    frames.has('thing') &&
    view.is(at, WordClass.verb) &&
    /(?:ed|ing)$/.test(first) &&
    view.is(at + 1, WordClass.noun)
  )
    return at
  if (
    frames.has('thing') &&
    view.is(
      at,
      WordClass.determiner,
      WordClass.noun,
      WordClass.name,
      WordClass.adjective,
      WordClass.pronoun,
      WordClass.numeral,
    ) &&
    !/^(?:it|him|her|them|us|me)$/.test(first)
  )
    return at
  return view.hasQuote(at, Math.min(to, at + 12)) && !view.hasVerb(at, nextQuote(view, at)) ? at : -1
}

const ABOUT = /^(?:for|about|of|on|against|to|at|with|over|upon)$/
const WANTS = /^(?:want|expect|call|ask|demand|encourage|urge)$/

function nounOrVerb(view: View, at: number): boolean {
  return (
    view.quote(at) !== null ||
    view.is(
      at,
      WordClass.determiner,
      WordClass.noun,
      WordClass.name,
      WordClass.adjective,
      WordClass.pronoun,
      WordClass.verb,
      WordClass.numeral,
    )
  )
}

function nextQuote(view: View, at: number): number {
  for (let s = at; s < view.length; s++) if (view.quote(s)) return s
  return view.length
}

/** Whether a clause (subject, then a finite verb) begins at a step. */
export function clauseFollows(view: View, at: number): boolean {
  const to = Math.min(view.length, at + 30)
  if (view.is(at, WordClass.preposition) && view.word(at) !== 'in') return view.hasVerb(at + 2, Math.min(to, at + 16))
  for (let s = at; s < to; s++) {
    if (view.quote(s)) return s > at
    if (!view.isVerb(s)) continue
    if (s === at) return false
    if (view.word(s - 1) === 'to') {
      if (s - 1 === at) return false
      continue
    }
    if (view.is(s, WordClass.auxiliary) || !/ing$/.test(view.word(s))) return true
  }
  return false
}

const NAMES = /^(?:call|label|dub|term|brand|deem)$/

/** "described the attacks as a …", "called it “a non-starter”": the step at which the thing is called something; -1 where it is not. */
function asStart(view: View, at: number, form: CueForm): number {
  const names = NAMES.test(form.lemma) && view.word(at) !== 'for' && view.word(at) !== 'on'
  for (let s = at; s < Math.min(view.length, at + 14); s++) {
    // "called the plan “outrageous”": what is called so is part of what is said.
    if (view.quote(s)) return names && !view.hasVerb(at, s) ? at : s
    if (view.word(s) === 'as' && !view.is(s + 1, WordClass.adverb)) return s + 1
    if (view.isVerb(s) && s > at) break
  }
  if (form.lemma === 'describe') return at
  if (!names) return -1
  const thing = phraseAfter(view, at)
  const next = thing ? thing.extent : /^(?:it|him|her|them)$/.test(view.word(at)) ? at + 1 : -1
  const named =
    view.is(next, WordClass.determiner, WordClass.adjective) ||
    (view.is(next, WordClass.verb) && /(?:ed|ing)$/.test(view.word(next)))
  return next > 0 && named ? next : -1
}

/** Whether the clause of a step ends there. */
export const atEnd = (view: View, step: number): boolean =>
  step >= view.length || /^[.,;?!—–:()]$/.test(view.word(step)) || view.quote(step) !== null

/** "to triple the …": an infinitive, also where the word is taken for a noun or an adjective. */
export function isInfinitive(view: View, at: number): boolean {
  if (view.word(at) !== 'to') return false
  if (view.is(at + 1, WordClass.verb, WordClass.auxiliary)) return true
  return (
    view.is(at + 1, WordClass.noun, WordClass.adjective) &&
    view.is(at + 2, WordClass.determiner, WordClass.name, WordClass.pronoun, WordClass.preposition)
  )
}
