import type { Range } from '@domain/text/span'

/**
 * Where the words of a query stand in a title, each at the start of a word if possible; null when one of them is missing.
 * The score is higher the earlier and the more at word starts they stand.
 */
export function matchWords(title: string, query: string): { marks: Range[]; score: number } | null {
  const folded = title.toLowerCase()
  const marks: Range[] = []
  let score = 0
  for (const word of query.toLowerCase().split(/\s+/u).filter(Boolean)) {
    const atStart = [...folded.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)]
      .map((match) => match.index)
      .find((at) => folded.startsWith(word, at))
    const at = atStart ?? folded.indexOf(word)
    if (at < 0) return null
    marks.push({ start: at, end: at + word.length })
    score += (atStart === undefined ? 1 : 3) - at / 1000
  }
  return { marks, score }
}
