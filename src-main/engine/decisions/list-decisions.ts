import type { DecisionRow } from '../../contract/decisions'
import {
  activeDecisions,
  articleOf,
  placeOf,
  takenBackBy,
  type Correction,
  type Decision,
} from '../../domain/decisions/decision'
import { decisionConflicts } from '../../domain/decisions/decision-conflicts'
import { describeDecision } from '../../domain/decisions/describe-decision'
import type { IndexReader } from '../../sql/handle'
import { articleAtPath, articleText } from '../../sql/index/article'
import { placeIn } from './corrections'

/** Every correction of the log, newest first, with whether it holds, what it disagrees with and whether its passage is still there. */
export function listDecisions(index: IndexReader, log: readonly Decision[]): DecisionRow[] {
  const active = activeDecisions(log)
  const holding = new Set(active.map(({ id }) => id))
  const conflicts = decisionConflicts(active)
  return log
    .flatMap(({ id, madeAt, content }): DecisionRow[] => {
      if (content.kind === 'revert') return []
      const found = whereNow(index, content)
      return [
        {
          id,
          kind: content.kind,
          description: describeDecision(content),
          madeAt,
          holds: holding.has(id),
          takenBackBy: takenBackBy(log, id),
          articleId: found.articleId,
          lost: found.lost,
          conflicts: conflicts
            .filter(({ earlier, later }) => earlier === id || later === id)
            .map(({ message }) => message),
        },
      ]
    })
    .reverse()
}

function whereNow(index: IndexReader, content: Correction): { articleId: string | null; lost: boolean } {
  const about = articleOf(content)
  if (!about) return { articleId: null, lost: false }
  const anchor = placeOf(content)
  for (const hash of [about.articleId, articleAtPath(index, about.path)]) {
    const text = hash === null ? null : articleText(index, hash)
    if (hash === null || text === null) continue
    if (!anchor || placeIn(anchor, text, hash)) return { articleId: hash, lost: false }
  }
  return { articleId: null, lost: true }
}
