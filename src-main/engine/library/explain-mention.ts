import type { Reason } from '../../domain/extract/types'
import type { Range } from '../../domain/text/span'
import type { IndexReader } from '../../sql/handle'
import { articleText } from '../../sql/index/article'
import { packedExtraction } from '../../sql/index/extraction'
import { unpackExtraction } from '../analysis/extraction-codec'

/** Why a mention, quote, figure or date at this place is claimed, in words, strongest reason first; empty where nothing is. */
export function explainMention(index: IndexReader, articleId: string, { start, end }: Range): string[] {
  const text = articleText(index, articleId)
  const packed = packedExtraction(index, articleId)
  if (text === null || !packed) return []
  const { entities, attributions, figures, dates } = unpackExtraction(packed, text)
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
    .map(({ why = '', confidence }) => (confidence === undefined ? why : `${why} (${Math.round(confidence * 100)} % sure)`))
}
