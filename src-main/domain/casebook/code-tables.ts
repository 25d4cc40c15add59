import { type Code, withDescendants } from './codebook'

/** A coding placed in the folder as it is now. */
export interface PlacedCoding {
  codeId: string
  articleId: string
  /** UTF-16 offsets into the article's text. */
  start: number
  end: number
}

export interface CodeTables {
  /** How many passages of an article stand under a code; only counts above 0. */
  cells: { codeId: string; articleId: string; count: number }[]
  /** How often passages of two codes overlap; `a` before `b` in the order of the codes, only counts above 0. */
  together: { a: string; b: string; count: number }[]
}

/**
 * Code × document, and codes that stand on the same words. With `withChildren` a code also counts what stands under the codes below
 * it, each passage once.
 */
export function codeTables(
  codes: readonly Code[],
  codings: readonly PlacedCoding[],
  withChildren: boolean,
): CodeTables {
  const present = codes.filter((code) => !code.removed)
  const cells = present.flatMap(({ id }) => {
    const among = withChildren ? withDescendants(present, id) : new Set([id])
    const passages = new Map<string, Set<string>>()
    for (const { codeId, articleId, start, end } of codings) {
      if (!among.has(codeId)) continue
      passages.set(articleId, (passages.get(articleId) ?? new Set()).add(`${start} ${end}`))
    }
    return [...passages].map(([articleId, found]) => ({ codeId: id, articleId, count: found.size }))
  })
  return { cells, together: together(present, codings) }
}

function together(codes: readonly Code[], codings: readonly PlacedCoding[]): CodeTables['together'] {
  const order = new Map(codes.map(({ id }, i) => [id, i]))
  const byArticle = new Map<string, PlacedCoding[]>()
  for (const one of codings) byArticle.set(one.articleId, [...(byArticle.get(one.articleId) ?? []), one])
  const counts = new Map<string, number>()
  for (const inArticle of byArticle.values()) {
    const sorted = inArticle.filter(({ codeId }) => order.has(codeId)).sort((x, y) => x.start - y.start)
    sorted.forEach((first, i) => {
      for (let k = i + 1; k < sorted.length; k++) {
        const second = sorted[k]
        if (!second || second.start >= first.end) break
        if (second.codeId === first.codeId) continue
        const [a, b] = [first.codeId, second.codeId].sort((x, y) => (order.get(x) ?? 0) - (order.get(y) ?? 0))
        counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1)
      }
    })
  }
  return [...counts].map(([key, count]) => {
    const [a = '', b = ''] = key.split(' ')
    return { a, b, count }
  })
}
