import type { ArticleRow } from '../../contract/article'
import { articleMarks } from '../../sql/casebook/article-marks'
import { citedPlaces } from '../../sql/casebook/notes'
import type { ArticleFacts } from '../../sql/index/records'
import type { Session } from '../session'

/** Adds what the analyst did with the articles to what the index knows of them. */
export function withCasebook(session: Session, rows: readonly ArticleFacts[]): ArticleRow[] {
  const { casebook } = session.store()
  const marks = articleMarks(
    casebook,
    rows.map((row) => row.id),
  )
  const notes = new Map<string, Set<string>>()
  for (const { articleId, noteId } of citedPlaces(casebook)) {
    const ids = notes.get(articleId)
    if (ids) ids.add(noteId)
    else notes.set(articleId, new Set([noteId]))
  }
  return rows.map((row) => ({
    ...row,
    read: marks.get(row.id)?.read ?? false,
    starred: marks.get(row.id)?.starred ?? false,
    notes: notes.get(row.id)?.size ?? 0,
  }))
}
