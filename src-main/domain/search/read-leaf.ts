import { fold } from '../text/normalise'
import { readDateField, readDateRange, readRecent } from './date-range'
import { readFigureTest } from './figure-test'
import { CASEBOOK_FIELDS, FACT_FIELDS, FIELDS, HAS_VALUES, type PhraseNode, type SearchNode } from './query'
import { searchWords } from './words'

/** A word or quote as typed, and how. */
export interface Leaf {
  text: string
  quoted: boolean
  /** "=" stood before it. */
  exact: boolean
}

const FIELD_SYNONYMS: Record<string, string> = {
  language: 'lang', file: 'path', organization: 'org', organisation: 'org', people: 'person', entity: 'name', said: 'says',
  speaker: 'says', quotes: 'quote', figures: 'figure', number: 'figure', type: 'format', similar: 'like', is: 'has', notes: 'note',
  codes: 'code', headline: 'title', outlet: 'agency', source: 'agency', day: 'date',
} // prettier-ignore
const HAS_SYNONYMS: Record<string, string> = {
  notes: 'note', highlights: 'highlight', mark: 'highlight', starred: 'star', stars: 'star',
} // prettier-ignore

/** The field a name stands for; null for a name that is none. */
export function fieldNamed(name: string): string | null {
  const field = FIELD_SYNONYMS[name] ?? name
  return (FIELDS as readonly string[]).includes(field) ? field : null
}

/** One word or quote outside any field: a date range, or words. Null where it has no letter or digit. */
export function readPlain(leaf: Leaf): SearchNode | null {
  const range = leaf.quoted || leaf.exact ? null : readDateRange(leaf.text)
  return range ? { kind: 'date', ...range } : readWords(leaf, false)
}

/**
 * One word or quote behind a field. Null where nothing can be meant by it; `note` then hears what to write.
 */
export function readField(field: string, leaf: Leaf, note: (message: string) => void): SearchNode | null {
  const value = leaf.text.trim()
  const known = FACT_FIELDS.find((name) => name === field)
  if (known) return value === '' ? null : { kind: 'fact', field: known, value, whole: leaf.exact }
  if (CASEBOOK_FIELDS.some((name) => name === field)) return readCasebookField(field, value, note)
  switch (field) {
    case 'title':
      return readWords(leaf, true)
    case 'date':
      return readDate(value, note)
    case 'quote': {
      const terms = termsOf(value)
      return terms.length > 0 ? { kind: 'quote', terms, prefix: endsWithStar(value) } : null
    }
    case 'says': {
      const terms = termsOf(value)
      return terms.length > 0 ? { kind: 'says', terms } : null
    }
    case 'figure': {
      const test = readFigureTest(value)
      if (!test) note('A figure is asked for as figure:>10, figure:10..20, figure:>=5% or figure:"7 people".')
      return test
    }
    default:
      return value === '' ? null : { kind: 'like', path: value }
  }
}

function readCasebookField(field: string, typed: string, note: (message: string) => void): SearchNode | null {
  if (field === 'has') {
    const value = HAS_SYNONYMS[fold(typed)] ?? fold(typed)
    if (HAS_VALUES.some((known) => known === value)) return { kind: 'casebook', field, value }
    note(`has: takes ${HAS_VALUES.join(', ')}.`)
    return null
  }
  const value = typed.trim()
  return value === '' ? null : { kind: 'casebook', field: field === 'note' ? 'note' : 'code', value }
}

function readDate(value: string, note: (message: string) => void): SearchNode | null {
  const days = readRecent(value)
  if (days !== null) return { kind: 'recent', days }
  const range = readDateField(value)
  if (range) return { kind: 'date', ...range }
  note('A date is written 2017, 2017-11, 2017-11-09, 2017-11..2018-02, >2017 or "last 30 days".')
  return null
}

const endsWithStar = (typed: string) => /[\p{L}\p{N}\p{M}]\*+$/u.test(typed)
const termsOf = (text: string) => searchWords(text).map((word) => word.term)

/** Words that stand beside each other; a single word may end in * (any ending) or ~ (spelt a little otherwise). */
function readWords({ text, quoted, exact }: Leaf, title: boolean): PhraseNode | null {
  const fuzzy = quoted ? null : /~([0-2])?$/.exec(text)
  const typed = fuzzy ? text.slice(0, fuzzy.index) : text
  const terms = termsOf(typed)
  if (terms.length === 0) return null
  const several = terms.length > 1
  const edits = fuzzy && !several ? (fuzzy[1] === undefined ? usualEdits(terms[0] ?? '') : Number(fuzzy[1])) : 0
  return {
    kind: 'phrase',
    terms,
    prefix: !fuzzy && endsWithStar(typed),
    exact: exact || quoted || several,
    title,
    edits,
  }
}

/** Two wrong letters in a long word, one in a short one. */
const usualEdits = (term: string) => (term.length > 7 ? 2 : 1)
