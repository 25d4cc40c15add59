import type { Anchor } from '../../domain/evidence/anchor'
import { statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'

export interface AnchorRow {
  id: number
  article_id: string
  path: string
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
}

/** The columns of an anchor, for queries that join it as `anchor`. */
export const ANCHOR_COLUMNS =
  'anchor.id, anchor.article_id, anchor.path, anchor.start, anchor."end", anchor.exact, anchor.prefix, anchor.suffix'

export function anchorOf(row: AnchorRow): Anchor {
  const { article_id: articleId, path, start, end, exact, prefix, suffix } = row
  return { articleId, path, start, end, exact, prefix, suffix }
}

const isSame = (a: Anchor, b: Anchor): boolean =>
  a.path === b.path && a.exact === b.exact && a.prefix === b.prefix && a.suffix === b.suffix

/** The row of an anchor; one passage cited many times is stored once. */
export function keepAnchor(casebook: CasebookWriter, anchor: Anchor): number {
  const known = statement(
    casebook,
    `SELECT ${ANCHOR_COLUMNS} FROM anchor WHERE article_id = ? AND start = ? AND "end" = ?`,
  ).all(anchor.articleId, anchor.start, anchor.end) as AnchorRow[]
  const same = known.find((row) => isSame(anchorOf(row), anchor))
  if (same) return same.id
  const { lastInsertRowid } = statement(
    casebook,
    'INSERT INTO anchor (article_id, path, start, "end", exact, prefix, suffix) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(anchor.articleId, anchor.path, anchor.start, anchor.end, anchor.exact, anchor.prefix, anchor.suffix)
  return Number(lastInsertRowid)
}

export function anchorById(casebook: CasebookReader, id: number): Anchor | null {
  const row = statement(casebook, `SELECT ${ANCHOR_COLUMNS} FROM anchor WHERE id = ?`).get(id) as AnchorRow | undefined
  return row ? anchorOf(row) : null
}
