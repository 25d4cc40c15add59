import { spanOf, type Range } from '../../text/span'
import type { Document } from '../document'
import type { AttributionSource, Entity, Mention } from '../types'
import { wholeWord, type LanguageLexicon } from './language-lexicon'
import { genderOf } from './name-forms'

/** One text while its quotes are looked for. */
export interface QuoteScene {
  doc: Document
  lexicon: LanguageLexicon
  speech: RegExp
  people: readonly Entity[]
}

/** A verb of speaking. */
export interface Cue extends Range {
  /** The narrator's words the speaker is looked for in. */
  around: Range
  /** The narrator's words on the other side of the quotation, where the speaker is when nobody stands beside the verb. */
  across?: Range
}

const NOBODY: AttributionSource = { entityId: null, text: null, start: null, end: null }

/** Who speaks by a verb: the name, pronoun or words beside it, else the name on the other side of the quotation. */
export function speakerOf(cue: Cue, before: number, scene: QuoteScene): AttributionSource {
  return (
    namedSpeaker(cue, cue.around, before, scene) ??
    wordsOfSpeaker(cue, scene) ??
    (cue.across ? namedSpeaker(cue, cue.across, before, scene) : null) ??
    NOBODY
  )
}

/** The name nearest to the verb within `range`, people before organisations; else a pronoun, which is the person named last. */
function namedSpeaker(
  cue: Range,
  range: Range,
  before: number,
  { doc, lexicon, people }: QuoteScene,
): AttributionSource | null {
  const inside = people.flatMap((entity) =>
    entity.mentions
      .filter(({ start, end, form }) => form === 'name' && start >= range.start && end <= range.end)
      .map((mention) => ({ entity, mention, distance: Math.max(mention.start - cue.end, cue.start - mention.end) })),
  )
  const [named] = inside.sort(
    (a, b) => Number(a.entity.type !== 'person') - Number(b.entity.type !== 'person') || a.distance - b.distance,
  )
  if (named) return sourceOf(named.entity, named.mention)
  if (!lexicon.spaced) return null
  const pronoun = new RegExp(wholeWord(lexicon.pronouns), 'iu').exec(doc.text.slice(range.start, range.end))
  if (!pronoun) return null
  const start = range.start + pronoun.index
  return {
    ...spanOf(doc.text, start, start + pronoun[0].length),
    entityId: lastPerson(people, before, genderMeant(pronoun[0], lexicon))?.id ?? null,
  }
}

function genderMeant(pronoun: string, { he, she, names }: LanguageLexicon): ((person: Entity) => boolean) | null {
  if (!names) return null
  const is = (words: string) => words.split('|').includes(pronoun.toLocaleLowerCase())
  if (is(she)) return ({ name }) => genderOf(name, names) !== 'man'
  return is(he) ? ({ name }) => genderOf(name, names) !== 'woman' : null
}

const sourceOf = (entity: Entity, { start, end, text }: Mention): AttributionSource => ({
  entityId: entity.id,
  text,
  start,
  end,
})

function lastPerson(
  people: readonly Entity[],
  before: number,
  fits: ((person: Entity) => boolean) | null,
): Entity | null {
  let best: Entity | null = null
  let at = -1
  for (const entity of people)
    if (entity.type === 'person' && (fits === null || fits(entity)))
      for (const { start } of entity.mentions)
        if (start < before && start > at) {
          at = start
          best = entity
        }
  return best
}

const WORDS_OF_SPEAKER = 6

/** The words beside the verb where no name stands: "губернатор", "وزير التموين ناصر البدري", "该国交通部发言人". */
function wordsOfSpeaker({ start, end, around }: Cue, { doc, lexicon, people }: QuoteScene): AttributionSource | null {
  const { text } = doc
  const beside =
    lexicon.speakerAt === 'before'
      ? wordsBefore(text, around.start, start, lexicon)
      : wordsAfter(text, end, around.end, lexicon)
  if (!beside) return null
  const word = text.slice(beside.start, beside.end)
  const stem = word.slice(0, Math.max(4, word.length - 2)).toLocaleLowerCase()
  const holder = people.find(({ roles }) =>
    roles.some((role) =>
      role
        .toLocaleLowerCase()
        .split(/\s+/u)
        .some((one) => one.startsWith(stem)),
    ),
  )
  return { ...spanOf(text, beside.start, beside.end), entityId: holder?.id ?? null }
}

function wordsAfter(text: string, from: number, to: number, lexicon: LanguageLexicon): Range | null {
  const that = lexicon.that ? `|${wholeWord(lexicon.that)}` : ''
  const clause = text.slice(from, to)
  const stop = new RegExp(`[:,.;«»"“”،]${that}`, 'iu').exec(clause)?.index ?? clause.length
  const words = clause.slice(0, stop)
  const limit = words.split(/\s+/u).filter(Boolean).slice(0, WORDS_OF_SPEAKER)
  const first = limit[0]
  const last = limit.at(-1)
  if (!first || !last) return null
  const start = words.indexOf(first)
  const end = limit.length < WORDS_OF_SPEAKER ? words.trimEnd().length : words.indexOf(last, start) + last.length
  return { start: from + start, end: from + end }
}

function wordsBefore(text: string, from: number, to: number, lexicon: LanguageLexicon): Range | null {
  const words = lexicon.spaced
    ? /[^,.;:«»"“”]+$/u.exec(text.slice(from, to))
    : /[^，。；：、“”「」\s]{1,24}$/u.exec(text.slice(from, to))
  if (!words?.[0].trim()) return null
  return trimmed(text, { start: from + words.index, end: to })
}

/** A range without the white space at its ends. */
export function trimmed(text: string, { start, end }: Range): Range {
  while (start < end && /\s/u.test(text[start] ?? '')) start++
  while (start < end && /\s/u.test(text[end - 1] ?? '')) end--
  return { start, end }
}
