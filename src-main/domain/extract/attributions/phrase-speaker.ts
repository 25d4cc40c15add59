import { TokenFlag } from '../../text/tokens'
import { isTitle } from '../lexicon/person-titles'
import { WordClass } from '../grammar/word-class'
import { SPOKEN_THINGS } from './cue-verbs'
import type { Phrase } from './noun-phrases'
import type { Place } from './place'
import type { View } from './view'

const PAPERS =
  /^(?:records?|schedules?|statistics|decisions?|opinions?|rulings?|data|figures|analysis|website|account|numbers|documents?|minutes|findings|research|review|investigation|footage|sources)$/

/** What a noun phrase with names in it stands for: one of them, several together, or someone without a name. */
export type Named = { place: Place; whole: boolean } | 'joint' | null

/**
 * The mention that a phrase speaks as: a mention that holds its head; the person at its end behind a title with "of" ("Secretary of
 * State Corey Stapleton"); the owner of a paper or statement ("WHO's statistics", "a report by The Atlantic"). A name that only
 * belongs to someone else ("a spokesman for President Trump") is none.
 */
export function namedIn(view: View, phrase: Phrase, inside: readonly Place[]): Named {
  if (inside.length === 0) return null
  const headStart = view.startOf(phrase.head)
  const headEnd = view.endOf(phrase.head)
  if (together(view, phrase, inside)) return 'joint'
  const holding = inside.filter((p) => p.start <= headStart && p.end >= headEnd && !owns(view, p))
  const best = holding.find((p) => p.form === 'name') ?? holding[0]
  const titled = titledPerson(view, phrase, inside)
  if (
    best &&
    !(
      titled &&
      best.entity.type !== 'person' &&
      best.form === 'name' &&
      best.end < titled.start &&
      !(best.entity.type === 'organization' && !adjoins(view, titled))
    )
  )
    return { place: best, whole: false }
  if (titled) return { place: titled, whole: false }
  const person = inside.filter(
    (p) => p.entity.type === 'person' && p.form === 'name' && !owns(view, p) && p.start < headEnd,
  )
  const last = person[person.length - 1]
  if (last && last.end >= headStart) return { place: last, whole: false }
  const head = view.word(phrase.head)
  if (!SPOKEN_THINGS.has(head) && !PAPERS.test(head)) return null
  const owner = inside.find((p) => p.entity.type === 'organization' || p.entity.type === 'person' || p.form === 'role')
  return owner ? { place: owner, whole: owner.end < headStart || owner.start > headEnd } : null
}

/** Whether "'s" follows the mention: it owns what comes. */
function owns(view: View, place: Place): boolean {
  return /^['’]s?\b|^['’]\s/.test(view.doc.text.slice(place.end, place.end + 3))
}

/** The person that ends the phrase's extent, where a place, body or common noun stands between the last preposition and the name. */
function titledPerson(view: View, phrase: Phrase, inside: readonly Place[]): Place | null {
  const end = view.endOf(phrase.extent - 1)
  const person = inside.find(
    (p) => p.entity.type === 'person' && p.form === 'name' && p.end >= end - 1 && p.end <= end + 1,
  )
  return person && phrase.extent > phrase.to && adjoins(view, person, phrase) ? person : null
}

function adjoins(view: View, person: Place, phrase?: Phrase): boolean {
  const from = phrase ? phrase.from : 0
  const to = phrase ? phrase.extent : view.length
  for (let s = to - 1; s > from; s--) {
    if (view.startOf(s) !== person.start) continue
    const before = view.word(s - 1)
    if (view.is(s - 1, WordClass.preposition, WordClass.determiner) || /^['’]s?$/.test(before)) return false
    return !isTitle(before) || (view.is(s - 1, WordClass.noun) && (view.flags(s - 1) & TokenFlag.capital) === 0)
  }
  return false
}

/** "Dick Durbin and Adam Schiff", "the Committee and the Service": no single one speaks. */
function together(view: View, phrase: Phrase, inside: readonly Place[]): boolean {
  for (let s = phrase.from + 1; s < phrase.extent - 1; s++) {
    if (view.word(s) !== 'and' && view.word(s) !== '&') continue
    const at = view.startOf(s)
    if (inside.some((p) => p.start < at && p.end > at)) continue
    const before = inside.find((p) => p.end <= at && p.end >= at - 14)
    const after = inside.find((p) => p.start >= at && p.start <= at + 60)
    if (
      before &&
      after &&
      before.entity.id !== after.entity.id &&
      (before.entity.type === after.entity.type || before.form === 'name')
    )
      return true
  }
  return false
}
