import type { Judgement } from '../../domain/compare/conflicts/judgement'
import { inTransaction, statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'

/** What the analyst made of conflicts, as a log: a later entry holds over an earlier one, and none is ever changed. */
export const CONFLICT_JUDGEMENT_SCHEMA = `
CREATE TABLE conflict_judgement (
  sequence INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  -- the passages of each side when it was judged: JSON
  sides TEXT NOT NULL CHECK (json_valid(sides)),
  verdict TEXT NOT NULL CHECK (verdict IN ('conflict', 'none', 'resolved', 'open')),
  note TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER conflict_judgement_is_history BEFORE UPDATE ON conflict_judgement
BEGIN SELECT RAISE(ABORT, 'conflict_judgement is append-only'); END;

CREATE TRIGGER conflict_judgement_is_kept BEFORE DELETE ON conflict_judgement
BEGIN SELECT RAISE(ABORT, 'conflict_judgement is append-only'); END;
`

/** A judgement with its place in the log, from 1. */
export type StoredJudgement = Judgement & { sequence: number }

/**
 * Appends a judgement; `beforeCommit` gets it with its place in the log. One that is there already (from a journal read again) stays.
 */
export function writeJudgement(
  casebook: CasebookWriter,
  judgement: Judgement & { sequence?: number },
  beforeCommit: (stored: StoredJudgement) => void,
): void {
  const { sequence, kind, sides, verdict, note, madeAt } = judgement
  inTransaction(casebook, () => {
    const { lastInsertRowid, changes } = statement(
      casebook,
      `INSERT INTO conflict_judgement (sequence, kind, sides, verdict, note, made_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (sequence) DO NOTHING`,
    ).run(sequence ?? null, kind, JSON.stringify(sides), verdict, note, madeAt)
    if (changes > 0) beforeCommit({ ...judgement, sequence: Number(lastInsertRowid) })
  })
}

/** The whole log in order. */
export function judgements(casebook: CasebookReader): StoredJudgement[] {
  const rows = statement(
    casebook,
    'SELECT sequence, kind, sides, verdict, note, made_at AS madeAt FROM conflict_judgement ORDER BY sequence',
  ).all() as (Omit<StoredJudgement, 'sides'> & { sides: string })[]
  return rows.map((row) => ({ ...row, sides: JSON.parse(row.sides) as StoredJudgement['sides'] }))
}
