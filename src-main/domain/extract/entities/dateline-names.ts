import { fold } from '../../text/normalise'
import type { Range } from '../../text/span'
import type { NameSpan } from '../names/name-span'
import type { ArticleHeader } from '../types'

/** Surer than any reading of the tagger: the header's grammar says what the words are. */
const HEADER_MARGIN = 8

/**
 * The names with the header's own: the agency is an organisation (never a person) and the place a place, whatever was tagged
 * there and wherever else the article prints the same words.
 */
export function withDateline(names: readonly NameSpan[], header: ArticleHeader, text: string): NameSpan[] {
  const own: NameSpan[] = []
  if (header.placeSpan) own.push(nameAt(header.placeSpan, 'place'))
  if (header.agencySpan) own.push(nameAt(header.agencySpan, 'organization'))
  if (own.length === 0) return [...names]
  const typeOf = new Map(own.map((name) => [fold(text.slice(name.start, name.end)), name.type]))
  const others = names.flatMap((name) => {
    if (own.some((span) => name.start < span.end && span.start < name.end)) return []
    const type = typeOf.get(fold(text.slice(name.start, name.end)))
    return [type ? { ...name, type } : name]
  })
  return [...own, ...others].sort((a, b) => a.start - b.start)
}

function nameAt({ start, end }: Range, type: 'place' | 'organization'): NameSpan {
  return { start, end, type, margin: HEADER_MARGIN }
}
