import type { Code, CodebookChange, Coding } from '../../domain/casebook/codebook'
import { inTransaction, statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'
import { ANCHOR_COLUMNS, anchorOf, keepAnchor, type AnchorRow } from './anchors'
import { appendOnly } from './append-only'

/** Codes, what stands under them, and the log of all changes, from which both can be made again. */
export const CODEBOOK_SCHEMA = `
CREATE TABLE code (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES code (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  colour TEXT NOT NULL,
  definition TEXT NOT NULL,
  memo TEXT NOT NULL,
  position INTEGER NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;

-- A passage under a code.
CREATE TABLE coding (
  id TEXT PRIMARY KEY,
  code_id TEXT NOT NULL REFERENCES code (id) DEFERRABLE INITIALLY DEFERRED,
  anchor_id INTEGER NOT NULL REFERENCES anchor (id),
  memo TEXT NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX coding_code ON coding (code_id);
CREATE INDEX coding_anchor ON coding (anchor_id);

-- Every change of the codebook: codes and codings as they were from then on.
CREATE TABLE codebook_change (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  made_at TEXT NOT NULL
) STRICT;
${appendOnly('codebook_change')}
`

/** A change with its place in the log; times are ISO 8601. */
export interface StoredChange {
  id: string
  label: string
  changes: CodebookChange[]
  madeAt: string
}

type CodeRow = Omit<Code, 'removed'> & { removed: number }
type CodingRow = AnchorRow & { coding_id: string; code_id: string; memo: string; removed: number }

const CODE = 'SELECT id, parent_id AS parentId, name, colour, definition, memo, position, removed FROM code'
const CODING = `SELECT coding.id AS coding_id, coding.code_id, coding.memo, coding.removed, ${ANCHOR_COLUMNS}
  FROM coding JOIN anchor ON anchor.id = coding.anchor_id`

const codeOf = (row: CodeRow): Code => ({ ...row, removed: row.removed === 1 })
const codingOf = (row: CodingRow): Coding => ({
  id: row.coding_id,
  codeId: row.code_id,
  anchor: anchorOf(row),
  memo: row.memo,
  removed: row.removed === 1,
})

/** All codes, removed ones too. */
export function allCodes(casebook: CasebookReader): Code[] {
  return (statement(casebook, `${CODE} ORDER BY id`).all() as CodeRow[]).map(codeOf)
}

/** All codings, removed ones too. */
export function allCodings(casebook: CasebookReader): Coding[] {
  return (statement(casebook, `${CODING} ORDER BY coding.id`).all() as CodingRow[]).map(codingOf)
}

/** Codings of passages from these bytes, or from earlier bytes of the files at these paths; in text order. */
export function codingsOf(casebook: CasebookReader, articleId: string, paths: readonly string[]): Coding[] {
  const rows = statement(
    casebook,
    `${CODING} WHERE coding.removed = 0
       AND anchor.id IN (SELECT id FROM anchor WHERE article_id = ?
                         UNION SELECT id FROM anchor WHERE path IN (SELECT value FROM json_each(?)))
     ORDER BY anchor.start, anchor."end", coding.id`,
  ).all(articleId, JSON.stringify(paths)) as CodingRow[]
  return rows.map(codingOf)
}

/** A code or coding as it is now, null when it was never there. */
export function entryNow(casebook: CasebookReader, change: CodebookChange): CodebookChange | null {
  if (change.kind === 'code') {
    const row = statement(casebook, `${CODE} WHERE id = ?`).get(change.code.id) as CodeRow | undefined
    return row ? { kind: 'code', code: codeOf(row) } : null
  }
  const row = statement(casebook, `${CODING} WHERE coding.id = ?`).get(change.coding.id) as CodingRow | undefined
  return row ? { kind: 'coding', coding: codingOf(row) } : null
}

/**
 * Makes codes and codings as a change has them, and appends it to the log; one whose id is known changes nothing. What `beforeCommit`
 * throws takes all of it back.
 */
export function writeChange(casebook: CasebookWriter, change: StoredChange, beforeCommit: () => void): void {
  inTransaction(casebook, () => {
    const { changes: added } = statement(
      casebook,
      'INSERT INTO codebook_change (id, label, changes, made_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    ).run(change.id, change.label, JSON.stringify(change.changes), change.madeAt)
    if (added === 0) return
    for (const entry of change.changes) {
      if (entry.kind === 'code') putCode(casebook, entry.code)
      else putCoding(casebook, entry.coding)
    }
    beforeCommit()
  })
}

function putCode(casebook: CasebookWriter, code: Code): void {
  statement(
    casebook,
    `INSERT INTO code (id, parent_id, name, colour, definition, memo, position, removed)
     VALUES (@id, @parentId, @name, @colour, @definition, @memo, @position, @removed)
     ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name, colour = excluded.colour,
       definition = excluded.definition, memo = excluded.memo, position = excluded.position, removed = excluded.removed`,
  ).run({ ...code, removed: code.removed ? 1 : 0 })
}

function putCoding(casebook: CasebookWriter, { id, codeId, anchor, memo, removed }: Coding): void {
  statement(
    casebook,
    `INSERT INTO coding (id, code_id, anchor_id, memo, removed) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET code_id = excluded.code_id, anchor_id = excluded.anchor_id, memo = excluded.memo,
       removed = excluded.removed`,
  ).run(id, codeId, keepAnchor(casebook, anchor), memo, removed ? 1 : 0)
}

/** The whole log in order. */
export function codebookChanges(casebook: CasebookReader): StoredChange[] {
  const rows = statement(
    casebook,
    'SELECT id, label, changes, made_at AS madeAt FROM codebook_change ORDER BY sequence',
  ).all() as (Omit<StoredChange, 'changes'> & { changes: string })[]
  return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as CodebookChange[] }))
}
