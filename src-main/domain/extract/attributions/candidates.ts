import { WordClass } from '../grammar/word-class'
import { cueForm, SPOKEN_THINGS, type CueForm } from './cue-verbs'
import { phraseAfter, phraseBefore, type Phrase } from './noun-phrases'
import type { View } from './view'

/** Where the words said stand to the cue. */
export type Pattern = 'after' | 'before' | 'around' | 'participle'

/** A cue with its speaker and the steps of what is said. */
export interface Candidate {
  view: View
  /** Steps of the cue, `[from, to)`. */
  from: number
  to: number
  lemma: string
  form: CueForm | null
  pattern: Pattern
  source: Phrase | null
  /** Speaker of the nearest earlier cue of the sentence, where the cue has none of its own ("…, adding that"). */
  shared: boolean
  /** Step ranges of what is said, `[from, to)` each. */
  content: [number, number][]
  that: boolean
  passive: boolean
  why: string
}

const AUX = (view: View, step: number) => view.is(step, WordClass.auxiliary) || /^(?:has|have|had|is|are|was|were|be|been|being|will|would|could|can|may|might|did|does|do|not|n't|'ll|’ll|to|also|went|on|’s|'ve|’ve)$/.test(view.word(step))

/** Every cue of a stretch with its speaker and content, in text order. */
export function readCandidates(view: View): Candidate[] {
  const found: Candidate[] = []
  for (let step = 0; step < view.length; step++) {
    const word = view.word(step)
    if (word === '') continue
    const form = cueForm(word)
    if (!form || !canBeCue(view, step, form)) continue
    const candidate = readCue(view, step, form, found)
    if (candidate) found.push(candidate)
  }
  return found
}

/** A cue must be a verb here: "claims" and "reports" are nouns as often; base forms need a subject in the plural or a modal. */
function canBeCue(view: View, step: number, form: CueForm): boolean {
  const sure = form.lemma === 'say' || form.lemma === 'tell'
  if (!view.is(step, WordClass.verb) && !sure) return false
  const before = view.word(step - 1)
  if (view.is(step - 1, WordClass.determiner) || (view.is(step - 1, WordClass.adjective) && !view.is(step + 1, WordClass.subordinator))) return sure && form.form === 'past'
  if (form.form === 'base') return view.is(step - 1, WordClass.noun, WordClass.name, WordClass.pronoun, WordClass.auxiliary, WordClass.adverb) || before === 'to' || before === 'and' || before === ')' || before === ',' || view.quote(step - 1) !== null
  return true
}

function readCue(view: View, step: number, form: CueForm, earlier: readonly Candidate[]): Candidate | null {
  let from = step
  let passive = false
  while (from > 0 && (AUX(view, from - 1) || (view.is(from - 1, WordClass.adverb) && view.word(from - 1) !== 'that'))) {
    if (/^(?:is|are|was|were|be|been|being)$/.test(view.word(from - 1)) && form.form === 'past') passive = true
    from--
  }
  const base = { view, from: step, to: step + 1, lemma: form.lemma, form, passive }
  const shared = sharedSubject(view, from, form)
  const subject = shared ? null : phraseBefore(view, from)
  const left = subject ? subject.from : from
  const back = leftContent(view, left, earlier)
  const right = rightStart(view, step + 1, form)
  const inverted = !subject && !shared && !passive ? invertedSubject(view, step, from) : null
  if (inverted) {
    const after = continuation(view, inverted.to)
    const content: [number, number][] = back ? [back] : []
    if (after) content.push(after)
    if (content.length === 0) return null
    return { ...base, pattern: after ? 'around' : 'before', source: inverted, shared: false, content, that: false, why: 'cue and speaker behind the words' }
  }
  if (passive) return readPassive(view, step, form, subject, right, base)
  if (form.form === 'ing' && !subject && (view.word(from - 1) === ',' || view.word(from - 1) === 'and' || view.word(from - 1) === 'by' || view.word(from - 1) === 'before' || view.quote(from - 1) !== null || from === 0)) {
    const content = complement(view, right.step, form, right.that)
    return content ? { ...base, pattern: 'participle', source: null, shared: true, content: [content], that: right.that, why: `“${view.word(step)}” joined to the sentence's subject` } : null
  }
  if (!subject && !shared) return null
  const closes = closesSentence(view, step + 1, form)
  if (back && !shared && !right.that && closes) {
    const after = continuation(view, closes)
    return { ...base, pattern: after ? 'around' : 'before', source: subject, shared: false, content: after ? [back, after] : [back], that: false, why: 'speaker and cue behind the words' }
  }
  const content = complement(view, right.step, form, right.that)
  if (!content) {
    if (back && view.hasQuote(back[0], back[1]) && !shared) return { ...base, pattern: 'before', source: subject, shared: false, content: [back], that: false, why: 'quotation marks, then speaker and cue' }
    return null
  }
  return { ...base, pattern: 'after', source: subject, shared, content: [content], that: right.that, why: right.that ? `speaker + “${view.word(step)} that”` : `speaker + “${view.word(step)}” + clause` }
}

/** "and said", "but added": the speaker is that of the verb before. */
function sharedSubject(view: View, from: number, form: CueForm): boolean {
  const before = view.word(from - 1)
  return (before === 'and' || before === 'but' || before === 'then' || (before === ',' && form.form === 'past' && (view.word(from) === 'and' || view.word(from) === 'but'))) && form.form !== 'ing'
}

/** `…," said Smith`, "…, says the report": a cue right behind a comma or quotation, and a phrase behind it that ends the clause. */
function invertedSubject(view: View, step: number, from: number): Phrase | null {
  const before = view.word(from - 1)
  if (before !== ',' && before !== '—' && before !== '–' && view.quote(from - 1) === null) return null
  if (from !== step || view.word(step + 1) === 'that') return null
  const phrase = phraseAfter(view, step + 1)
  if (!phrase) return null
  const next = view.word(phrase.to)
  if (view.is(phrase.to, WordClass.auxiliary) || (view.is(phrase.to, WordClass.verb) && !/ing$/.test(next))) return null
  return phrase
}

/** What stands before the speaker and can be what was said: up to the comma or quotation right before it. */
function leftContent(view: View, left: number, earlier: readonly Candidate[]): [number, number] | null {
  const before = view.word(left - 1)
  const quoteBefore = view.quote(left - 1) !== null
  const dash = before === '—' || before === '–'
  if (before !== ',' && !quoteBefore && !dash) return null
  let start = 0
  for (const other of earlier) {
    const end = Math.max(other.to, ...other.content.map(([, to]) => to))
    if (end <= left && end > start && !other.content.some(([from]) => from === 0)) start = Math.max(start, end)
  }
  while (start < left && /^[,;.]$/.test(view.word(start))) start++
  const end = quoteBefore ? left : left - 1
  if (end <= start) return null
  if (!quoteBefore && !view.hasVerb(start, end) && !view.hasQuote(start, end)) return null
  return [start, end]
}

/** Whether what follows the cue closes its clause; then the step behind it, else 0. */
function closesSentence(view: View, at: number, form: CueForm): number {
  let s = at
  if (form.frames.has('tell')) {
    const listener = phraseAfter(view, s)
    if (listener) s = listener.to
  }
  if (atEnd(view, s)) return s
  // Adverbials: "Tuesday", "in a statement", "on Twitter".
  let moved = s
  while (moved < view.length && !atEnd(view, moved)) {
    if (view.word(moved) === 'that' || view.quote(moved) || view.is(moved, WordClass.auxiliary, WordClass.pronoun) || (view.is(moved, WordClass.verb) && !/ing$/.test(view.word(moved)))) return 0
    if (moved === s && !view.is(moved, WordClass.preposition, WordClass.adverb, WordClass.name, WordClass.noun, WordClass.subordinator)) return 0
    moved++
    if (moved - s > 14) return view.is(s, WordClass.preposition) ? moved : 0
  }
  return moved
}

const atEnd = (view: View, step: number) => step >= view.length || /^[.,;?!—–:()]$/.test(view.word(step)) || view.quote(step) !== null

/** Words said that go on behind "he said,". */
function continuation(view: View, at: number): [number, number] | null {
  let s = at
  if (view.word(s) === ',' || view.word(s) === ':') s++
  else if (!view.quote(s)) return null
  if (view.quote(s)) {
    let to = s + 1
    while (to < view.length && !(view.quote(to - 1) && /^[.;]$/.test(view.word(to)))) {
      if (view.word(to) === ',' && view.quote(to - 1)) break
      to++
    }
    return [s, endOfClause(view, s, to)]
  }
  if (s === at || !(view.isVerb(s) || view.is(s, WordClass.preposition, WordClass.coordinator, WordClass.subordinator))) return null
  if (/ing$/.test(view.word(s)) || view.word(s) === 'who' || view.word(s) === 'which' || !view.hasVerb(s, view.length)) return null
  if (view.is(s, WordClass.coordinator, WordClass.subordinator, WordClass.preposition)) return null
  return [s, endOfClause(view, s, view.length)]
}

interface RightStart {
  step: number
  that: boolean
}

/** Where what is said begins behind a cue: past the listener, adverbials and "that". */
function rightStart(view: View, at: number, form: CueForm): RightStart {
  let s = at
  if (form.frames.has('tell') && !view.quote(s) && view.word(s) !== 'that') {
    const listener = phraseAfter(view, s)
    if (listener && listener.from === s && !view.isVerb(listener.to)) s = listener.to
    else if (/^(?:him|her|them|us|me|it|you|reporters)$/.test(view.word(s))) s++
  }
  for (let t = s, verbs = 0; t < view.length && t < s + 16 && verbs < 2; t++) {
    if (view.word(t) === 'that' && !view.is(t - 1, WordClass.noun) && !(view.is(t, WordClass.determiner) && t === s) && (t === s || onlyAdverbials(view, s, t))) return { step: t + 1, that: true }
    if (view.word(t) === 'that' && view.is(t - 1, WordClass.noun, WordClass.name) && t > s && onlyAdverbials(view, s, t) && (SPOKEN_THINGS.has(view.word(t - 1)) || view.is(t, WordClass.subordinator))) return { step: t + 1, that: true }
    if (view.isVerb(t) && view.word(t) !== 'including') verbs++
  }
  if (view.word(s) === ':' || view.word(s) === ',') return { step: s + 1, that: false }
  return { step: skipAdverbials(view, s), that: false }
}

function onlyAdverbials(view: View, from: number, to: number): boolean {
  if (view.word(from) === ',') return true
  return view.is(from, WordClass.preposition, WordClass.adverb, WordClass.name, WordClass.noun) && !view.hasVerb(from, to)
}

/** "on Friday", "yesterday", "in a statement", "at a news conference" between cue and clause. */
function skipAdverbials(view: View, from: number): number {
  let s = from
  for (let rounds = 0; rounds < 3; rounds++) {
    const word = view.word(s)
    if (/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|later|recently|earlier|again|too|then|publicly|simply|last)$/.test(word)) {
      s += word === 'last' && /^(?:week|month|year|night)$/.test(view.word(s + 1)) ? 2 : word === 'last' ? 0 : 1
      if (/^(?:morning|afternoon|evening|night)$/.test(view.word(s))) s++
      if (word === 'last' && s === from) break
      continue
    }
    if (/^(?:on|in|at|during|to|via|after|before|through|over)$/.test(word) || (word === 'the' && rounds > 0)) {
      const phrase = phraseAfter(view, s + 1)
      if (!phrase) break
      const last = view.word(phrase.head)
      const spoken = SPOKEN_THINGS.has(last) || /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|twitter|facebook|instagram|television|reporters|journalists|court|week|month|morning|night|\d{1,2}|\d{4})$/.test(last) || /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(view.word(s + 1))
      if (!spoken) break
      s = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(view.word(s + 1)) ? s + 2 : phrase.to
      if (/^(?:morning|afternoon|evening|night)$/.test(view.word(s))) s++
      continue
    }
    break
  }
  if (s > from && (view.word(s) === ',' || view.word(s) === ':')) s++
  return s
}

/** The clause, quotation or phrase a cue takes to its right; null where it has none it can take. */
function complement(view: View, at: number, form: CueForm, that: boolean): [number, number] | null {
  if (at >= view.length) return null
  const to = endOfClause(view, at, view.length)
  if (to <= at) return null
  if (that || view.quote(at)) return [at, to]
  if (view.word(at) === 'the' && view.quote(at + 1)) return [at, to]
  const { frames } = form
  const first = view.word(at)
  const clause = clauseFollows(view, at, to)
  if (frames.has('say') && clause) return [at, to]
  if (frames.has('tell') && clause) return [at, to]
  if (/^(?:how|why|what|whether|if|where|when)$/.test(first) && view.hasVerb(at, to)) return [at, to]
  if (frames.has('note') && (clause || view.hasQuote(at, to))) return [at, to]
  if (frames.has('to') && first === 'to' && view.is(at + 1, WordClass.verb, WordClass.auxiliary)) return [at, to]
  if (frames.has('to') && (form.lemma === 'urge' || form.lemma === 'advise' || form.lemma === 'encourage')) {
    for (let s = at; s < Math.min(to, at + 8); s++) if (view.word(s) === 'to' && view.is(s + 1, WordClass.verb)) return [s, to]
  }
  if (frames.has('as')) return asComplement(view, at, to, form)
  if (frames.has('thing') && view.is(at, WordClass.determiner, WordClass.noun, WordClass.name, WordClass.adjective, WordClass.pronoun) && !/^(?:it|him|her|them|us|me)$/.test(first)) return [at, to]
  return view.hasQuote(at, to) && !view.hasVerb(at, to) ? [at, to] : null
}

/** Whether a clause (subject, then a finite verb) begins at a step. */
function clauseFollows(view: View, at: number, to: number): boolean {
  if (view.is(at, WordClass.preposition) && view.word(at) !== 'in') return view.hasVerb(at, to) && view.hasVerb(at + 2, Math.min(to, at + 14))
  for (let s = at; s < Math.min(to, at + 18); s++) {
    if (!view.isVerb(s)) continue
    if (s === at) return false
    const word = view.word(s)
    if (view.word(s - 1) === 'to') return false
    if (view.is(s, WordClass.auxiliary) || !/ing$/.test(word)) return true
  }
  return false
}

/** "described the attacks as a …", "called it “a non-starter”": what the thing is called. */
function asComplement(view: View, at: number, to: number, form: CueForm): [number, number] | null {
  for (let s = at; s < Math.min(to, at + 14); s++) {
    if (view.quote(s)) return [s, to]
    if (view.word(s) === 'as' && !view.is(s + 1, WordClass.adverb)) return [s + 1, to]
  }
  if (form.lemma === 'describe') return [at, to]
  if (form.lemma !== 'call' || view.word(at) === 'for' || view.word(at) === 'on') return null
  const thing = phraseAfter(view, at)
  const next = thing ? thing.to : /^(?:it|him|her|them)$/.test(view.word(at)) ? at + 1 : 0
  return next > 0 && view.is(next, WordClass.determiner, WordClass.adjective) ? [next, to] : null
}

function readPassive(view: View, step: number, form: CueForm, subject: Phrase | null, right: RightStart, base: Pick<Candidate, 'view' | 'from' | 'to' | 'lemma' | 'form' | 'passive'>): Candidate | null {
  if (!form.frames.has('say') && !form.frames.has('tell') && form.lemma !== 'describe') return null
  const by = view.word(step + 1) === 'by' ? phraseAfter(view, step + 2) : null
  if (by && subject) return { ...base, pattern: 'after', source: by, shared: false, content: [[subject.from, step - 1 > subject.to ? subject.to : subject.to]], that: false, why: 'passive with “by”' }
  const content = right.that ? complement(view, right.step, form, true) : null
  if (content) return { ...base, pattern: 'after', source: null, shared: false, content: [content], that: true, why: 'passive without a speaker' }
  if (view.word(step + 1) === 'to' && subject && /^(?:say|report|allege|claim|believe|estimate|think)$/.test(form.lemma)) return { ...base, pattern: 'around', source: null, shared: false, content: [[subject.from, subject.to], [step + 1, endOfClause(view, step + 1, view.length)]], that: false, why: 'passive without a speaker' }
  return null
}

/** Where a clause that begins at `from` ends at the latest: sentence end, semicolon, or a new cue that shares the speaker. */
export function endOfClause(view: View, from: number, limit: number): number {
  let to = limit
  for (let s = from + 1; s < limit; s++) {
    const word = view.word(s)
    if (word === ';') {
      to = s
      break
    }
    if ((word === 'and' || word === 'but') && nextCue(view, s + 1)) {
      to = view.word(s - 1) === ',' ? s - 1 : s
      break
    }
    if (word !== ',') continue
    const next = view.word(s + 1)
    if (next === 'according' || (cueForm(next)?.form === 'ing' && s > from + 1)) {
      to = s
      break
    }
    if (/^(?:while|whereas|although|though|but|and)$/.test(next) && cueWithin(view, s + 2, 9)) {
      to = s
      break
    }
    if (saysBehind(view, s + 1)) {
      to = s
      break
    }
  }
  while (to > from && /^[.,:;—–]$/.test(view.word(to - 1))) to--
  return to
}

/** "and said", "but also added": a cue of the same speaker. */
function nextCue(view: View, at: number): boolean {
  let s = at
  while (view.is(s, WordClass.adverb) || view.word(s) === 'also' || view.word(s) === 'has' || view.word(s) === 'have') s++
  const form = cueForm(view.word(s))
  return form !== undefined && form.form !== 'base' && view.is(s, WordClass.verb) && (form.frames.has('say') || form.frames.has('tell') || form.frames.has('as') || form.lemma === 'urge' || form.lemma === 'call')
}

function cueWithin(view: View, at: number, steps: number): boolean {
  for (let s = at; s < at + steps; s++) {
    if (view.isVerb(s)) return cueForm(view.word(s))?.frames.has('say') === true || cueForm(view.word(s))?.frames.has('tell') === true
    if (view.word(s) === ',' && s > at + 1) continue
  }
  return false
}

/** ", officials said," inside a sentence. */
function saysBehind(view: View, at: number): boolean {
  const phrase = phraseAfter(view, at)
  if (!phrase) return false
  const form = cueForm(view.word(phrase.to))
  if (!form || !form.frames.has('say') || !view.is(phrase.to, WordClass.verb)) return false
  return atEnd(view, phrase.to + 1)
}
