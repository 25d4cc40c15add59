import { inTransaction, statement } from '../connection'
import type { IndexReader, IndexWriter } from '../handle'

/** A decision that holds, as the index keeps it. */
export interface DecisionCopy {
  sequence: number
  id: string
  madeAt: string
  /** JSON. */
  content: string
}

/** The decisions that hold, in the order of the log. */
export function copiedDecisions(handle: IndexReader): DecisionCopy[] {
  return statement(
    handle,
    'SELECT sequence, id, made_at AS madeAt, content FROM decision ORDER BY sequence',
  ).all() as DecisionCopy[]
}

/** Puts these decisions in place of those that are there. */
export function replaceDecisions(handle: IndexWriter, decisions: readonly DecisionCopy[]): void {
  inTransaction(handle, () => {
    statement(handle, 'DELETE FROM decision').run()
    const put = statement(handle, 'INSERT INTO decision (sequence, id, made_at, content) VALUES (?, ?, ?, ?)')
    for (const { sequence, id, madeAt, content } of decisions) put.run(sequence, id, madeAt, content)
  })
}
