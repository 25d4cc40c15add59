import { inTransaction, statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'

/** One entry of the event log of corrections, as domain/decisions/decision.ts has it. */
export interface StoredDecision {
  /** Place in the log, from 1. */
  sequence: number
  id: string
  kind: string
  /** JSON of the whole content. */
  payload: string
  /** ISO 8601. */
  madeAt: string
}

/**
 * The log as the second version of the file has it: any kind of decision, each with an id of its own, so that one can take back another
 * and the journal can say which are known. The first version allowed five kinds only, and a CHECK cannot be changed in place.
 */
export const DECISION_LOG_SCHEMA = `
CREATE TABLE decision_log (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  made_at TEXT NOT NULL
) STRICT;
INSERT INTO decision_log (sequence, id, kind, payload, made_at)
  SELECT sequence, 'decision-' || sequence, kind, payload, made_at FROM decision;
DROP TABLE decision;
ALTER TABLE decision_log RENAME TO decision;
CREATE TRIGGER decision_is_history BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END;`

/**
 * Appends a decision; one whose id is known already changes nothing. `beforeCommit` gets it with its place in the log; what it throws
 * undoes the append.
 */
export function appendDecision(
  casebook: CasebookWriter,
  decision: Omit<StoredDecision, 'sequence'>,
  beforeCommit: (stored: StoredDecision) => void,
): StoredDecision | null {
  return inTransaction(casebook, () => {
    const { changes, lastInsertRowid } = statement(
      casebook,
      'INSERT INTO decision (id, kind, payload, made_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    ).run(decision.id, decision.kind, decision.payload, decision.madeAt)
    if (changes === 0) return null
    const stored = { ...decision, sequence: Number(lastInsertRowid) }
    beforeCommit(stored)
    return stored
  })
}

/** The whole log in order. */
export function decisions(casebook: CasebookReader): StoredDecision[] {
  return statement(
    casebook,
    'SELECT sequence, id, kind, payload, made_at AS madeAt FROM decision ORDER BY sequence',
  ).all() as StoredDecision[]
}

/** How long the log is: it only grows, so this tells whether there is anything new. */
export function countDecisions(casebook: CasebookReader): number {
  return Number(statement(casebook, 'SELECT count(*) FROM decision').pluck().get())
}
