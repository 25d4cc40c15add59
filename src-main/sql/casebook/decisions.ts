import { statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'

export type DecisionKind = 'merge' | 'split' | 'rename' | 'retype' | 'reject'

/** One entry of the entity event log; `payload` is JSON. */
export interface Decision {
  sequence: number
  kind: DecisionKind
  payload: string
  madeAt: string
}

/** Appends a decision and returns its place in the log. */
export function appendDecision(casebook: CasebookWriter, decision: Omit<Decision, 'sequence'>): number {
  const { lastInsertRowid } = statement(casebook, 'INSERT INTO decision (kind, payload, made_at) VALUES (?, ?, ?)').run(
    decision.kind,
    decision.payload,
    decision.madeAt,
  )
  return Number(lastInsertRowid)
}

/** The whole log in order. */
export function decisions(casebook: CasebookReader): Decision[] {
  return statement(
    casebook,
    'SELECT sequence, kind, payload, made_at AS madeAt FROM decision ORDER BY sequence',
  ).all() as Decision[]
}
