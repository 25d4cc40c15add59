import type { Anchor } from '../../domain/evidence/anchor'
import { inTransaction, statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'
import { ANCHOR_COLUMNS, anchorOf, keepAnchor, type AnchorRow } from './anchors'

export interface StoredHighlight {
  id: string
  anchor: Anchor
  noteId: string | null
  madeAt: string
}

type HighlightRow = AnchorRow & { highlight_id: string; note_id: string | null; made_at: string }

/** Highlights taken from these bytes, and those taken from earlier bytes of the files at these paths; in text order. */
export function highlightsOf(casebook: CasebookReader, articleId: string, paths: readonly string[]): StoredHighlight[] {
  const rows = statement(
    casebook,
    `SELECT highlight.id AS highlight_id, highlight.note_id, highlight.made_at, ${ANCHOR_COLUMNS}
     FROM highlight JOIN anchor ON anchor.id = highlight.anchor_id
     WHERE highlight.removed_at IS NULL
       AND anchor.id IN (SELECT id FROM anchor WHERE article_id = ?
                         UNION SELECT id FROM anchor WHERE path IN (SELECT value FROM json_each(?)))
     ORDER BY anchor.start, anchor."end", highlight.id`,
  ).all(articleId, JSON.stringify(paths)) as HighlightRow[]
  return rows.map((row) => ({
    id: row.highlight_id,
    anchor: anchorOf(row),
    noteId: row.note_id,
    madeAt: row.made_at,
  }))
}

export function writeHighlight(casebook: CasebookWriter, highlight: StoredHighlight, beforeCommit: () => void): void {
  inTransaction(casebook, () => {
    statement(
      casebook,
      'INSERT INTO highlight (id, anchor_id, note_id, made_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    ).run(highlight.id, keepAnchor(casebook, highlight.anchor), highlight.noteId, highlight.madeAt)
    beforeCommit()
  })
}

/** Puts a highlight into the bin; false when there is none. */
export function removeHighlight(
  casebook: CasebookWriter,
  id: string,
  removedAt: string,
  beforeCommit: () => void,
): boolean {
  return inTransaction(casebook, () => {
    const { changes } = statement(
      casebook,
      'UPDATE highlight SET removed_at = ? WHERE id = ? AND removed_at IS NULL',
    ).run(removedAt, id)
    if (changes > 0) beforeCommit()
    return changes > 0
  })
}

/** Takes a highlight out of the bin; false when it is not there. */
export function restoreHighlight(casebook: CasebookWriter, id: string, beforeCommit: () => void): boolean {
  return inTransaction(casebook, () => {
    const { changes } = statement(
      casebook,
      'UPDATE highlight SET removed_at = NULL WHERE id = ? AND removed_at IS NOT NULL',
    ).run(id)
    if (changes > 0) beforeCommit()
    return changes > 0
  })
}
