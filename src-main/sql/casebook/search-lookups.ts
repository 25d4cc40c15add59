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

/** Articles with a passage under one of these codes or any code below them; null where no code is called so. */
export function codedArticles(casebook: CasebookReader, isNamed: (name: string) => boolean): string[] | null {
  const codes = statement(casebook, 'SELECT id, name FROM code WHERE removed = 0').all() as {
    id: string
    name: string
  }[]
  const named = codes.filter(({ name }) => isNamed(name)).map(({ id }) => id)
  if (named.length === 0) return null
  return statement(
    casebook,
    `WITH RECURSIVE wanted (id) AS (
       SELECT value FROM json_each(?) UNION SELECT code.id FROM code JOIN wanted ON code.parent_id = wanted.id WHERE removed = 0)
     SELECT DISTINCT article_id FROM coding JOIN anchor ON anchor.id = anchor_id
     WHERE removed = 0 AND code_id IN (SELECT id FROM wanted)`,
  )
    .pluck()
    .all(JSON.stringify(named)) as string[]
}
