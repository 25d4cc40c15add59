import { TokenFlag } from '../../text/tokens'
import { WordClass } from '../grammar/word-class'
import type { Candidate, Cutter } from './candidate'
import { atEnd, complement, rightStart } from './complements'
import { cueForm, type CueForm } from './cue-verbs'
import { phraseAfter, phraseBefore, type Phrase } from './noun-phrases'
import type { View } from './view'

const HELPERS = /^(?:has|have|had|is|are|was|were|be|been|being|will|would|could|can|may|might|did|does|do|not|n't|n’t|'ll|’ll|to|also|went|on|’s|'s|'ve|’ve|further)$/

const SUBJECTIVE = /^(?:he|she|they|it|we|i|there)$/
const SUBORDINATING = /^(?:if|even|though|although|because|when|while|as|unless|until|after|before|since|once|whether|however|that's|that’s)$/

type Base = Pick<Candidate, 'view' | 'from' | 'to' | 'lemma' | 'form' | 'passive'>

/** Every cue of a stretch with its speaker and content, in text order, before it is judged whether it reports speech at all. */
export function readCandidates(view: View, cut: Cutter): Candidate[] {
  const found: Candidate[] = []
  for (let step = 0; step < view.length; step++) {
    const word = view.word(step)
    const form = word === '' ? undefined : cueForm(word)
    if (!form || !canBeCue(view, step, form)) continue
    const candidate = readCue(view, step, form, found, cut)
    if (candidate) found.push(candidate)
  }
  return found
}

/** A cue must be a verb here: "claims" and "reports" are nouns as often; base forms need a subject in the plural or a modal. */
function canBeCue(view: View, step: number, form: CueForm): boolean {
  const sure = form.lemma === 'say' || form.lemma === 'tell'
  const before = view.word(step - 1)
  // "the United States": a name, not a verb.
  if (step > 0 && view.flags(step) & TokenFlag.capital && !view.quote(step - 1)) return false
  if (!view.is(step, WordClass.verb) && !sure) {
    // "Trump claims he would": taken for a noun by the tagger, but a clause follows a name.
    const subject = view.is(step - 1, WordClass.name, WordClass.pronoun) || before === ')' || before === ','
    return form.form === 's' && subject && (view.is(step + 1, WordClass.pronoun, WordClass.determiner, WordClass.name, WordClass.subordinator) || view.quote(step + 1) !== null)
  }
  if (view.is(step - 1, WordClass.determiner) && !/^(?:that|this|those|these|all|both|some|which)$/.test(before)) return sure && form.form === 'past'
  if (view.is(step - 1, WordClass.adjective) && !sure && !view.is(step + 1, WordClass.subordinator)) return false
  if (form.form === 'base') return view.is(step - 1, WordClass.noun, WordClass.name, WordClass.pronoun, WordClass.auxiliary, WordClass.adverb) || /^(?:to|and|\)|,|who|n't|not)$/.test(before) || view.quote(step - 1) !== null
  return true
}

function readCue(view: View, step: number, form: CueForm, earlier: readonly Candidate[], cut: Cutter): Candidate | null {
  let from = step
  let passive = false
  while (from > 0 && (view.is(from - 1, WordClass.auxiliary, WordClass.adverb) || (HELPERS.test(view.word(from - 1)) && !view.is(from - 1, WordClass.preposition)))) {
    if (/^(?:is|are|was|were|be|been|being)$/.test(view.word(from - 1)) && form.form === 'past') passive = true
    from--
  }
  const base: Base = { view, from: step, to: step + 1, lemma: form.lemma, form, passive }
  const opening = readOpening(view, step, base, cut)
  if (opening) return opening
  const joined = form.form === 'ing' && (/^[,—–]$/.test(view.word(from - 1)) || view.quote(from - 1) !== null || from === 0)
  const shared = sharedSubject(view, from, form)
  const subject = shared || joined ? null : phraseBefore(view, from)
  const right = rightStart(view, step + 1, form)
  if (passive) return readPassive(view, step, form, subject, right, base, cut)
  const back = leftContent(view, subject ? subject.from : from, earlier)
  const inverted = !subject && !shared ? invertedSubject(view, step, from) : null
  if (inverted) return readInverted(view, base, inverted, back, cut)
  if (form.form === 'ing' && !subject && joinsMain(view, from)) {
    const content = complement(view, right.step, form, right.that, cut)
    return content ? { ...base, pattern: 'participle', source: null, shared: true, content: [content], that: right.that, why: `“${view.word(step)}” joined to the sentence's subject` } : null
  }
  if (!subject && !shared) return null
  if (back && subject && !shared && !right.that && view.quote(subject.from - 1) && (form.frames.has('say') || form.frames.has('tell') || form.frames.has('note'))) {
    const next = laterQuote(view, step + 1)
    const after: [number, number] | null = next > 0 ? [next, cut(view, next, view.length, { lemma: form.lemma, that: false })] : null
    return { ...base, pattern: after ? 'around' : 'before', source: subject, shared: false, content: after ? [back, after] : [back], that: false, why: 'quotation marks, then speaker and cue' }
  }
  const closes = back && !shared && !right.that ? closesSentence(view, step + 1, form) : 0
  if (back && closes) {
    const leans = leansOnRight(view, back)
    const after = continuation(view, closes, form, cut, leans)
    const content = behindOnly(view, back, after, leans)
    if (content) return { ...base, pattern: 'after', source: subject, shared: false, content: [content], that: false, why: 'speaker, cue, then quotation marks' }
    if (after || view.hasVerb(back[0], back[1]) || view.hasQuote(back[0], back[1])) return { ...base, pattern: after ? 'around' : 'before', source: subject, shared: false, content: after ? [back, after] : [back], that: false, why: 'speaker and cue behind the words' }
  }
  const content = complement(view, right.step, form, right.that, cut)
  if (content) return { ...base, pattern: 'after', source: subject, shared, content: [content], that: right.that, why: right.that ? `speaker + “${view.word(step)} that”` : `speaker + “${view.word(step)}” + clause` }
  if (!back || shared || !view.hasQuote(back[0], back[1])) return null
  return { ...base, pattern: 'before', source: subject, shared: false, content: [back], that: false, why: 'quotation marks, then speaker and cue' }
}

/** "Said Ellis: “…”" */
function readOpening(view: View, step: number, base: Base, cut: Cutter): Candidate | null {
  if (step !== 0 || !base.form || base.form.form === 'ing' || base.form.form === 'base') return null
  const source = phraseAfter(view, 1)
  if (!source || view.word(source.to) !== ':') return null
  const content: [number, number] = [source.to + 1, cut(view, source.to + 1, view.length, { lemma: base.lemma, that: false })]
  return content[1] > content[0] ? { ...base, pattern: 'after', source, shared: false, content: [content], that: false, why: 'cue, speaker and colon before the words' } : null
}

/** The quotation that goes on with the words behind "…” he said at a rally, “…": after a comma or colon; 0 where there is none. */
function laterQuote(view: View, from: number): number {
  for (let s = from; s < view.length; s++) if (view.quote(s)) return s === from || /^[,:]$/.test(view.word(s - 1)) || (view.is(s - 1, WordClass.coordinator) && view.word(s - 2) === ',') ? s : 0
  return 0
}

function readInverted(view: View, base: Base, source: Phrase, back: [number, number] | null, cut: Cutter): Candidate | null {
  const after = continuation(view, source.to, base.form, cut, back !== null && leansOnRight(view, back))
  const content: [number, number][] = back ? [back] : []
  if (after) content.push(after)
  if (content.length === 0) return null
  return { ...base, pattern: after ? 'around' : 'before', source, shared: false, content, that: false, why: 'cue and speaker behind the words' }
}

/** "…, adding", "…” and saying", "by saying": the participle belongs to the verb before. */
function joinsMain(view: View, from: number): boolean {
  return from === 0 || view.quote(from - 1) !== null || /^(?:,|and|but|by|before|while|after|—|–|-|without)$/.test(view.word(from - 1))
}

/** "and said", "but added": the speaker is that of the verb before. */
function sharedSubject(view: View, from: number, form: CueForm): boolean {
  return /^(?:and|but|then|or)$/.test(view.word(from - 1)) && form.form !== 'ing'
}

/** `…," said Smith`, "…, says the report": a cue right behind a comma or quotation, and a phrase behind it that ends the clause. */
function invertedSubject(view: View, step: number, from: number): Phrase | null {
  const before = view.word(from - 1)
  if (!/^[,—–-]$/.test(before) && view.quote(from - 1) === null) return null
  if (from !== step || view.word(step + 1) === 'that') return null
  const phrase = phraseAfter(view, step + 1)
  if (!phrase) return null
  if (view.is(phrase.to, WordClass.auxiliary) || (view.is(phrase.to, WordClass.verb) && !/ing$/.test(view.word(phrase.to)))) return null
  return phrase
}

/** What stands before the speaker and can be what was said: up to the comma or quotation right before it. */
function leftContent(view: View, left: number, earlier: readonly Candidate[]): [number, number] | null {
  const quoted = view.quote(left - 1) !== null
  if (!quoted && !/^[,—–]$/.test(view.word(left - 1))) return null
  const end = quoted ? left : left - 1
  let start = 0
  for (let s = 0; s < end; s++) if (view.word(s) === ';') start = s + 1
  for (const other of earlier) {
    const last = Math.max(other.to, ...other.content.map(([, to]) => to))
    if (last <= end && last > start && !other.content.some(([from]) => from === 0)) start = last
  }
  while (start < end && /^[,;.]$/.test(view.word(start))) start++
  if (end <= start) return null
  return [start, end]
}

/** Whether what follows the cue closes its clause; then the step behind it, else 0. */
function closesSentence(view: View, at: number, form: CueForm): number {
  let s = at
  if (form.frames.has('tell')) {
    const listener = phraseAfter(view, s)
    if (listener) s = listener.to
    else if (/^(?:him|her|them|us|me|it|you)$/.test(view.word(s))) s++
  }
  if (atEnd(view, s)) return s
  const opens = view.is(s, WordClass.preposition, WordClass.adverb, WordClass.name, WordClass.noun, WordClass.subordinator)
  if (!opens) return 0
  for (let t = s; t < view.length; t++) {
    if (atEnd(view, t)) return view.quote(t) && view.is(s, WordClass.preposition) && t - s > 1 && view.word(t - 1) === ',' ? 0 : t
    if (view.word(t) === 'that' || view.is(t, WordClass.auxiliary) || SUBJECTIVE.test(view.word(t)) || (view.is(t, WordClass.verb) && !/ing$/.test(view.word(t)))) return 0
    if (t - s > 14) return view.is(s, WordClass.preposition) ? t : 0
  }
  return view.length
}

/** Whether what stands before the speaker cannot stand alone: no finite verb, or a clause opened by "if", "because" …. */
function leansOnRight(view: View, [from, to]: [number, number]): boolean {
  return !finite(view, from, to) || SUBORDINATING.test(view.word(from)) || (view.word(from) === 'but' && SUBORDINATING.test(view.word(from + 1)))
}

/** "Asked about it, Smith said, “Not now.”": only the quotation behind the cue was said. */
function behindOnly(view: View, back: [number, number], after: [number, number] | null, leans: boolean): [number, number] | null {
  if (!after || view.hasQuote(back[0], back[1])) return null
  const quote = view.quote(after[0])
  const whole = quote !== null && /^\p{Lu}/u.test(view.doc.text.slice(quote.from, quote.from + 1))
  return whole && (leans || view.is(back[0], WordClass.verb)) ? after : null
}

/** Whether `[from, to)` holds a quotation or a verb that is neither infinitive nor participle. */
function finite(view: View, from: number, to: number): boolean {
  for (let s = from; s < to; s++) {
    if (view.quote(s) || view.is(s, WordClass.auxiliary)) return true
    if (view.is(s, WordClass.verb) && !/ing$/.test(view.word(s)) && view.word(s - 1) !== 'to') return true
  }
  return false
}

/** Words said that go on behind "he said,": a quotation, a verb whose subject stands before, any clause where no finite verb stood before (`open`). */
function continuation(view: View, at: number, form: CueForm | null, cut: Cutter, open: boolean): [number, number] | null {
  let s = at
  if (view.word(s) === ',' || view.word(s) === ':') s++
  else if (!view.quote(s)) return null
  if (view.is(s, WordClass.coordinator) && view.quote(s + 1)) s++
  const context = { lemma: form?.lemma ?? '', that: false }
  if (view.quote(s)) return [s, cut(view, s, view.length, context)]
  if (s === at) return null
  if (open && !view.is(s, WordClass.coordinator, WordClass.subordinator) && view.hasVerb(s, view.length)) return [s, cut(view, s, view.length, context)]
  if (!view.isVerb(s) && !(view.word(s) === 'to' && view.is(s + 1, WordClass.verb))) return null
  if (/ing$/.test(view.word(s))) return null
  return [s, cut(view, s, view.length, context)]
}

function readPassive(view: View, step: number, form: CueForm, subject: Phrase | null, right: { step: number; that: boolean }, base: Base, cut: Cutter): Candidate | null {
  if (!form.frames.has('say') && !form.frames.has('tell') && form.lemma !== 'describe') return null
  const by = view.word(step + 1) === 'by' ? phraseAfter(view, step + 2) : null
  if (by && subject) return { ...base, pattern: 'after', source: by, shared: false, content: [[subject.from, subject.to]], that: false, why: 'passive with “by”' }
  const content = right.that ? complement(view, right.step, form, true, cut) : null
  if (content) return { ...base, pattern: 'after', source: null, shared: false, content: [content], that: true, why: 'passive without a speaker' }
  if (view.word(step + 1) !== 'to' || !subject || !/^(?:say|report|allege|claim|believe|estimate|think|announce)$/.test(form.lemma)) return null
  const to = cut(view, step + 1, view.length, { lemma: form.lemma, that: false })
  return { ...base, pattern: 'around', source: null, shared: false, content: [[subject.from, subject.to], [step + 1, to]], that: false, why: 'passive without a speaker' }
}
