import type { Anchor } from '../evidence/anchor'
import { ENTITY_TYPES, type EntityType } from '../extract/types'
import type { GazetteerEntry } from './gazetteer'
import { fold } from '../text/normalise'

/**
 * An entity as analysis itself names it, before any decision: type and folded name ("person:nursultan nazarbayev"). It is the same in
 * every article and after every re-index, so decisions speak of it and not of rows or of each other's outcome.
 */
export type RawName = string

export const rawName = (type: EntityType, name: string): RawName => `${type}:${fold(name)}`

/** The kind that a raw name begins with. */
export const typeOf = (name: RawName): EntityType => ENTITY_TYPES.find((type) => name.startsWith(`${type}:`)) ?? 'other'

/** Which article: by its bytes, and by its path where the file was edited since. */
export interface ArticleRef {
  articleId: string
  path: string
}

/** One place in one article; all mentions of an entity in one article; or all mentions everywhere. */
export type Subject = { at: Anchor } | { names: RawName[]; article: ArticleRef | null }

/** Who speaks: an entity as analysis names it, with the name to show; or only words, for somebody unnamed. */
export type Speaker = { name: string; raw: RawName } | { name: string; raw: null }

/** What the analyst decided. */
export type Correction =
  /** No name at all. */
  | { kind: 'reject'; subject: Subject }
  /** A name, but of another kind. */
  | { kind: 'retype'; subject: Subject; type: EntityType }
  /** Shown under this name. */
  | { kind: 'rename'; names: RawName[]; name: string }
  /** These two are one; what else belongs to either comes along. */
  | { kind: 'merge'; names: [RawName, RawName]; name: string; type: EntityType }
  /** The subject is somebody or something else, called so; with `from`, names that were taken for `from`. */
  | { kind: 'split'; subject: Subject; from: RawName | null; name: string; type: EntityType }
  /** A mention analysis did not see. */
  | { kind: 'add'; at: Anchor; name: string; type: EntityType }
  /** The same wherever these very words stand. */
  | { kind: 'add-everywhere'; words: string; name: string; type: EntityType }
  /** A list of names brought along: each is a name of its kind, wherever it stands. */
  | { kind: 'gazetteer'; title: string; entries: GazetteerEntry[] }
  /** The quote that begins with this passage is said by somebody else, or (null) by nobody that can be told. */
  | { kind: 'speaker'; at: Anchor; speaker: Speaker | null }
  /** The quote that begins with this passage is none. */
  | { kind: 'reject-quote'; at: Anchor }
  /** The figure at this passage is none. */
  | { kind: 'reject-figure'; at: Anchor }
  /** The bytes of an article are read in this encoding; with null as they were detected. */
  | { kind: 'encoding'; article: ArticleRef; encoding: string | null }

/** An entry of the event log: a correction, or the taking back of an earlier entry (which may be a taking back itself). */
export type DecisionContent = Correction | { kind: 'revert'; decision: string }

export interface Decision {
  id: string
  /** Place in the log, from 1. */
  sequence: number
  /** ISO 8601. */
  madeAt: string
  content: DecisionContent
}

export interface ActiveDecision extends Decision {
  content: Correction
}

/** The corrections that hold: those not taken back, in the order of the log. Taking back a taking back makes the first hold again. */
export function activeDecisions(log: readonly Decision[]): ActiveDecision[] {
  const reverted = new Set<string>()
  // From the end, since only what comes later can take back.
  for (const { id, content } of [...log].reverse())
    if (content.kind === 'revert' && !reverted.has(id)) reverted.add(content.decision)
  return log.filter((entry): entry is ActiveDecision => entry.content.kind !== 'revert' && !reverted.has(entry.id))
}

/** The entry of the log that takes another back at the moment; null while that one holds. */
export function takenBackBy(log: readonly Decision[], id: string): string | null {
  const turns = log.filter(({ content }) => content.kind === 'revert' && content.decision === id)
  return turns.find((turn) => takenBackBy(log, turn.id) === null)?.id ?? null
}

/** Where a correction is anchored, null when it speaks of names. */
export function placeOf(content: Correction): Anchor | null {
  if ('at' in content) return content.at
  return 'subject' in content && 'at' in content.subject ? content.subject.at : null
}

/** The one article a correction is about, null when it is about all. */
export function articleOf(content: Correction): ArticleRef | null {
  const place = placeOf(content)
  if (place) return place
  if (content.kind === 'encoding') return content.article
  return 'subject' in content && 'names' in content.subject ? content.subject.article : null
}
