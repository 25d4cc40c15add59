import type { Reason } from '../../domain/extract/types'
import type { Range } from '../../domain/text/span'
import type { IndexReader } from '../../sql/handle'
import { corrected } from '../decisions/corrections'
import { readArticle } from '../../sql/index/article'

/**
 * Why a mention, quote, figure or date at this place is claimed, in words, strongest reason first; empty where nothing is. Reasons
 * are not stored: the article is analysed again, which takes a millisecond or two.
 */
export async function explainMention(
  index: IndexReader,
  articleId: string,
  { start, end }: Range,
  learned: string | null = null,
): Promise<string[]> {
  const article = readArticle(index, articleId)
  if (!article) return []
  // Extraction with its model is only loaded into this thread when somebody asks.
  const { analyse } = await import('../analysis/analyse')
  const { text, header, facts } = article
  const extraction = await analyse(text, header, facts.language, learned)
  const { entities, attributions, figures, dates } = corrected(index, { hash: articleId, text, extraction })
  const here = (span: Range) => span.start === start && span.end === end
  const claims: Partial<Reason>[] = [
    ...entities.flatMap((entity) => entity.mentions.filter(here)),
    ...attributions.filter(({ content, cue }) => content.some(here) || (cue && here(cue))),
    ...figures.filter(here),
    ...dates.filter(here),
  ]
  return claims
    .filter((claim) => claim.why !== undefined)
    .sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0))
    .map(({ why = '', confidence }) =>
      confidence === undefined ? why : `${why} (${Math.round(confidence * 100)} % sure)`,
    )
}
