import type { Document } from '../document'
import { isTitle } from '../lexicon/person-titles'
import type { NameSpan } from '../names/name-span'

/** Heads that make an event of the name before them, in small letters too: "APEC summit". */
const MEETINGS = /^(?: |\s?-)(?:summit|forum|conference|games|talks|olympics)(?![\p{L}-])/iu
const NUMBERED_EVENT =
  /^(?:[IVXL]{2,}|\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\s.*\b(?:Forum|Summit|Conference|Games|Olympics|Festival|Congress of|Expo|Championships?|Symposium)\b/u
const OFFICE = /^(?:head|heads) of (?:state|government)s?$/iu

/**
 * Puts right what the words themselves settle, whatever the tagger saw: bare offices ("Head of State") name nobody, a numbered
 * forum is an event, and "APEC summit" is an event beside the organisation it names.
 */
export function refineNames(doc: Document, names: readonly NameSpan[]): { names: NameSpan[]; meetings: NameSpan[] } {
  const meetings: NameSpan[] = []
  const kept: NameSpan[] = []
  for (const name of names) {
    const text = doc.text.slice(name.start, name.end)
    if (name.type !== 'person' && (OFFICE.test(text) || (isTitle(text) && text.includes(' ')))) continue
    if (name.type === 'organization' && NUMBERED_EVENT.test(text)) {
      kept.push({ ...name, type: 'event' })
      continue
    }
    kept.push(name)
    if (name.type !== 'organization' && name.type !== 'other') continue
    const meeting = MEETINGS.exec(doc.text.slice(name.end, name.end + 16))
    if (meeting) meetings.push({ ...name, end: name.end + meeting[0].length, type: 'event' })
  }
  return { names: kept, meetings }
}
