import { toLatin } from '../../text/transliterate'
import type { BriefingSentence } from '../types'
import { outsideQuotes } from './outside-quotes'
import type { Hit } from './rule'

const ATTRIBUTED =
  /\b(?:said|says|told|according to|report(?:s|ed)?|announced|stated|claimed|wrote|writes|quoted|confirmed|denied|puts?|gives?|counts?)\b|сообщи|заявил|по данным|по словам|деп хабарлады|мәліметінше|وفقا|قال|أعلن|表示|称|據|据/iu

/**
 * At most one finding for a whole briefing, at the first such sentence: more than half of its facts and figures, and at least three,
 * rest on one article or one dispatch each and state it flat, without saying whose word it is.
 */
export function singleOrigin(sentences: readonly BriefingSentence[]): { sentence: BriefingSentence; hit: Hit } | null {
  const claims = sentences.filter(
    ({ type, citations }) => (type === 'fact' || type === 'figure') && citations.length > 0,
  )
  const flat = claims.filter((sentence) => articlesOf(sentence) === 1 && !saysWhose(sentence))
  const first = flat[0]
  if (!first || flat.length < 3 || flat.length * 2 <= claims.length) return null
  const message =
    `${flat.length} of ${claims.length} facts and figures rest on one article or dispatch each and are stated flat, this one first. ` +
    'Cite a second origin, or say whose word it is.'
  return { sentence: first, hit: { rule: 'single-origin', message } }
}

const articlesOf = ({ citations }: BriefingSentence): number =>
  new Set(citations.map(({ article, anchor }) => article?.origin ?? article?.sha256 ?? anchor.articleId)).size

function saysWhose({ text, citations }: BriefingSentence): boolean {
  const own = toLatin(outsideQuotes(text))
  const agencies = citations.flatMap(({ article }) => (article?.agency ? [toLatin(article.agency)] : []))
  return ATTRIBUTED.test(outsideQuotes(text)) || agencies.some((agency) => own.includes(agency))
}
