import type { Hit } from '@contract/search'
import type { Range } from '@domain/text/span'

interface Place {
  articleId: string
  index: number
}

/**
 * The hit after (or before) the current one: in the article shown, else in the next article of the list, and round. Null when
 * nothing is found.
 */
export function stepThroughHits(
  hits: readonly Pick<Hit, 'id' | 'spans'>[],
  { direction, shownArticle, current }: { direction: 1 | -1; shownArticle: string | null; current: Place | null },
): (Place & { span: Range }) | null {
  if (hits.length === 0) return null
  const isHit = (articleId: string | null) => articleId !== null && hits.some((hit) => hit.id === articleId)
  const from = current && isHit(current.articleId) ? current : null
  const articleId = isHit(shownArticle) ? shownArticle : (from?.articleId ?? null)
  const place = hits.findIndex((hit) => hit.id === articleId)
  const spans = hits[place]?.spans ?? []
  const index = from && from.articleId === articleId ? from.index + direction : direction > 0 ? 0 : spans.length - 1
  const here = spans[index]
  if (here && articleId !== null) return { articleId, index, span: here }
  const next = hits[place < 0 ? 0 : (place + direction + hits.length) % hits.length]
  const nextIndex = direction > 0 ? 0 : (next?.spans.length ?? 1) - 1
  const span = next?.spans[nextIndex]
  return next && span ? { articleId: next.id, index: nextIndex, span } : null
}
