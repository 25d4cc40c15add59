import { statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'

/** What the analyst remembers about articles; by content, so that it survives moves and a rebuilt index. */
export const ARTICLE_MARK_SCHEMA = `
-- Read and starred articles.
CREATE TABLE article_mark (
  -- sha256 of the article's bytes, hex
  article_id TEXT PRIMARY KEY,
  read INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
  starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX article_mark_starred ON article_mark (article_id) WHERE starred = 1;
`

export interface ArticleMark {
  read: boolean
  starred: boolean
}

/** The marks of the given articles; those never marked are left out. */
export function articleMarks(casebook: CasebookReader, ids: readonly string[]): Map<string, ArticleMark> {
  const select = statement(casebook, 'SELECT read, starred FROM article_mark WHERE article_id = ?')
  const marks = new Map<string, ArticleMark>()
  for (const id of ids) {
    const row = select.get(id) as { read: number; starred: number } | undefined
    if (row) marks.set(id, { read: row.read === 1, starred: row.starred === 1 })
  }
  return marks
}

/** All articles with a mark. */
export function markedArticles(casebook: CasebookReader, mark: 'read' | 'starred'): string[] {
  const sql =
    mark === 'read'
      ? 'SELECT article_id FROM article_mark WHERE read = 1'
      : 'SELECT article_id FROM article_mark WHERE starred = 1'
  return statement(casebook, sql).pluck().all() as string[]
}

/** Sets marks of an article; what is not given stays. */
export function markArticle(casebook: CasebookWriter, id: string, { read, starred }: Partial<ArticleMark>): void {
  statement(
    casebook,
    `INSERT INTO article_mark (article_id, read, starred) VALUES (@id, coalesce(@read, 0), coalesce(@starred, 0))
     ON CONFLICT (article_id) DO UPDATE SET read = coalesce(@read, read), starred = coalesce(@starred, starred)`,
  ).run({ id, read: asInteger(read), starred: asInteger(starred) })
}

const asInteger = (flag: boolean | undefined): number | null => (flag === undefined ? null : flag ? 1 : 0)
