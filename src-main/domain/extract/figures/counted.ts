import { TokenFlag } from '../../text/tokens'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'

/** The noun phrase a number counts: "possible Ebola drugs" in "four possible Ebola drugs". */
export interface Counted {
  from: number
  /** Token of the head noun. */
  head: number
  /** First token after the phrase. */
  to: number
}

const IRREGULAR_PLURALS = new Set(
  `people men women children police personnel staff crew troops dead injured wounded others sheep fish aircraft spacecraft series species feet teeth mice geese lives wives
  data media criteria phenomena bacteria alumni fungi cattle folk clergy elderly homeless poor cases policemen servicemen firemen congressmen gunmen women's lawmen artillery infantry survivors`.split(
    /\s+/,
  ),
)
const NOT_COUNTED = new Set(
  'yesterday today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday ago later earlier apart away each per half respectively january february march april june july august september october november december'.split(
    ' ',
  ),
)
const LIMIT = 7

export const isPlural = (word: string): boolean =>
  IRREGULAR_PLURALS.has(word) ||
  (word.length > 2 && word.endsWith('s') && !/(?:ss|us|is|ous|ics|news)$/.test(word)) ||
  /(?:men|people|children)$/.test(word)

/** The counted noun phrase from token `at`; null where nothing countable follows. `one` allows a singular head. */
export function readCounted(doc: Document, grammar: Grammar, at: number, one: boolean): Counted | null {
  const { words, classes } = grammar
  const { flags } = doc.tokens
  let head = -1
  let t = at
  const end = Math.min(doc.tokens.count, at + LIMIT)
  for (; t < end; t++) {
    const word = words[t] ?? ''
    const c = classes[t]
    if (NOT_COUNTED.has(word)) break
    if (t > at && (flags[t] ?? 0) & TokenFlag.newlineBefore) break
    if (c === WordClass.noun || c === WordClass.name) {
      if (
        c === WordClass.name &&
        head >= 0 &&
        isPlural(words[head] ?? '') &&
        (flags[t] ?? 0) & TokenFlag.capital &&
        !((flags[head] ?? 0) & TokenFlag.capital)
      )
        break
      head = t
    } else if (c === WordClass.adjective) {
      if (head >= 0 && isPlural(words[head] ?? '')) break
    } else if (c === WordClass.verb && /(?:ed|ing|en|wn)$/.test(word) && nounSoon(grammar, t) && head < 0) continue
    else if (
      c === WordClass.adverb &&
      (classes[t + 1] === WordClass.adjective || classes[t + 1] === WordClass.verb) &&
      head < 0 &&
      nounSoon(grammar, t + 1)
    )
      continue
    else if (
      (c === WordClass.determiner || c === WordClass.pronoun) &&
      (word === 'other' || word === 'such') &&
      head < 0
    )
      continue
    else break
  }
  if (head < 0) return adjectiveAsNoun(grammar, at)
  if (!one && !isPlural(words[head] ?? '')) {
    for (let back = head - 1; back >= at; back--)
      if (
        isPlural(words[back] ?? '') &&
        classes[back] === WordClass.noun &&
        words[head - 1] === words[back] &&
        /^(?:personnel|staff)$/.test(words[head] ?? '')
      )
        return { from: at, head: back, to: back + 1 }
    for (let back = head - 1; back >= at; back--)
      if (isPlural(words[back] ?? '') && (classes[back] === WordClass.noun || classes[back] === WordClass.name))
        return { from: at, head: back, to: back + 1 }
    return null
  }
  return { from: at, head, to: head + 1 }
}

/** "27 dead", "seven more", "25 others". */
function adjectiveAsNoun(grammar: Grammar, at: number): Counted | null {
  const word = grammar.words[at] ?? ''
  if (/^(?:dead|others|injured|wounded|missing|fatalities|killed|deceased|wounded)$/.test(word))
    return { from: at, head: at, to: at + 1 }
  if ((word === 'more' || word === 'other' || word === 'additional') && grammar.classes[at + 1] !== WordClass.noun)
    return { from: at, head: at, to: at + 1 }
  return null
}

function nounSoon(grammar: Grammar, t: number): boolean {
  for (let k = t + 1; k < t + 4; k++) {
    const c = grammar.classes[k]
    if (c === WordClass.noun || c === WordClass.name) return true
    if (c !== WordClass.adjective && !(c === WordClass.verb && /(?:ed|ing|en)$/.test(grammar.words[k] ?? '')))
      return false
  }
  return false
}
