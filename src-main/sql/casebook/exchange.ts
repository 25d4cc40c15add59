import { statement } from '../connection'
import type { CasebookReader } from '../handle'
import { ANCHOR_COLUMNS, anchorOf, type AnchorRow } from './anchors'
import type { BriefingRevision } from './briefings'
import type { StoredHighlight } from './highlights'

/** Every highlight, removed ones too. */
export function allHighlights(casebook: CasebookReader): (StoredHighlight & { removedAt: string | null })[] {
  const rows = statement(
    casebook,
    `SELECT highlight.id AS highlight_id, highlight.note_id, highlight.made_at, highlight.removed_at, ${ANCHOR_COLUMNS}
     FROM highlight JOIN anchor ON anchor.id = highlight.anchor_id ORDER BY highlight.id`,
  ).all() as (AnchorRow & {
    highlight_id: string
    note_id: string | null
    made_at: string
    removed_at: string | null
  })[]
  return rows.map((row) => ({
    id: row.highlight_id,
    anchor: anchorOf(row),
    noteId: row.note_id,
    madeAt: row.made_at,
    removedAt: row.removed_at,
  }))
}

/** Every revision of every briefing in order; `removedAt` is the briefing's. */
export function allBriefingRevisions(casebook: CasebookReader): (BriefingRevision & { removedAt: string | null })[] {
  return statement(
    casebook,
    `SELECT r.briefing_id AS id, r.revision, r.title, r.marking, r.author, r.sections, r.sentences, r.citations, r.sha256,
       r.saved_at AS savedAt, briefing.removed_at AS removedAt
     FROM briefing_revision AS r JOIN briefing ON briefing.id = r.briefing_id ORDER BY r.briefing_id, r.revision`,
  ).all() as (BriefingRevision & { removedAt: string | null })[]
}

/** Ids of the notes that were kept as copies of one, with the hash of what they say now. */
export function copiesOf(casebook: CasebookReader, noteId: string): { id: string; sha256: string }[] {
  return statement(
    casebook,
    `SELECT note.id, r.sha256 FROM note JOIN note_revision AS r ON r.note_id = note.id AND r.revision = note.revision
     WHERE note.copy_of = ?`,
  ).all(noteId) as { id: string; sha256: string }[]
}
