import type { ConflictKind } from './conflict'

/** What the analyst made of a conflict; `open` takes an earlier judgement back. */
export const VERDICTS = ['conflict', 'none', 'resolved', 'open'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A passage as a judgement remembers it: by file or content, and by its words. */
export interface JudgedPassage {
  articleId: string
  path: string
  text: string
}

/** One judgement, with the passages of each side as they were when it was made. */
export interface Judgement {
  kind: ConflictKind
  sides: readonly (readonly JudgedPassage[])[]
  verdict: Verdict
  /** What resolved it, or why it is none; '' where nothing was written. */
  note: string
  /** ISO 8601. */
  madeAt: string
}

interface Judged {
  kind: ConflictKind
  sides: readonly { evidence: readonly JudgedPassage[] }[]
}

/**
 * The judgement that holds for a conflict: the last one of its kind that knew every side of it. A side is known by any of its
 * passages, so further copies change nothing, while a value nobody had told before opens the conflict again. Null where it is open.
 */
export function judgementOf(conflict: Judged, log: readonly Judgement[]): Judgement | null {
  const found = log.findLast(
    ({ kind, sides }) =>
      kind === conflict.kind &&
      conflict.sides.every(({ evidence }) => sides.some((judged) => judged.some((one) => evidence.some(same(one))))),
  )
  return found && found.verdict !== 'open' ? found : null
}

const same = (a: JudgedPassage) => (b: JudgedPassage) =>
  (a.articleId === b.articleId || a.path === b.path) && a.text === b.text
