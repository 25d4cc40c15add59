import { DecisionContentSchema } from '../../contract/decisions'
import { DatelineError } from '../../contract/errors'
import type { Decision, DecisionContent } from '../../domain/decisions/decision'
import { appendDecision, decisions } from '../../sql/casebook/decisions'
import type { CasebookReader } from '../../sql/handle'
import type { CasebookStore } from '../casebook/open-casebook-store'

/**
 * The casebook's log of corrections in order. An entry that cannot be read (the casebook of another program, a damaged row) is left
 * out: it stays in the file, and the others still hold.
 */
export function decisionLog(casebook: CasebookReader): Decision[] {
  return decisions(casebook).flatMap(({ id, sequence, madeAt, payload }) => {
    const content = DecisionContentSchema.safeParse(JSON.parse(payload))
    return content.success ? [{ id, sequence, madeAt, content: content.data }] : []
  })
}

/** Writes a decision into casebook and journal; it is on the disk twice when this returns. */
export function recordDecision(store: CasebookStore, content: DecisionContent): Decision {
  const { kind } = content
  const entry = { id: store.newId(), kind, payload: JSON.stringify(content), madeAt: store.now() }
  const stored = appendDecision(store.casebook, entry, (decision) =>
    store.journal.append({ kind: 'decision', decision }),
  )
  if (!stored) throw new DatelineError('internal', 'The correction could not be stored; nothing was changed.')
  return { id: stored.id, sequence: stored.sequence, madeAt: stored.madeAt, content }
}
