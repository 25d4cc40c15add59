import type { NoteHit, NoteRow } from '../../contract/casebook'
import { noteLinks } from '../../domain/evidence/note-links'
import { noteMatch, readNoteQuery, wantedInNotes } from '../../domain/evidence/note-query'
import { proseText } from '../../domain/evidence/prose'
import { findMatches } from '../../domain/search/matches'
import { snippetOf } from '../../domain/search/snippet'
import { indexText } from '../../domain/search/words'
import { notesMatching, unreadNotes, writeNoteWords, type UnreadNote } from '../../sql/casebook/note-words'
import { noteRevision } from '../../sql/casebook/notes'
import { inTransaction } from '../../sql/connection'
import type { CasebookWriter } from '../../sql/handle'

/** So many notes are looked up in one transaction: each alone would wait for the disk, all at once would hold up a save. */
const AT_ONCE = 500

/** Looks up the words and links of notes that were written since the last time; saving a note never waits for it. */
export function readNoteWords(casebook: CasebookWriter): void {
  const unread = unreadNotes(casebook)
  for (let from = 0; from < unread.length; from += AT_ONCE) {
    inTransaction(casebook, () => {
      for (const note of unread.slice(from, from + AT_ONCE)) lookUp(casebook, note)
    })
  }
}

function lookUp(casebook: CasebookWriter, { id, revision, title, body, tags }: UnreadNote): void {
  const prose: unknown = JSON.parse(body)
  const words = {
    title: indexText(title).text,
    body: indexText(proseText(prose)).text,
    tags: indexText((JSON.parse(tags) as string[]).join(' ')).text,
  }
  writeNoteWords(casebook, { id, revision, ...words }, noteLinks(prose))
}

/**
 * The notes a typed search finds among `rows` (all that are not in the bin), best first, the first `limit` of them with the words around
 * the best match. Any string gives an answer; an empty one gives every note.
 */
export function searchNotes(
  casebook: CasebookWriter,
  typed: string,
  rows: readonly NoteRow[],
  limit: number,
): { total: number; hits: NoteHit[] } {
  readNoteWords(casebook)
  const query = readNoteQuery(typed)
  const match = noteMatch(query)
  const wanted = wantedInNotes(query)
  const tags = query.tags.map((tag) => tag.toLowerCase())
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found = (match === null ? [...byId.keys()] : notesMatching(casebook, match)).flatMap((id) => {
    const row = byId.get(id)
    return row && tags.every((tag) => row.tags.some((own) => own.toLowerCase().startsWith(tag))) ? [row] : []
  })
  const hits = found.slice(0, limit).map((row) => {
    const titleMarks = findMatches(row.title, wanted)
    const revision = match === null ? null : noteRevision(casebook, row.id, row.revision)
    if (!revision) return { ...row, snippet: row.preview, marks: [], titleMarks }
    const text = proseText(JSON.parse(revision.body))
    const snippet = snippetOf(text, findMatches(text, wanted))
    return { ...row, snippet: snippet.text, marks: snippet.marks, titleMarks }
  })
  return { total: found.length, hits }
}
