import { statement } from '../connection'
import type { CasebookReader } from '../handle'

/** Articles (hashes) that notes outside the bin cite; only these notes where `among` is given. */
export function articlesOfNotes(casebook: CasebookReader, among: readonly string[] | null): string[] {
  return statement(
    casebook,
    `SELECT DISTINCT anchor.article_id FROM note
     JOIN citation ON citation.note_id = note.id AND citation.revision = note.revision
     JOIN anchor ON anchor.id = citation.anchor_id
     WHERE note.removed_at IS NULL AND (@among IS NULL OR note.id IN (SELECT value FROM json_each(@among)))`,
  )
    .pluck()
    .all({ among: among ? JSON.stringify(among) : null }) as string[]
}

/** Articles with a marked passage. */
export function highlightedArticles(casebook: CasebookReader): string[] {
  return statement(
    casebook,
    'SELECT DISTINCT article_id FROM highlight JOIN anchor ON anchor.id = anchor_id WHERE removed_at IS NULL',
  )
    .pluck()
    .all() as string[]
}
