import { makeAnchor, type Anchor } from './anchor'
import { type Edited, editArticle, seededRandom, standsAt, survivorsOf } from './edited-articles.fixture'
import { resolveAnchor, type Resolution } from './resolve-anchor'

const OLD = 'a'.repeat(64)
const NEW = 'b'.repeat(64)
const PASSAGES_EACH = 5

export interface AnchorMeasure {
  passages: number
  /** Passages whose every character survived in order, within half as much again. */
  surviving: number
  /** Of those, found where they stand. */
  found: number
  /** Of those, placed somewhere else: the fault that matters most to a reader who confirms. */
  elsewhere: number
  /** Called exact where the words are others, or stand in another place. */
  wronglyExact: number
  /** Passages of which nothing survived, and of those the ones placed all the same. */
  cut: number
  cutButFound: number
}

/**
 * Makes `articles` edited versions of the texts (1 to 8 edits each), anchors passages of the first version and looks for
 * them in the second, against the truth the editing kept. The same seed gives the same measure.
 */
export function measureAnchors(texts: readonly string[], articles: number, seed: number): AnchorMeasure {
  const random = seededRandom(seed)
  const tally = { passages: 0, surviving: 0, found: 0, elsewhere: 0, wronglyExact: 0, cut: 0, cutButFound: 0 }
  for (let i = 0; i < articles; i++) {
    const text = texts[i % texts.length] ?? ''
    const edited = editArticle(text, random, 1 + Math.floor(random() * 8))
    for (let k = 0; k < PASSAGES_EACH; k++) {
      const length = Math.min(text.length, 8 + Math.floor(random() ** 2 * 300))
      const start = Math.floor(random() * (text.length - length))
      if (text.slice(start, start + length).trim() === '') continue
      tally.passages++
      const anchor = makeAnchor(text, start, start + length, { articleId: OLD, path: 'a' })
      const found = resolveAnchor(anchor, edited.text, edited.text === text ? OLD : NEW)
      const truth = survivorsOf(edited, anchor.start, anchor.end)
      const share = truth?.share ?? 0
      const placed = found.start !== null && found.end !== null
      const shared = truth && placed ? Math.min(truth.end, found.end ?? 0) - Math.max(truth.start, found.start ?? 0) : 0
      const right = truth !== null && shared > 0.5 * (truth.end - truth.start)
      if (found.state === 'exact' && !isExact(anchor, found, edited)) tally.wronglyExact++
      if (truth && share === 1 && truth.end - truth.start < 1.5 * (anchor.end - anchor.start)) {
        tally.surviving++
        if (right) tally.found++
        else if (placed) tally.elsewhere++
      }
      if (share === 0) {
        tally.cut++
        if (placed) tally.cutButFound++
      }
    }
  }
  return tally
}

/** The same words, and units of the passage itself or of a second print of its sentence. */
function isExact(anchor: Anchor, { start, end }: Resolution, edited: Edited): boolean {
  if (start === null || end === null || edited.text.slice(start, end) !== anchor.exact) return false
  return standsAt(edited, start, anchor.start, end - start)
}
