import { noteMatch, readNoteQuery } from '../../domain/evidence/note-query'
import type { CasebookField } from '../../domain/search/query'
import { fold } from '../../domain/text/normalise'
import { markedArticles } from '../../sql/casebook/article-marks'
import { notesMatching } from '../../sql/casebook/note-words'
import { articlesOfNotes, codedArticles, highlightedArticles } from '../../sql/casebook/search-lookups'
import type { CasebookReader } from '../../sql/handle'
import type { CasebookLookup } from './resolve-search'

/** Answers has:, note: and code: from an open casebook, whose notes' words are up to date. */
export function casebookLookup(casebook: CasebookReader): CasebookLookup {
  return (field: CasebookField, value: string) => {
    if (field === 'note') {
      const match = noteMatch(readNoteQuery(value))
      return match === null ? [] : articlesOfNotes(casebook, notesMatching(casebook, match))
    }
    if (field === 'code') {
      const wanted = fold(value)
      const found = codedArticles(casebook, (name) => fold(name) === wanted)
      return found ?? { fault: `There is no code called “${value}”.` }
    }
    if (value === 'note') return articlesOfNotes(casebook, null)
    return value === 'star' ? markedArticles(casebook, 'starred') : highlightedArticles(casebook)
  }
}
