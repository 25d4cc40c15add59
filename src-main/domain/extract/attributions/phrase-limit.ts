import { WordClass } from '../grammar/word-class'
import type { View } from './view'

const STOPS = /^(?:because|so|while|whereas|although|though|but|despite|until|unless|if|[;()]|--|—|―)$/
/** Behind a comma they go on with the phrase: "…, which benefits many", "…, including one". */
const GOES_ON = /^(?:which|who|whose|whom|including|such|from|to|in|at|of|for)$/
const DAYS = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|tomorrow)$/
const LONGEST_LIST = 9

/**
 * Where a noun phrase that a cue takes must end ("praised | the plan | , which …", "attacked | Smith | in early tweets"): before the first comma that
 * divides no list, and before words that open a clause or say when. `from` is its first step.
 */
export function phraseLimit(view: View, from: number, clauseFollows: (view: View, at: number) => boolean): number {
  for (let s = from + 1; s < view.length; s++) {
    const word = view.word(s)
    if (STOPS.test(word)) return s
    if ((word === 'as' || word === 'after') && clauseFollows(view, s + 1)) return s
    if (word === ',' && !GOES_ON.test(view.word(s + 1)) && !dividesList(view, s)) return s
    if (DAYS.test(word) && !/^['’]s?$/.test(view.word(s + 1))) return view.is(s - 1, WordClass.preposition) ? s - 1 : s
    if (
      word === 'and' &&
      (view.isVerb(s + 1) || /^(?:has|have|had|is|are|was|were|would|will)$/.test(view.word(s + 1)))
    )
      return s
  }
  return view.length
}

/** "taxes, wages and pensions": behind the comma come nouns up to an "and". */
function dividesList(view: View, comma: number): boolean {
  for (let s = comma + 1; s < Math.min(view.length, comma + LONGEST_LIST); s++) {
    const word = view.word(s)
    if (view.quote(s) || view.word(comma - 1) === '') return true
    if (word === 'and' || word === 'or') return s > comma + 1 || !view.isVerb(s + 1)
    if (view.isVerb(s)) return false
  }
  return false
}
