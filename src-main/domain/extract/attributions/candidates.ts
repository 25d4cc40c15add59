import { TokenFlag } from '../../text/tokens'
import { WordClass } from '../grammar/word-class'
import type { CandidateBase, Candidate, Cutter } from './candidate'
import { beforeMainClause, complement, isInfinitive, rightStart } from './complements'
import {
  behindOnly,
  closesSentence,
  continuation,
  invertedSubject,
  joinsMain,
  laterQuote,
  leansOnRight,
  leftContent,
  sharedSubject,
  SUBORDINATING,
} from './cue-sides'
import { cueForm, type CueForm } from './cue-verbs'
import { nominal, phraseAfter, phraseBefore, type Phrase } from './noun-phrases'
import { readPassive } from './passive-cues'
import type { View } from './view'

const HELPERS =
  /^(?:has|have|had|is|are|was|were|be|been|being|will|would|could|can|may|might|did|does|do|not|n't|n’t|'ll|’ll|to|also|went|on|’s|'s|'ve|’ve|further|appears?|appeared|seems?|seemed|continues?|continued|began|tried|sought|came|goes|tends?|tended|repeatedly)$/

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
  // "has publicly signalled": whatever the word is taken for, "has" makes a participle of it.
  const perfect =
    form.form === 'past' &&
    /^(?:has|have|had)$/.test(view.word(view.is(step - 1, WordClass.adverb) ? step - 2 : step - 1))
  if (!view.is(step, WordClass.verb) && !sure && !perfect) {
    // "Trump claims he would": taken for a noun by the tagger, but a clause follows a name.
    const subject = view.is(step - 1, WordClass.name, WordClass.pronoun) || before === ')' || before === ','
    if (form.form !== 's') return false
    if (subject && form.frames.has('to') && isInfinitive(view, step + 1)) return true
    // "The woman disputes the idea": two nouns, then what only a verb takes.
    const bare = view.is(step - 1, WordClass.noun) && !/s$/.test(before)
    if (bare && (view.word(step + 1) === 'that' || view.is(step + 1, WordClass.determiner))) return true
    return (
      subject &&
      (view.is(step + 1, WordClass.pronoun, WordClass.determiner, WordClass.name, WordClass.subordinator) ||
        view.quote(step + 1) !== null)
    )
  }
  if (view.is(step - 1, WordClass.determiner) && !/^(?:that|this|those|these|all|both|some|which)$/.test(before))
    return sure && form.form === 'past'
  if (view.is(step - 1, WordClass.adjective) && !sure && !view.is(step + 1, WordClass.subordinator)) return false
  if (form.form === 'base')
    return (
      view.is(step - 1, WordClass.noun, WordClass.name, WordClass.pronoun, WordClass.auxiliary, WordClass.adverb) ||
      /^(?:to|and|\)|,|who|n't|not)$/.test(before) ||
      view.quote(step - 1) !== null
    )
  return true
}

function readCue(
  view: View,
  step: number,
  form: CueForm,
  earlier: readonly Candidate[],
  cut: Cutter,
): Candidate | null {
  let from = step
  let passive = false
  while (
    from > 0 &&
    (view.is(from - 1, WordClass.auxiliary) ||
      (view.is(from - 1, WordClass.adverb) && !nominal(view, from - 1)) ||
      (HELPERS.test(view.word(from - 1)) && !view.is(from - 1, WordClass.preposition)))
  ) {
    if (/^(?:is|are|was|were|be|been|being)$/.test(view.word(from - 1)) && form.form === 'past') passive = true
    from--
  }
  const base: CandidateBase = { view, from: step, to: step + 1, lemma: form.lemma, form, passive }
  const opening = readOpening(view, step, base, cut)
  if (opening) return opening
  const joined =
    form.form === 'ing' && (/^[,—–]$/.test(view.word(from - 1)) || view.quote(from - 1) !== null || from === 0)
  const shared = sharedSubject(view, from, form)
  const subject = shared || joined ? null : phraseBefore(view, from)
  const right = rightStart(view, step + 1, form)
  if (passive) return readPassive(view, step, form, subject, right, base, cut)
  const back = leftContent(view, subject ? subject.from : from, earlier)
  const inverted = !subject && !shared ? invertedSubject(view, step, from) : null
  if (inverted) return readInverted(view, base, inverted, back, cut)
  if (form.form === 'ing' && !subject && joinsMain(view, from)) {
    const content = complement(view, right.step, form, right.that, from === 0 ? beforeMainClause(cut) : cut)
    return content
      ? {
          ...base,
          pattern: 'participle',
          source: null,
          shared: true,
          content: [content],
          that: right.that,
          why: `“${view.word(step)}” joined to the sentence's subject`,
        }
      : null
  }
  if (!subject && !shared) return null
  if (
    back &&
    subject &&
    !shared &&
    !right.that &&
    view.quote(subject.from - 1) &&
    (form.frames.has('say') || form.frames.has('tell') || form.frames.has('note'))
  ) {
    const next = laterQuote(view, step + 1)
    const after: [number, number] | null =
      next > 0 ? [next, cut(view, next, view.length, { lemma: form.lemma, that: false })] : null
    return {
      ...base,
      pattern: after ? 'around' : 'before',
      source: subject,
      shared: false,
      content: after ? [back, after] : [back],
      that: false,
      why: 'quotation marks, then speaker and cue',
    }
  }
  const closes = back && !shared && !right.that ? closesSentence(view, step + 1, form) : 0
  if (back && closes) {
    const leans = leansOnRight(view, back)
    const after = continuation(view, closes, form, cut, leans)
    const content = behindOnly(view, back, after, leans)
    if (content)
      return {
        ...base,
        pattern: 'after',
        source: subject,
        shared: false,
        content: [content],
        that: false,
        why: 'speaker, cue, then quotation marks',
      }
    if (after || view.hasVerb(back[0], back[1]) || view.hasQuote(back[0], back[1]))
      return {
        ...base,
        pattern: after ? 'around' : 'before',
        source: subject,
        shared: false,
        content: after ? [back, after] : [back],
        that: false,
        why: 'speaker and cue behind the words',
      }
  }
  const subordinate = subject !== null && SUBORDINATING.test(view.word(subject.from - 1))
  const content = complement(view, right.step, form, right.that, subordinate ? beforeMainClause(cut) : cut)
  if (content)
    return {
      ...base,
      pattern: 'after',
      source: subject,
      shared,
      content: [content],
      that: right.that,
      why: right.that ? `speaker + “${view.word(step)} that”` : `speaker + “${view.word(step)}” + clause`,
    }
  if (!back || shared || !view.hasQuote(back[0], back[1])) return null
  return {
    ...base,
    pattern: 'before',
    source: subject,
    shared: false,
    content: [back],
    that: false,
    why: 'quotation marks, then speaker and cue',
  }
}

/** "Said Ellis: “…”" */
function readOpening(view: View, step: number, base: CandidateBase, cut: Cutter): Candidate | null {
  if (step !== 0 || !base.form || base.form.form === 'ing' || base.form.form === 'base') return null
  const source = phraseAfter(view, 1)
  if (!source || view.word(source.extent) !== ':') return null
  const content: [number, number] = [
    source.extent + 1,
    cut(view, source.extent + 1, view.length, { lemma: base.lemma, that: false }),
  ]
  return content[1] > content[0]
    ? {
        ...base,
        pattern: 'after',
        source,
        shared: false,
        content: [content],
        that: false,
        why: 'cue, speaker and colon before the words',
      }
    : null
}

function readInverted(
  view: View,
  base: CandidateBase,
  source: Phrase,
  back: [number, number] | null,
  cut: Cutter,
): Candidate | null {
  const after = continuation(view, source.extent, base.form, cut, back !== null && leansOnRight(view, back))
  const content: [number, number][] = back ? [back] : []
  if (after) content.push(after)
  if (content.length === 0) return null
  return {
    ...base,
    pattern: after ? 'around' : 'before',
    source,
    shared: false,
    content,
    that: false,
    why: 'cue and speaker behind the words',
  }
}
