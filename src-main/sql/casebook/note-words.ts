import { inTransaction, statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'

/** Tags are part of what a note says and so of each revision. Words and links are derived from the newest one, and made anew when it is another. */
export const NOTE_WORDS_SCHEMA = `
ALTER TABLE note_revision ADD COLUMN tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags));

-- Which revision the words and links below were taken from.
CREATE TABLE note_text (
  id INTEGER PRIMARY KEY,
  note_id TEXT NOT NULL UNIQUE REFERENCES note (id),
  revision INTEGER NOT NULL
) STRICT;

-- Words as domain/search cuts and folds them; rowid is note_text.id.
CREATE VIRTUAL TABLE note_words USING fts5 (
  title, body, tags, content = '', contentless_delete = 1, tokenize = 'ascii'
);

CREATE TABLE note_link (
  note_id TEXT NOT NULL REFERENCES note (id),
  kind TEXT NOT NULL CHECK (kind IN ('note', 'entity', 'article')),
  target TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (note_id, kind, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_link_target ON note_link (kind, target);
`

/** The newest revision of a note whose words are not looked up yet. */
export interface UnreadNote {
  id: string
  revision: number
  title: string
  /** ProseMirror JSON. */
  body: string
  tags: string
}

/** Notes whose words and links are those of an older revision, or of none. */
export function unreadNotes(casebook: CasebookReader): UnreadNote[] {
  return statement(
    casebook,
    `SELECT note.id, note.revision, r.title, r.body, r.tags FROM note
     JOIN note_revision AS r ON r.note_id = note.id AND r.revision = note.revision
     LEFT JOIN note_text ON note_text.note_id = note.id
     WHERE note_text.revision IS NOT note.revision`,
  ).all() as UnreadNote[]
}

/** Puts the words (as `indexText` writes them) and links of a note's newest revision in the place of the older ones. */
export function writeNoteWords(
  casebook: CasebookWriter,
  note: { id: string; revision: number; title: string; body: string; tags: string },
  links: readonly { kind: string; target: string; label: string }[],
): void {
  inTransaction(casebook, () => {
    statement(
      casebook,
      `INSERT INTO note_text (note_id, revision) VALUES (?, ?)
       ON CONFLICT (note_id) DO UPDATE SET revision = excluded.revision`,
    ).run(note.id, note.revision)
    const row = statement(casebook, 'SELECT id FROM note_text WHERE note_id = ?').pluck().get(note.id) as number
    statement(casebook, 'DELETE FROM note_words WHERE rowid = ?').run(row)
    statement(casebook, 'INSERT INTO note_words (rowid, title, body, tags) VALUES (?, ?, ?, ?)').run(
      row,
      note.title,
      note.body,
      note.tags,
    )
    statement(casebook, 'DELETE FROM note_link WHERE note_id = ?').run(note.id)
    const link = statement(
      casebook,
      'INSERT OR IGNORE INTO note_link (note_id, kind, target, label) VALUES (?, ?, ?, ?)',
    )
    for (const { kind, target, label } of links) link.run(note.id, kind, target, label)
  })
}

/** Ids of the notes (not in the bin) that a full-text expression finds, best first; a word in the title counts four times. */
export function notesMatching(casebook: CasebookReader, match: string): string[] {
  return statement(
    casebook,
    `SELECT note_text.note_id FROM note_words JOIN note_text ON note_text.id = note_words.rowid
     JOIN note ON note.id = note_text.note_id
     WHERE note_words MATCH ? AND note.removed_at IS NULL
     ORDER BY bm25(note_words, 4.0, 1.0, 2.0), note.saved_at DESC, note.id`,
  )
    .pluck()
    .all(match) as string[]
}

/** Ids of the notes (not in the bin) that link to a target. */
export function notesLinkingTo(casebook: CasebookReader, kind: string, target: string): string[] {
  return statement(
    casebook,
    `SELECT note_link.note_id FROM note_link JOIN note ON note.id = note_link.note_id
     WHERE note_link.kind = ? AND note_link.target = ? AND note.removed_at IS NULL ORDER BY note_link.note_id`,
  )
    .pluck()
    .all(kind, target) as string[]
}
