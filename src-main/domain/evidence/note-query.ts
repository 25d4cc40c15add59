import type { Wanted } from '../search/matches'
import { searchWords } from '../search/words'

/** What was typed into the search of notes: every term is a run of letters and digits, so none can carry syntax. */
export interface NoteQuery {
  /** Words and phrases that must stand in title, text or tags; the last term of each may be the beginning of a word. */
  wanted: { terms: string[]; exact: boolean }[]
  unwanted: { terms: string[]; exact: boolean }[]
  /** Tags that must be set, as typed. */
  tags: string[]
}

const MOST_PARTS = 50

/**
 * Reads a typed search: words (their beginnings count), "several words", =exact, -without, #tag. Every string gives some query; an
 * empty one wants nothing and finds every note.
 */
export function readNoteQuery(typed: string): NoteQuery {
  const query: NoteQuery = { wanted: [], unwanted: [], tags: [] }
  const parts = typed.slice(0, 4000).matchAll(/(-?)(=?)(?:["“”„«]([^"“”„«»]*)["“”»]?|([^\s"“”„«»]+))/gu)
  for (const [, minus, equals, quoted, word] of [...parts].slice(0, MOST_PARTS)) {
    if (word?.startsWith('#') && word.length > 1 && minus === '') {
      query.tags.push(word.slice(1))
      continue
    }
    const terms = searchWords(quoted ?? word ?? '').map(({ term }) => term)
    if (terms.length === 0) continue
    const part = { terms, exact: equals !== '' || quoted !== undefined }
    ;(minus === '' ? query.wanted : query.unwanted).push(part)
  }
  return query
}

/** What to mark in the notes found. */
export function wantedInNotes({ wanted }: NoteQuery): Wanted {
  const single = wanted.filter(({ terms }) => terms.length === 1)
  return {
    words: new Set(single.filter(({ exact }) => exact).flatMap(({ terms }) => terms)),
    beginnings: single.filter(({ exact }) => !exact).flatMap(({ terms }) => terms),
    phrases: wanted
      .filter(({ terms }) => terms.length > 1)
      .map(({ terms, exact }) => ({ forms: [terms], prefix: !exact })),
    near: [],
  }
}

/** The full-text expression of a query; null when it wants no words. */
export function noteMatch({ wanted, unwanted }: NoteQuery): string | null {
  if (wanted.length === 0) return null
  const text = ({ terms, exact }: NoteQuery['wanted'][number]): string =>
    terms.map((term) => `"${term}"`).join(' + ') + (exact ? '' : ' *')
  return [wanted.map(text).join(' AND '), ...unwanted.map(text)].map((part) => `(${part})`).join(' NOT ')
}
