import { fold } from '../text/normalise'
import { type AlignedPair, alignSentences } from './align'
import type { Comparable } from './comparable'
import { findConflicts } from './conflicts/find-conflicts'
import type { ClaimArticle, Conflict } from './conflicts/conflict'
import { familyLink } from './family-link'
import { mass } from './sentence-likeness'
import { type Change, changesBetween } from './word-changes'

export interface ComparedPair {
  /** Sentence numbers from 0; null where that side lacks the sentence. */
  a: number | null
  b: number | null
  relation: AlignedPair['relation']
  /** What differs; only where both sides have the sentence and its words are not the same. */
  changes?: Change[]
}

/** Two articles held against each other, sentence by sentence (`Comparison` of the machine interface). */
export interface Comparison {
  a: string
  b: string
  /** Weighted share of both texts that stands in aligned sentences, 0 to 1 (Dice). */
  similarity: number
  sameFamily: boolean
  pairs: ComparedPair[]
  sharedEntities: string[]
  conflicts: Conflict[]
}

/** Compares two articles, whatever they are about: that they tell one story is taken for granted. */
export function compareArticles(a: ClaimArticle, b: ClaimArticle): Comparison {
  const aligned = alignSentences(a.comparable, b.comparable)
  return {
    a: a.path,
    b: b.path,
    similarity: similarity(a.comparable, b.comparable, aligned),
    sameFamily: familyLink(a.comparable, b.comparable) !== null,
    pairs: aligned.map((pair) => comparedPair(a.comparable, b.comparable, pair)),
    sharedEntities: sharedEntities(a, b),
    conflicts: findConflicts([a, b], [[a, b]]),
  }
}

function comparedPair(left: Comparable, right: Comparable, { a, b, relation }: AlignedPair): ComparedPair {
  const [one, other] = [a === null ? undefined : left.sentences[a], b === null ? undefined : right.sentences[b]]
  if (!one || !other || relation === 'same') return { a, b, relation }
  const changes = changesBetween(left, right, one, other)
  return changes.length === 0 ? { a, b, relation } : { a, b, relation, changes }
}

function similarity(left: Comparable, right: Comparable, pairs: readonly AlignedPair[]): number {
  const total = [...left.sentences, ...right.sentences].reduce((sum, sentence) => sum + mass(sentence), 0)
  const shared = pairs.reduce((sum, { a, b, likeness }) => {
    const [one, other] = [a === null ? undefined : left.sentences[a], b === null ? undefined : right.sentences[b]]
    return one && other ? sum + likeness * (mass(one) + mass(other)) : sum
  }, 0)
  return total === 0 ? 0 : shared / total
}

/** Names of entities both articles speak of, as the first one writes them. */
function sharedEntities(a: ClaimArticle, b: ClaimArticle): string[] {
  const keys = new Set(b.extraction.entities.flatMap(({ name, aliases }) => [name, ...aliases].map(fold)))
  return a.extraction.entities
    .filter(({ name, aliases }) => [name, ...aliases].some((one) => keys.has(fold(one))))
    .map(({ name }) => name)
}
