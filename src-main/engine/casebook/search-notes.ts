import type { NoteHit, NoteRow } from '../../contract/casebook'
import { noteLinks } from '../../domain/evidence/note-links'
import { noteMatch, readNoteQuery, wantedInNotes } from '../../domain/evidence/note-query'
import { proseText } from '../../domain/evidence/prose'
import { findMatches } from '../../domain/search/matches'
import { snippetOf } from '../../domain/search/snippet'
import { indexText } from '../../domain/search/words'
import { notesMatching, unreadNotes, writeNoteWords } from '../../sql/casebook/note-words'
import { noteRevision } from '../../sql/casebook/notes'
import type { CasebookWriter } from '../../sql/handle'

/** Looks up the words and links of notes that were written since the last time; saving a note never waits for it. */
export function readNoteWords(casebook: CasebookWriter): void {
  for (const { id, revision, title, body, tags } of unreadNotes(casebook)) {
    const prose: unknown = JSON.parse(body)
    const words = {
      title: indexText(title).text,
      body: indexText(proseText(prose)).text,
      tags: indexText((JSON.parse(tags) as string[]).join(' ')).text,
    }
    writeNoteWords(casebook, { id, revision, ...words }, noteLinks(prose))
  }
}

/**
 * The notes a typed search finds among `rows` (all that are not in the bin), best first, with the words around the best match.
 * Any string gives an answer; an empty one gives every note.
 */
export function searchNotes(casebook: CasebookWriter, typed: string, rows: readonly NoteRow[]): NoteHit[] {
  readNoteWords(casebook)
  const query = readNoteQuery(typed)
  const match = noteMatch(query)
  const wanted = wantedInNotes(query)
  const tags = query.tags.map((tag) => tag.toLowerCase())
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found = match === null ? [...byId.keys()] : notesMatching(casebook, match)
  return found.flatMap((id) => {
    const row = byId.get(id)
    if (!row || !tags.every((tag) => row.tags.some((own) => own.toLowerCase().startsWith(tag)))) return []
    const revision = match === null ? null : noteRevision(casebook, id, row.revision)
    const text = revision ? proseText(JSON.parse(revision.body)) : ''
    const snippet = snippetOf(text, findMatches(text, wanted))
    const { text: words, marks } = revision ? snippet : { text: row.preview, marks: [] }
    return [{ ...row, snippet: words, marks, titleMarks: findMatches(row.title, wanted) }]
  })
}
