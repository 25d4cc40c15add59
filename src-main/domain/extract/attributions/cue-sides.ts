import { WordClass } from '../grammar/word-class'
import type { Candidate, Cutter } from './candidate'
import { atEnd } from './complements'
import type { CueForm } from './cue-verbs'
import { phraseAfter, type Phrase } from './noun-phrases'
import type { View } from './view'

const SUBJECTIVE = /^(?:he|she|they|it|we|i|there)$/
/** Words that open a clause which leans on another. */
export const SUBORDINATING =
  /^(?:if|even|though|although|because|when|while|as|unless|until|after|before|since|once|whether|however|that's|that’s)$/

/** "and said", "but added": the speaker is that of the verb before. */
export function sharedSubject(view: View, from: number, form: CueForm): boolean {
  return /^(?:and|but|then|or)$/.test(view.word(from - 1)) && form.form !== 'ing'
}

/** "…, adding", "…” and saying", "by saying": the participle belongs to the verb before. */
export function joinsMain(view: View, from: number): boolean {
  return (
    from === 0 ||
    view.quote(from - 1) !== null ||
    /^(?:,|and|but|by|before|while|after|—|–|-|without)$/.test(view.word(from - 1))
  )
}

/** What stands before the speaker and can be what was said: up to the comma or quotation right before it. */
export function leftContent(view: View, left: number, earlier: readonly Candidate[]): [number, number] | null {
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
export function closesSentence(view: View, at: number, form: CueForm): number {
  let s = at
  if (form.frames.has('tell')) {
    const listener = phraseAfter(view, s)
    if (listener) s = listener.extent
    else if (/^(?:him|her|them|us|me|it|you)$/.test(view.word(s))) s++
  }
  if (atEnd(view, s)) return s
  const opens = view.is(
    s,
    WordClass.preposition,
    WordClass.adverb,
    WordClass.name,
    WordClass.noun,
    WordClass.subordinator,
  )
  if (!opens) return 0
  for (let t = s; t < view.length; t++) {
    if (atEnd(view, t))
      return view.quote(t) && view.is(s, WordClass.preposition) && t - s > 1 && view.word(t - 1) === ',' ? 0 : t
    if (
      view.word(t) === 'that' ||
      view.is(t, WordClass.auxiliary) ||
      SUBJECTIVE.test(view.word(t)) ||
      (view.is(t, WordClass.verb) && !/ing$/.test(view.word(t)))
    )
      return 0
    if (t - s > 14) return view.is(s, WordClass.preposition) ? t : 0
  }
  return view.length
}

/** Whether what stands before the speaker cannot stand alone: no finite verb, or a clause opened by "if", "because" …. */
export function leansOnRight(view: View, [from, to]: [number, number]): boolean {
  return (
    !finite(view, from, to) ||
    SUBORDINATING.test(view.word(from)) ||
    (view.word(from) === 'but' && SUBORDINATING.test(view.word(from + 1)))
  )
}

/** "Asked about it, Smith said, “Not now.”": only the quotation behind the cue was said. */
export function behindOnly(
  view: View,
  back: [number, number],
  after: [number, number] | null,
  leans: boolean,
): [number, number] | null {
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
export function continuation(
  view: View,
  at: number,
  form: CueForm | null,
  cut: Cutter,
  open: boolean,
): [number, number] | null {
  let s = at
  if (view.word(s) === ',' || view.word(s) === ':') s++
  else if (!view.quote(s)) return null
  if (view.is(s, WordClass.coordinator) && view.quote(s + 1)) s++
  const context = { lemma: form?.lemma ?? '', that: false }
  if (view.quote(s)) return [s, cut(view, s, view.length, context)]
  if (s === at) return null
  if (open && !view.is(s, WordClass.coordinator, WordClass.subordinator) && view.hasVerb(s, view.length))
    return [s, cut(view, s, view.length, context)]
  if (!view.isVerb(s) && !(view.word(s) === 'to' && view.is(s + 1, WordClass.verb))) return null
  if (/ing$/.test(view.word(s))) return null
  return [s, cut(view, s, view.length, context)]
}

/** The quotation that goes on with the words behind "…” he said at a rally, “…": after a comma or colon; 0 where there is none. */
export function laterQuote(view: View, from: number): number {
  for (let s = from; s < view.length; s++)
    if (view.quote(s))
      return s === from ||
        /^[,:]$/.test(view.word(s - 1)) ||
        (view.is(s - 1, WordClass.coordinator) && view.word(s - 2) === ',')
        ? s
        : 0
  return 0
}

/** `…," said Smith`, "…, says the report": a cue right behind a comma or quotation, and a phrase behind it that ends the clause. */
export function invertedSubject(view: View, step: number, from: number): Phrase | null {
  const before = view.word(from - 1)
  if (!/^[,—–-]$/.test(before) && view.quote(from - 1) === null) return null
  if (from !== step || view.word(step + 1) === 'that') return null
  const phrase = phraseAfter(view, step + 1)
  if (!phrase) return null
  if (
    view.is(phrase.extent, WordClass.auxiliary) ||
    (view.is(phrase.extent, WordClass.verb) && !/ing$/.test(view.word(phrase.extent)))
  )
    return null
  return phrase
}
