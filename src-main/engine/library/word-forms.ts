import type { PhraseNode } from '../../domain/search/query'
import { stemEnglish } from '../../domain/search/stem'
import { STOP_WORDS } from '../../domain/search/stop-words'
import type { IndexReader } from '../../sql/handle'
import { termsBeginning } from '../../sql/index/search'

/** Longest ending that makes another form of a word ("negotiat-" and "ions'"). */
const LONGEST_ENDING = 7
const MOST_TERMS = 3000
const MOST_FORMS = 24

/**
 * Other forms of a single word that the index has: those with the same English stem. Looked up in the index's own list of
 * words, so that the index itself stays exact and "=word" costs nothing.
 */
export function wordForms(index: IndexReader, phrase: PhraseNode): string[] {
  const [term = ''] = phrase.terms
  if (
    phrase.exact ||
    phrase.prefix ||
    phrase.terms.length > 1 ||
    term.length < 3 ||
    STOP_WORDS.has(term) ||
    !/^[a-z]+$/.test(term)
  )
    return []
  const stem = stemEnglish(term)
  // "happi" and "happy" differ in the last letter of the stem.
  const beginning = stem.length > 3 ? stem.slice(0, -1) : stem
  return termsBeginning(index, beginning, MOST_TERMS)
    .filter((form) => form !== term && form.length <= stem.length + LONGEST_ENDING && stemEnglish(form) === stem)
    .slice(0, MOST_FORMS)
}
