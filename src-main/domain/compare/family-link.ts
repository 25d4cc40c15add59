import { alignSentences } from './align'
import type { Comparable } from './comparable'
import { mass } from './sentence-likeness'

export type FamilyRelation = 'copy' | 'rewrite' | 'partial'

/** How two articles hang together: how much of each one's reporting (0..1) stands in the other. */
export interface FamilyLink {
  relation: FamilyRelation
  coverA: number
  coverB: number
}

const COPY = 0.93
const REWRITE_LONGER = 0.34
const REWRITE_SHORTER = 0.6
const PARTIAL = 0.25
/** Sentences this alike were written once. */
const WRITTEN_ONCE = 0.62

/**
 * Whether two articles tell one dispatch. Direct speech is left out of the count, because two reporters at one speech write
 * down the same words; what both wrote around it shows the common text. Null when they do not belong together.
 */
export function familyLink(a: Comparable, b: Comparable): FamilyLink | null {
  const own = (article: Comparable, i: number) => mass(article.sentences[i]!) * (1 - article.sentences[i]!.quoted)
  const total = (article: Comparable) => article.sentences.reduce((sum, _sentence, i) => sum + own(article, i), 0)
  let sharedA = 0
  let sharedB = 0
  let sentences = 0
  for (const pair of alignSentences(a, b)) {
    if (pair.a === null || pair.b === null || pair.likeness < WRITTEN_ONCE) continue
    // Headlines and datelines alone make no family.
    if (a.sentences[pair.a]!.words.length >= 8 && a.sentences[pair.a]!.quoted < 0.5) sentences += 1
    sharedA += own(a, pair.a) * pair.likeness
    sharedB += own(b, pair.b) * pair.likeness
  }
  const coverA = total(a) > 0 ? sharedA / total(a) : 0
  const coverB = total(b) > 0 ? sharedB / total(b) : 0
  const [low, high] = coverA < coverB ? [coverA, coverB] : [coverB, coverA]
  const relation =
    low >= COPY
      ? 'copy'
      : low >= REWRITE_LONGER && high >= REWRITE_SHORTER && sentences >= 1
        ? 'rewrite'
        : high >= PARTIAL && sentences >= 2
          ? 'partial'
          : null
  return relation && { relation, coverA, coverB }
}
