import { editDistance, misspeltBeginnings } from '../../domain/search/edit-distance'
import type { FormsOf } from '../../domain/search/matches'
import type { PhraseNode } from '../../domain/search/query'
import { stemEnglish } from '../../domain/search/stem'
import { STOP_WORDS } from '../../domain/search/stop-words'
import { spellingBeginnings, spellingMatcher } from '../../domain/text/transliterate-spelling'
import type { IndexReader } from '../../sql/handle'
import { knownTerms, termsBeginning, termsBeginningAny } from '../../sql/index/search-terms'

/** Longest ending that makes another form of a word ("negotiat-" and "ions'"). */
const LONGEST_ENDING = 7
const MOST_TERMS = 3000
const MOST_FORMS = 24
/** Forms of a phrase of several words, each choice of its words' forms being one. */
const MOST_PHRASES = 12
/** Words looked at that begin like another spelling of a name. */
const MOST_SPELLINGS = 4000

/**
 * The other forms of phrases that the index has, each looked up once: the same English stem, one or two letters otherwise where "~" asks
 * for it, and with `spellings` the same name in other spellings and scripts. Looked up in the index's own list of words, so that
 * the index stays exact and "=word" costs nothing.
 */
export function phraseForms(index: IndexReader, spellings: boolean): FormsOf {
  const known = new Map<PhraseNode, string[][]>()
  return (phrase) => {
    let forms = known.get(phrase)
    if (!forms) known.set(phrase, (forms = formsOf(index, phrase, spellings)))
    return forms
  }
}

function formsOf(index: IndexReader, phrase: PhraseNode, spellings: boolean): string[][] {
  if (phrase.prefix) return []
  if (phrase.terms.length > 1) return spellings ? otherPhrases(index, phrase.terms) : []
  const [term = ''] = phrase.terms
  if (phrase.edits > 0) return misspellings(index, term, phrase.edits).map((form) => [form])
  if (phrase.exact) return []
  const inflected = inflections(index, term)
  const spelt = spellings ? otherSpellings(index, term) : []
  return [...new Set([...inflected, ...spelt])].slice(0, MOST_FORMS).map((form) => [form])
}

function inflections(index: IndexReader, term: string): string[] {
  if (term.length < 3 || STOP_WORDS.has(term) || !/^[a-z]+$/.test(term)) return []
  const stem = stemEnglish(term)
  // "happi" and "happy" differ in the last letter of the stem.
  const beginning = stem.length > 3 ? stem.slice(0, -1) : stem
  return termsBeginning(index, beginning, MOST_TERMS)
    .filter((form) => form !== term && form.length <= stem.length + LONGEST_ENDING && stemEnglish(form) === stem)
    .slice(0, MOST_FORMS)
}

/** Words of the index with up to `edits` letters otherwise; of two edits only one may be in the first two letters. */
function misspellings(index: IndexReader, term: string, edits: number): string[] {
  const beginning = term.slice(0, 2)
  const similar = termsBeginning(index, beginning, MOST_TERMS * 4).filter(
    (form) => form !== term && editDistance(term, form, edits) <= edits,
  )
  const early = knownTerms(index, misspeltBeginnings(term)).filter((form) => !form.startsWith(beginning))
  return [...new Set([...early, ...similar])].slice(0, MOST_FORMS)
}

function otherSpellings(index: IndexReader, term: string): string[] {
  if (STOP_WORDS.has(term)) return []
  const beginnings = spellingBeginnings(term)
  if (beginnings.length === 0) return []
  const similar = termsBeginningAny(index, beginnings, MOST_SPELLINGS)
  return similar.filter(spellingMatcher(term)).slice(0, MOST_FORMS)
}

/** "Владимир Путин" for "Vladimir Putin": every choice of its words' spellings. */
function otherPhrases(index: IndexReader, terms: readonly string[]): string[][] {
  let phrases: string[][] = [[]]
  for (const term of terms) {
    const spelt = [term, ...otherSpellings(index, term)].slice(
      0,
      Math.max(1, Math.floor(MOST_PHRASES / phrases.length)),
    )
    phrases = phrases.flatMap((phrase) => spelt.map((form) => [...phrase, form]))
  }
  return phrases.filter((phrase) => phrase.some((term, i) => term !== terms[i]))
}
