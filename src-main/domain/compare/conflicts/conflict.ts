import type { Extraction } from '../../extract/types'
import type { Span } from '../../text/span'
import type { Comparable } from '../comparable'

/** In order of weight: what must be looked at first stands first. */
export const CONFLICT_KINDS = [
  'contradiction',
  'denial',
  'quote-drift',
  'correction',
  'update',
  'scope',
  'rounding',
] as const
export type ConflictKind = (typeof CONFLICT_KINDS)[number]

/** One passage of one side; `path` names the article it stands in. */
export interface Evidence extends Span {
  path: string
}

export interface ConflictSide {
  /** Null where the conflict is one of words. */
  value: number | null
  /** Wire families among the articles of this side: copies of one dispatch are one voice. */
  origins: number
  evidence: Evidence[]
}

/** Claims about one thing that do not agree, two or more sides (`Conflict` of the machine interface). */
export interface Conflict {
  kind: ConflictKind
  key: { what: string | null; unit: string | null; subject: string | null; period: string | null }
  sides: ConflictSide[]
}

/** An article as conflicts are looked for in it. */
export interface ClaimArticle {
  comparable: Comparable
  path: string
  /** ISO date of publication, with time where one is known; null where none is. */
  date: string | null
  /** Wire family or, outside of one, the article itself: articles of one origin are one voice. */
  origin: string
  title: string | null
  extraction: Extraction
}
