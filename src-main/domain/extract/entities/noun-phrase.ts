import { WordClass } from '../grammar/word-class'
import { roleHead } from './role-heads'
import { classAt, isNamed, isPossessive, nameStartingAt, opensLine, sentenceOf, wordAt, type Scene } from './scene'

/** What a token does inside a noun phrase that is read from left to right. */
export type Step = 'noun' | 'modifier' | 'possessive' | 'stop'

/** "35-year-old" */
export const AGE = /^\d{1,3}-year-old$/u

/** The part token `at` plays; `headToken` is the last noun so far, -1 before the first. */
export function nominalStep(scene: Scene, at: number, headToken: number): Step {
  if (isPossessive(scene, at)) return 'possessive'
  if (opensLine(scene, at)) return 'stop'
  const word = wordAt(scene, at)
  if (AGE.test(word)) return 'noun'
  const afterHead = headToken >= 0
  if (afterHead && startsAnotherName(scene, at, headToken)) return 'stop'
  switch (classAt(scene, at)) {
    case WordClass.noun:
    case WordClass.name:
      return 'noun'
    case WordClass.adjective:
    case WordClass.numeral:
      if (roleHead(word)) return 'noun'
      // After its noun an adjective belongs to what follows: "the company available".
      return afterHead && !isNamed(scene, at - 1) && classAt(scene, at - 1) === WordClass.noun ? 'stop' : 'modifier'
    case WordClass.verb:
      // Participles before the noun: "the detained suspect", "the presiding judge".
      if (!afterHead && /(?:ed|ing|en)$/u.test(word) && nounFollows(scene, at)) return 'modifier'
      // "the accused", "the coach" taken for verbs: right after the determiner they are nouns.
      return classAt(scene, at - 1) === WordClass.determiner && roleHead(word) ? 'noun' : 'stop'
    case WordClass.adverb:
      return !afterHead && nounFollows(scene, at) ? 'modifier' : 'stop'
    default:
      return isNamed(scene, at) ? 'noun' : word === 'then' || word === '&' ? 'modifier' : 'stop'
  }
}

/** "his counterpart Vladimir Putin", "the carmaker Tesla": the name is not part of the phrase that introduces it. */
function startsAnotherName(scene: Scene, at: number, headToken: number): boolean {
  const name = nameStartingAt(scene, at)
  if (!name || name.kind === 'other' || isNamed(scene, headToken)) return false
  return roleHead(wordAt(scene, headToken))?.kind === name.kind
}

function nounFollows(scene: Scene, at: number): boolean {
  const next = classAt(scene, at + 1)
  return (
    !opensLine(scene, at + 1) && (next === WordClass.noun || next === WordClass.adjective || next === WordClass.name)
  )
}

/** Whether token `at` carries a noun phrase on, so that the noun before it was no head. */
export function continuesNoun(scene: Scene, at: number): boolean {
  return (
    classAt(scene, at) === WordClass.noun && !opensLine(scene, at) && !isNamed(scene, at) && !isPossessive(scene, at)
  )
}

const LONGEST_COMPLEMENT = 16

/** One after the last token of an "of …" phrase at `at` ("of the United States", "of six business units"); `at` without one. */
export function complementEnd(scene: Scene, at: number, sentence: number): number {
  if (wordAt(scene, at) !== 'of') return at
  let last = at
  for (let i = at + 1; i < at + LONGEST_COMPLEMENT && sentenceOf(scene, i) === sentence; i++) {
    const wordClass = classAt(scene, i)
    if (wordClass === WordClass.noun || wordClass === WordClass.name || isNamed(scene, i)) last = i
    else if (!isLink(scene, i, wordClass)) break
  }
  return last === at ? at : last + 1
}

function isLink(scene: Scene, at: number, wordClass: number): boolean {
  const word = wordAt(scene, at)
  if (wordClass === WordClass.determiner || wordClass === WordClass.adjective || wordClass === WordClass.numeral)
    return true
  return isPossessive(scene, at) || word === 'of' || word === '&'
}
