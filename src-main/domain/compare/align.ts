import type { Comparable } from './comparable'
import { likeness } from './sentence-likeness'

/** What became of a sentence between two articles. Sentence numbers count from 0; null where that side lacks it. */
export interface AlignedPair {
  a: number | null
  b: number | null
  relation: 'same' | 'changed' | 'added' | 'dropped' | 'moved'
  likeness: number
}

/** Below this two sentences are not the same statement; found on the sample corpus, where true pairs start at about 0.45. */
const ALIKE = 0.4
/** A sentence out of order must match better, or every boilerplate sentence would count as moved. */
const ALIKE_MOVED = 0.6

interface Candidate {
  a: number
  b: number
  score: number
}

/** Pairs of sentences worth scoring: those that share a word which few sentences of `b` have. */
function candidates(a: Comparable, b: Comparable): Candidate[] {
  const where = new Map<string, number[]>()
  b.sentences.forEach((sentence, j) => {
    for (const key of new Set(sentence.words.map((word) => word.key))) {
      const list = where.get(key)
      if (list) list.push(j)
      else where.set(key, [j])
    }
  })
  const common = Math.max(4, b.sentences.length / 4)
  return a.sentences.flatMap((sentence, i) => {
    const near = new Set<number>()
    for (const word of sentence.words) {
      const list = where.get(word.key)
      if (list && list.length <= common) for (const j of list) near.add(j)
    }
    return [...near]
      .sort((x, y) => x - y)
      .flatMap((j) => {
        const score = likeness(sentence, b.sentences[j]!)
        return score >= ALIKE ? [{ a: i, b: j, score }] : []
      })
  })
}

/** The chain of candidates rising on both sides with the greatest sum of scores (weighted longest increasing subsequence). */
function bestChain(list: readonly Candidate[]): Candidate[] {
  const best = list.map((entry) => entry.score)
  const back = list.map(() => -1)
  list.forEach((entry, i) => {
    for (let k = 0; k < i; k++) {
      const before = list[k]!
      if (before.a < entry.a && before.b < entry.b && best[k]! + entry.score > best[i]!) {
        best[i] = best[k]! + entry.score
        back[i] = k
      }
    }
  })
  const chain: Candidate[] = []
  for (let i = best.indexOf(Math.max(...best, 0)); i >= 0; i = back[i]!) chain.unshift(list[i]!)
  return chain
}

const sameWords = (a: Comparable, b: Comparable, pair: Candidate) => {
  const left = a.sentences[pair.a]!.words
  const right = b.sentences[pair.b]!.words
  return left.length === right.length && left.every((word, i) => word.key === right[i]!.key)
}

/**
 * Aligns the sentences of two articles. Pairs come in the order of `a`, sentences only in `b` where they stand there. Pairs that
 * keep their order are `same` or `changed`; a strong match out of order is `moved`.
 */
export function alignSentences(a: Comparable, b: Comparable): AlignedPair[] {
  const scored = candidates(a, b)
  const chain = bestChain(scored)
  const takenA = new Set(chain.map((pair) => pair.a))
  const takenB = new Set(chain.map((pair) => pair.b))
  const moved: Candidate[] = []
  for (const pair of [...scored].sort((x, y) => y.score - x.score)) {
    if (pair.score < ALIKE_MOVED || takenA.has(pair.a) || takenB.has(pair.b)) continue
    takenA.add(pair.a)
    takenB.add(pair.b)
    moved.push(pair)
  }
  const byA = new Map([...chain, ...moved].map((pair) => [pair.a, pair]))
  const isMoved = new Set(moved)
  const pairs: AlignedPair[] = []
  let nextB = 0
  const addUpTo = (limit: number) => {
    for (; nextB < limit; nextB++)
      if (!takenB.has(nextB)) pairs.push({ a: null, b: nextB, relation: 'added', likeness: 0 })
  }
  a.sentences.forEach((_sentence, i) => {
    const pair = byA.get(i)
    if (!pair) return pairs.push({ a: i, b: null, relation: 'dropped', likeness: 0 })
    if (!isMoved.has(pair)) addUpTo(pair.b)
    const relation = isMoved.has(pair) ? 'moved' : sameWords(a, b, pair) ? 'same' : 'changed'
    return pairs.push({ a: i, b: pair.b, relation, likeness: pair.score })
  })
  addUpTo(b.sentences.length)
  return pairs
}
