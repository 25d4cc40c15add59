import { alignPassage } from './align-passage'
import { bothSides, type Sides } from './context-likeness'
import { wellFormed } from './well-formed'

/**
 * - `exact`: the same words at the same place: nothing to ask.
 * - `moved`: found, but elsewhere or (then `changed`) with other words in it: to be confirmed by a person.
 * - `ambiguous`: it may stand in several places; none is chosen.
 * - `lost`: not there any more.
 */
export type AnchorState = 'exact' | 'moved' | 'ambiguous' | 'lost'

/** What is known of a passage. A stored anchor knows everything; one written by hand perhaps only the words. */
export interface Passage {
  articleId: string | null
  start: number | null
  exact: string
  prefix: string
  suffix: string
}

export interface Resolution {
  state: AnchorState
  /** Offsets into the text it was resolved against; null when ambiguous or lost. */
  start: number | null
  end: number | null
  /** The words found differ from the anchor's. */
  changed: boolean
}

const LOST: Resolution = { state: 'lost', start: null, end: null, changed: false }
const AMBIGUOUS: Resolution = { state: 'ambiguous', start: null, end: null, changed: false }

/** Passages of this many characters do not come twice by chance: one place with these words is the place. */
const TELLING = 60
const MOST_PLACES = 500

/**
 * Finds a passage in `text`, whose bytes hash to `sha256`. Only unchanged words at the unchanged place with unchanged
 * surroundings are called exact; a changed file is searched by the words, then by their surroundings, then by alignment.
 */
export function resolveAnchor(anchor: Passage, source: string, sha256: string): Resolution {
  const text = wellFormed(source)
  const { exact, start } = anchor
  if (exact === '') return LOST
  const stands = start !== null && text.startsWith(exact, start)
  if (stands && anchor.articleId === sha256) return at(anchor, start)

  const places = placesOf(exact, text)
  const full = places.filter((place) => hasContext(anchor, text, place))
  if (full.length === 1 && (anchor.prefix !== '' || anchor.suffix !== '' || places.length === 1)) {
    return at(anchor, full[0] ?? 0)
  }
  if (full.length > 1) return stands && anchor.articleId === null ? at(anchor, start) : AMBIGUOUS
  return byContext(anchor, text, places) ?? byAlignment(anchor, text) ?? (places.length > 0 ? AMBIGUOUS : LOST)
}

function at(anchor: Passage, place: number): Resolution {
  const settled = anchor.start === null || anchor.start === place
  return { state: settled ? 'exact' : 'moved', start: place, end: place + anchor.exact.length, changed: false }
}

function placesOf(exact: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(exact); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(exact, at + 1))
    places.push(at)
  return places
}

function hasContext(anchor: Passage, text: string, place: number): boolean {
  const end = place + anchor.exact.length
  return text.endsWith(anchor.prefix, place) && text.startsWith(anchor.suffix, end)
}

/** The one of several places whose surroundings fit clearly best. */
function byContext(anchor: Passage, text: string, places: number[]): Resolution | null {
  const ranked = places
    .map((place) => ({ place, sides: bothSides(anchor, text, place, place + anchor.exact.length) }))
    .sort((a, b) => total(b.sides) - total(a.sides))
  const [best, second] = ranked
  if (!best) return null
  const alone = !second && anchor.exact.length >= TELLING
  if (!alone && !supports(best.sides)) return null
  if (second && total(best.sides) - total(second.sides) < 0.25) return AMBIGUOUS
  return { state: 'moved', start: best.place, end: best.place + anchor.exact.length, changed: false }
}

const total = (sides: Sides): number => sides.left + sides.right
const supports = ({ left, right }: Sides): boolean => Math.max(left, right) >= 0.7 || left + right >= 1

function byAlignment(anchor: Passage, text: string): Resolution | null {
  const found = alignPassage(anchor, text)
  if (found === null) return null
  if (found === 'several') return AMBIGUOUS
  return { state: 'moved', ...found, changed: text.slice(found.start, found.end) !== anchor.exact }
}
