import type { Range } from '../../text/span'
import type { NameSpan } from '../names/name-span'
import type { ArticleHeader } from '../types'

/** Surer than any reading of the tagger: the header's grammar says what the words are. */
const HEADER_MARGIN = 8

/** The names with the header's own: the agency is an organisation (never a person), the place a place, whatever was tagged there. */
export function withDateline(names: readonly NameSpan[], header: ArticleHeader): NameSpan[] {
  const own: NameSpan[] = []
  if (header.placeSpan) own.push(nameAt(header.placeSpan, 'place'))
  if (header.agencySpan) own.push(nameAt(header.agencySpan, 'organization'))
  if (own.length === 0) return [...names]
  const others = names.filter((name) => !own.some((span) => name.start < span.end && span.start < name.end))
  return [...own, ...others].sort((a, b) => a.start - b.start)
}

function nameAt({ start, end }: Range, type: 'place' | 'organization'): NameSpan {
  return { start, end, type, margin: HEADER_MARGIN }
}
