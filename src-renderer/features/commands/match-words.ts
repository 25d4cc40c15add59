import type { Range } from '@domain/text/span'

const IN_WORD = /[\p{L}\p{N}]/u

/**
 * Where the words of a query stand in a title, each at the start of a word if possible; null when one of them is missing.
 * The score is higher the earlier and the more at word starts they stand.
 */
export function matchWords(title: string, query: string): { marks: Range[]; score: number } | null {
  const folded = title.toLowerCase()
  const marks: Range[] = []
  let score = 0
  for (const word of query.toLowerCase().split(/\s+/u).filter(Boolean)) {
    const first = folded.indexOf(word)
    if (first < 0) return null
    let atStart = first
    while (atStart > 0 && IN_WORD.test(folded.charAt(atStart - 1))) atStart = folded.indexOf(word, atStart + 1)
    const at = atStart < 0 ? first : atStart
    marks.push({ start: at, end: at + word.length })
    score += (atStart < 0 ? 1 : 3) - at / 1000
  }
  return { marks, score }
}
