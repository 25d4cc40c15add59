import type { Anchor } from '../../domain/evidence/anchor'
import { inTransaction, statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'
import { ANCHOR_COLUMNS, anchorOf, keepAnchor, type AnchorRow } from './anchors'

export interface StoredCitation {
  id: string
  anchor: Anchor
}

/** One revision of a note, complete. `body` is ProseMirror JSON as text. */
export interface NoteRevision {
  id: string
  revision: number
  title: string
  body: string
  preview: string
  sha256: string
  savedAt: string
  citations: StoredCitation[]
  tags: string[]
}

/** A note as it is now. Times are ISO 8601. */
export interface NoteHead {
  id: string
  revision: number
  pinned: boolean
  madeAt: string
  savedAt: string
  removedAt: string | null
  copyOf: string | null
  title: string
  preview: string
  tags: string[]
}

interface HeadRow {
  id: string
  revision: number
  pinned: number
  made_at: string
  saved_at: string
  removed_at: string | null
  copy_of: string | null
  title: string
  preview: string
  tags: string
}

const HEAD = `SELECT note.id, note.revision, note.pinned, note.made_at, note.saved_at, note.removed_at, note.copy_of,
  note_revision.title, note_revision.preview, note_revision.tags
  FROM note JOIN note_revision ON note_revision.note_id = note.id AND note_revision.revision = note.revision`

const headOf = (row: HeadRow): NoteHead => ({
  id: row.id,
  revision: row.revision,
  pinned: row.pinned === 1,
  madeAt: row.made_at,
  savedAt: row.saved_at,
  removedAt: row.removed_at,
  copyOf: row.copy_of,
  title: row.title,
  preview: row.preview,
  tags: JSON.parse(row.tags) as string[],
})

export function noteHead(casebook: CasebookReader, id: string): NoteHead | null {
  const row = statement(casebook, `${HEAD} WHERE note.id = ?`).get(id) as HeadRow | undefined
  return row ? headOf(row) : null
}

/** All notes, or those in the bin: pinned first, then the last saved first. */
export function noteHeads(casebook: CasebookReader, which: 'kept' | 'removed'): NoteHead[] {
  const condition = which === 'kept' ? 'removed_at IS NULL' : 'removed_at IS NOT NULL'
  const order = which === 'kept' ? 'note.pinned DESC, note.saved_at DESC' : 'note.removed_at DESC'
  return (statement(casebook, `${HEAD} WHERE ${condition} ORDER BY ${order}, note.id`).all() as HeadRow[]).map(headOf)
}

/**
 * Appends a revision and makes it the note's newest, in one transaction; the first revision makes the note. `beforeCommit` runs
 * when everything is written but not yet committed: what it throws takes the revision back.
 */
export function writeRevision(
  casebook: CasebookWriter,
  note: NoteRevision & { pinned: boolean; madeAt: string; copyOf: string | null; removedAt: string | null },
  beforeCommit: () => void,
): void {
  inTransaction(casebook, () => {
    statement(
      casebook,
      `INSERT INTO note (id, revision, pinned, made_at, saved_at, removed_at, copy_of) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, pinned = excluded.pinned, saved_at = excluded.saved_at,
       removed_at = excluded.removed_at`,
    ).run(note.id, note.revision, note.pinned ? 1 : 0, note.madeAt, note.savedAt, note.removedAt, note.copyOf)
    statement(
      casebook,
      `INSERT INTO note_revision (note_id, revision, title, body, preview, sha256, saved_at, tags)
       VALUES (@id, @revision, @title, @body, @preview, @sha256, @savedAt, @tags)`,
    ).run({ ...revisionColumns(note), tags: JSON.stringify(note.tags) })
    const cite = statement(
      casebook,
      'INSERT INTO citation (note_id, revision, position, id, anchor_id) VALUES (?, ?, ?, ?, ?)',
    )
    note.citations.forEach(({ id, anchor }, position) => {
      cite.run(note.id, note.revision, position, id, keepAnchor(casebook, anchor))
    })
    beforeCommit()
  })
}

interface RevisionRow extends Pick<NoteRevision, 'title' | 'body' | 'preview' | 'sha256' | 'savedAt'> {
  tags: string
}

const revisionColumns = ({ id, revision, title, body, preview, sha256, savedAt }: NoteRevision) => ({
  id,
  revision,
  title,
  body,
  preview,
  sha256,
  savedAt,
})

/** One revision with its citations in order; null when there is none. */
export function noteRevision(casebook: CasebookReader, id: string, revision: number): NoteRevision | null {
  const row = statement(
    casebook,
    `SELECT title, body, preview, sha256, saved_at AS savedAt, tags FROM note_revision
     WHERE note_id = ? AND revision = ?`,
  ).get(id, revision) as RevisionRow | undefined
  if (!row) return null
  const tags = JSON.parse(row.tags) as string[]
  return { id, revision, ...row, tags, citations: citationsOf(casebook, id, revision) }
}

function citationsOf(casebook: CasebookReader, id: string, revision: number): StoredCitation[] {
  const rows = statement(
    casebook,
    `SELECT citation.id AS citation_id, ${ANCHOR_COLUMNS} FROM citation JOIN anchor ON anchor.id = citation.anchor_id
     WHERE citation.note_id = ? AND citation.revision = ? ORDER BY citation.position`,
  ).all(id, revision) as (AnchorRow & { citation_id: string })[]
  return rows.map((row) => ({ id: row.citation_id, anchor: anchorOf(row) }))
}

/** What the newest revisions cite: which note, which anchor, from which bytes and file. */
export interface CitedPlace {
  noteId: string
  anchorId: number
  articleId: string
  path: string
}

export function citedPlaces(casebook: CasebookReader): CitedPlace[] {
  return statement(
    casebook,
    `SELECT note.id AS noteId, anchor.id AS anchorId, anchor.article_id AS articleId, anchor.path AS path
     FROM note JOIN citation ON citation.note_id = note.id AND citation.revision = note.revision
     JOIN anchor ON anchor.id = citation.anchor_id`,
  ).all() as CitedPlace[]
}

/** Every revision, newest first, without its body. */
export function revisionsOf(
  casebook: CasebookReader,
  id: string,
): Omit<NoteRevision, 'body' | 'citations' | 'sha256' | 'tags'>[] {
  return statement(
    casebook,
    `SELECT note_id AS id, revision, title, preview, saved_at AS savedAt FROM note_revision
     WHERE note_id = ? ORDER BY revision DESC`,
  ).all(id) as Omit<NoteRevision, 'body' | 'citations' | 'sha256' | 'tags'>[]
}

/** Puts a note into the bin, or (null) takes it out again. */
export function setRemoved(
  casebook: CasebookWriter,
  id: string,
  removedAt: string | null,
  beforeCommit: () => void,
): void {
  inTransaction(casebook, () => {
    statement(casebook, 'UPDATE note SET removed_at = ? WHERE id = ?').run(removedAt, id)
    beforeCommit()
  })
}

/** Marks a revision as one that no later clean-up may drop. */
export function keepRevision(
  casebook: CasebookWriter,
  id: string,
  revision: number,
  reason: 'emptied' | 'replaced-by-restore',
): void {
  statement(casebook, 'INSERT OR IGNORE INTO kept_revision (note_id, revision, reason) VALUES (?, ?, ?)').run(
    id,
    revision,
    reason,
  )
}
