import type { ComparableSentence, Word } from './comparable'

const COMMON = new Set(
  'a an the of to in on at by for with from as and or but that this it its is are was were be been has have had will would said says he she they his her their who which'.split(
    ' ',
  ),
)

/** How much a word says about whether two sentences report the same. Function words say little, names and numbers most. */
function weight(word: Word): number {
  if (word.kind === 'name' || word.kind === 'number') return 1.5
  return COMMON.has(word.key) ? 0.25 : 1
}

/** Sum of the weights of a sentence's words. */
export const mass = (sentence: ComparableSentence): number =>
  sentence.words.reduce((sum, word) => sum + weight(word), 0)

/**
 * Likeness of two sentences from 0 to 1: weighted Dice coefficient of their words (each occurrence counts once). A number on
 * one side whose value differs on the other still counts half, because a changed figure is what a rewrite changes first.
 */
export function likeness(a: ComparableSentence, b: ComparableSentence): number {
  const total = mass(a) + mass(b)
  if (total === 0) return 0
  const left = new Map<string, { count: number; weight: number }>()
  let numbersA = 0
  for (const word of a.words) {
    const entry = left.get(word.key)
    if (entry) entry.count += 1
    else left.set(word.key, { count: 1, weight: weight(word) })
    if (word.kind === 'number') numbersA += 1
  }
  let shared = 0
  let loose = 0
  for (const word of b.words) {
    const entry = left.get(word.key)
    if (entry && entry.count > 0) {
      entry.count -= 1
      shared += entry.weight + weight(word)
      if (word.kind === 'number') numbersA -= 1
    } else if (word.kind === 'number') {
      loose += 1
    }
  }
  return Math.min(1, (shared + 1.5 * Math.max(0, Math.min(loose, numbersA))) / total)
}
