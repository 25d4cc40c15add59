import { splitSentences } from '../../text/sentences'
import { tokenize } from '../../text/tokenize'
import type { LearnedWeights } from './learned-weights'
import type { NameModel } from './name-model'
import { tagNames } from './tag-names'

/** A text whose names were checked by hand. */
export interface GuardText {
  text: string
  /** Start, end (UTF-16) and kind of entity. */
  names: readonly (readonly [number, number, string])[]
}

export interface Guarded {
  /** What may be used; null when everything learned makes the guard texts worse. */
  learned: LearnedWeights | null
  /** F1 of people, organizations and places on the guard texts, in percent, shipped and with what may be used. */
  before: number
  after: number
}

/** Full strength first; what is too bold is tried weaker before it is given up. */
const STRENGTHS = [1, 0.75, 0.5, 0.35, 0.25]
const SCORED = new Set(['person', 'organization', 'place'])

/** Lets only through what leaves the tagger as good on hand-checked texts as it was shipped. */
export function guardLearning(learned: LearnedWeights, model: NameModel, guard: readonly GuardText[]): Guarded {
  const before = measureNames(model, guard)
  for (const strength of STRENGTHS) {
    const weaker = strength === 1 ? learned : learned.scaled(strength)
    const after = measureNames({ ...model, learned: weaker }, guard)
    if (after >= before) return { learned: weaker, before, after }
  }
  return { learned: null, before, after: before }
}

/** Strict span and kind, micro F1 over people, organizations and places, in percent. */
export function measureNames(model: NameModel, guard: readonly GuardText[]): number {
  let [right, found, wanted] = [0, 0, 0]
  for (const { text, names } of guard) {
    const tokens = tokenize(text)
    const tagged = tagNames(text, tokens, splitSentences(text, tokens), model).filter(({ type }) => SCORED.has(type))
    const gold = new Set(names.filter(([, , type]) => SCORED.has(type)).map((name) => name.join(' ')))
    right += tagged.filter(({ start, end, type }) => gold.has(`${start} ${end} ${type}`)).length
    found += tagged.length
    wanted += gold.size
  }
  return found + wanted === 0 ? 0 : (200 * right) / (found + wanted)
}
