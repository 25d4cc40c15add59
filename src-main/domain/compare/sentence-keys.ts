import type { Comparable } from './comparable'

/** Three independent permutations of a 32-bit hash (odd multipliers, then a shift), as MinHash needs. */
const PERMUTATIONS = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d] as const
/** Words of a shingle. Numbers count as one word, whatever their value: a changed figure must not hide the dispatch. */
const SHINGLE = 3
const SHORTEST = 6

function hashWord(hash: number, word: string): number {
  let h = hash
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return Math.imul(h ^ 0x2f, 0x01000193)
}

/**
 * Keys under which an article's sentences can be found again: for every sentence outside direct speech the smallest hash of its
 * word shingles under each permutation (MinHash; Broder 1997). Two sentences share one such key with the probability of the
 * Jaccard likeness of their shingles.
 */
export function sentenceKeys(article: Comparable): Set<number> {
  const keys = new Set<number>()
  for (const { words, quoted } of article.sentences) {
    if (words.length < SHORTEST || quoted > 0.5) continue
    const least = PERMUTATIONS.map(() => 0xffffffff)
    for (let i = 0; i + SHINGLE <= words.length; i++) {
      let hash = 0x811c9dc5
      for (let k = i; k < i + SHINGLE; k++) hash = hashWord(hash, words[k]!.kind === 'number' ? '#' : words[k]!.key)
      PERMUTATIONS.forEach((factor, p) => {
        const mixed = Math.imul(hash ^ (hash >>> 15), factor) >>> 0
        if (mixed < least[p]!) least[p] = mixed
      })
    }
    // The permutation's number in the low bits keeps keys of different permutations apart.
    least.forEach((hash, p) => keys.add(hash * 4 + p))
  }
  return keys
}
