import type { StoredChange } from '../../sql/casebook/codebook'
import type { StoredGrade } from '../../sql/casebook/grades'
import type { StoredDecision } from '../../sql/casebook/decisions'
import type { StoredJudgement } from '../../sql/casebook/conflict-judgements'
import type { StoredHighlight } from '../../sql/casebook/highlights'

export type LogEntry =
  | { kind: 'highlight'; highlight: StoredHighlight }
  | { kind: 'highlight-removed'; id: string; removedAt: string }
  | { kind: 'highlight-restored'; id: string }
  | { kind: 'codebook'; change: StoredChange }
  | { kind: 'grade'; grade: StoredGrade }
  | { kind: 'decision'; decision: StoredDecision }
  | { kind: 'judgement'; judgement: StoredJudgement }

const KINDS = ['highlight', 'highlight-removed', 'highlight-restored', 'codebook', 'grade', 'decision', 'judgement']

/** The entries of the log in order; lines torn by a crash are left out. */
export function parseLog(text: string): LogEntry[] {
  const entries: LogEntry[] = []
  for (const line of text.split('\n')) {
    if (line === '') continue
    try {
      const entry = JSON.parse(line) as LogEntry
      if (KINDS.includes(entry.kind)) entries.push(entry)
    } catch {
      continue
    }
  }
  return entries
}
