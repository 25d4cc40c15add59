import { WordClass } from '../grammar/word-class'
import type { Candidate, CandidateBase, Cutter } from './candidate'
import { complement } from './complements'
import type { CueForm } from './cue-verbs'
import { phraseAfter, type Phrase } from './noun-phrases'
import type { View } from './view'

/** "he was told by Zinichev that …", "… of “36 people”". */
function readTold(view: View, by: Phrase, form: CueForm, base: CandidateBase, cut: Cutter): Candidate | null {
  const word = view.word(by.extent)
  const quoted = (word === 'of' || word === 'about') && view.quote(by.extent + 1) !== null
  if (word !== 'that' && !quoted) return null
  const content = complement(view, by.extent + 1, form, true, cut)
  return content
    ? {
        ...base,
        pattern: 'after',
        source: by,
        shared: false,
        content: [content],
        that: !quoted,
        why: 'passive with “by”',
      }
    : null
}

/** A cue in the passive: "he was told by X that …", "X was criticised by Y", "it is expected that …", "X is said to …". */
export function readPassive(
  view: View,
  step: number,
  form: CueForm,
  subject: Phrase | null,
  right: { step: number; that: boolean },
  base: CandidateBase,
  cut: Cutter,
): Candidate | null {
  const opines = form.frames.has('thing') && view.word(step + 1) === 'by'
  if (!form.frames.has('say') && !form.frames.has('tell') && form.lemma !== 'describe' && !opines) return null
  const by = view.word(step + 1) === 'by' ? phraseAfter(view, step + 2) : null
  const told = by ? readTold(view, by, form, base, cut) : null
  if (told) return told
  if (by && subject && !view.is(subject.head, WordClass.pronoun))
    return {
      ...base,
      pattern: 'after',
      source: by,
      shared: false,
      content: [[subject.from, subject.extent]],
      that: false,
      why: 'passive with “by”',
    }
  const content = right.that ? complement(view, right.step, form, true, cut) : null
  if (content)
    return {
      ...base,
      pattern: 'after',
      source: null,
      shared: false,
      content: [content],
      that: true,
      why: 'passive without a speaker',
    }
  if (
    view.word(step + 1) !== 'to' ||
    !subject ||
    !/^(?:say|report|allege|claim|believe|estimate|think|announce)$/.test(form.lemma)
  )
    return null
  const to = cut(view, step + 1, view.length, { lemma: form.lemma, that: false })
  return {
    ...base,
    pattern: 'around',
    source: null,
    shared: false,
    content: [
      [subject.from, subject.extent],
      [step + 1, to],
    ],
    that: false,
    why: 'passive without a speaker',
  }
}
