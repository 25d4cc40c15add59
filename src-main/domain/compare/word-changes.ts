import { diffArrays } from 'diff'
import { type Span, spanOf } from '../text/span'
import { type Comparable, type ComparableSentence, factAround, valueOf, type Word, type WordKind } from './comparable'

/** One difference between two sentences; null where one side has nothing there. */
export interface Change {
  kind: 'number' | 'name' | 'negation' | 'text'
  a: Span | null
  b: Span | null
}

/** Neighbouring words of one kind as one run: "4.2 million" is one number, "Ilse Darvan" one name. */
function runs(words: readonly Word[], kind: WordKind): Word[][] {
  const out: Word[][] = []
  let previous: Word | undefined
  for (const word of words) {
    if (word.kind !== kind) {
      previous = undefined
      continue
    }
    if (previous) out.at(-1)!.push(word)
    else out.push([word])
    previous = word
  }
  return out
}

const cover = (article: Comparable, words: readonly Word[] | undefined): Span | null =>
  words?.length
    ? spanOf(article.text, factAround(article, words[0]!).start, factAround(article, words.at(-1)!).end)
    : null

/** Facts of one kind that differ inside one stretch of changed words, paired in order. */
function factChanges(
  a: Comparable,
  b: Comparable,
  left: Word[],
  right: Word[],
  kind: 'number' | 'name' | 'negation',
): Change[] {
  const inA = runs(left, kind)
  const inB = runs(right, kind)
  return Array.from({ length: Math.max(inA.length, inB.length) }, (_, i): Change | null => {
    const [wordsA, wordsB] = [inA[i], inB[i]]
    if (kind === 'number' && wordsA && wordsB) {
      const [valueA, valueB] = [valueOf(a, wordsA[0]!), valueOf(b, wordsB[0]!)]
      // "seven" and "7" are wording, not fact.
      if (valueA !== null && valueA === valueB) return { kind: 'text', a: cover(a, wordsA), b: cover(b, wordsB) }
    }
    return { kind, a: cover(a, wordsA), b: cover(b, wordsB) }
  }).filter((change) => change !== null)
}

/** One changed stretch as changes: its facts apart from its wording. */
function readStretch(a: Comparable, b: Comparable, left: Word[], right: Word[]): Change[] {
  const facts = (['number', 'name', 'negation'] as const).flatMap((kind) => factChanges(a, b, left, right, kind))
  const wordsA = left.filter((word) => word.kind === 'word')
  const wordsB = right.filter((word) => word.kind === 'word')
  if (wordsA.length === 0 && wordsB.length === 0) return facts
  return [...facts, { kind: 'text', a: cover(a, wordsA), b: cover(b, wordsB) }]
}

const startOf = (change: Change) => change.a?.start ?? change.b?.start ?? 0

/** What differs between two aligned sentences, word by word; numbers, names and negations apart from wording. */
export function changesBetween(
  a: Comparable,
  b: Comparable,
  left: ComparableSentence,
  right: ComparableSentence,
): Change[] {
  const parts = diffArrays(
    left.words.map((word) => word.key),
    right.words.map((word) => word.key),
  )
  const changes: Change[] = []
  let [i, j] = [0, 0]
  let stretchA: Word[] = []
  let stretchB: Word[] = []
  const close = () => {
    if (stretchA.length || stretchB.length) changes.push(...readStretch(a, b, stretchA, stretchB))
    stretchA = []
    stretchB = []
  }
  for (const part of parts) {
    const { length } = part.value
    if (part.removed) stretchA.push(...left.words.slice(i, (i += length)))
    else if (part.added) stretchB.push(...right.words.slice(j, (j += length)))
    else {
      close()
      i += length
      j += length
    }
  }
  close()
  return changes.sort((x, y) => startOf(x) - startOf(y))
}
