import type { Range } from '../../text/span'
import type { Document } from '../document'
import type { AttributionSource, Entity } from '../types'
import { TokenFlag } from '../../text/tokens'
import { firstNameGender, titleGender } from '../entities/gender'
import type { Phrase } from './noun-phrases'
import { namedIn } from './phrase-speaker'
import type { Place } from './place'
import type { View } from './view'

/** A speaker as found in the text. */
export interface Speaker extends Range {
  entity: Entity | null
  /** A pronoun that now stands for `entity`. */
  pronoun: boolean
  plural: boolean
}

const HE = new Set(['he', 'him', 'his', 'himself'])
const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'who', 'i', 'we', 'his', 'her', 'their', 'its', 'my', 'our'])
const PLURAL = new Set(['they', 'we', 'both', 'some', 'others', 'many', 'several', 'few', 'all', 'most'])

/** Names mentioned so far and who spoke, so that "he" and "the minister" find their person. */
export class Speakers {
  private readonly places: Place[]
  private readonly genders = new Map<string, 'he' | 'she'>()
  /** Entities that spoke, the latest last. */
  private spoken: { entity: Entity; at: number }[] = []

  constructor(
    private readonly doc: Document,
    entities: readonly Entity[],
    private readonly silent: ReadonlySet<string>,
  ) {
    this.places = entities
      .flatMap((entity) => entity.mentions.map((m) => ({ entity, form: m.form, start: m.start, end: m.end })))
      .filter((place) => place.form !== 'pronoun')
      .sort((a, b) => a.start - b.start || b.end - a.end)
    for (const entity of entities) if (entity.type === 'person') this.guessGender(entity)
  }

  /** The speaker that a noun phrase names: its printed span, and its entity where it has one. */
  inPhrase(view: View, phrase: Phrase): Speaker {
    const range = view.range(phrase.from, phrase.extent)
    const word = view.word(phrase.head)
    const capitals = (view.flags(phrase.head) & TokenFlag.allCaps) !== 0
    if (phrase.to - phrase.from === 1 && !capitals && PRONOUNS.has(word)) return this.pronoun(word, range)
    const named = namedIn(view, phrase, this.within(range.start, Math.max(range.end, view.endOf(phrase.head))))
    if (named === 'joint' || named === null)
      return { ...range, entity: null, pronoun: false, plural: named === 'joint' || PLURAL.has(word) }
    const { place } = named
    const silent = this.silent.has(place.entity.id)
    return { start: place.start, end: place.end, entity: silent ? null : place.entity, pronoun: false, plural: false }
  }

  /** Remembers who spoke. */
  spoke(entity: Entity | null, at: number): void {
    if (entity) this.spoken.push({ entity, at })
  }

  /** The entity whose name or surname a word in any case is. */
  named(name: string): Entity | null {
    const wanted = name.toLowerCase()
    return (
      this.places.find(
        (p) =>
          p.form === 'name' &&
          (p.entity.name.toLowerCase() === wanted || p.entity.name.toLowerCase().endsWith(` ${wanted}`)),
      )?.entity ?? null
    )
  }

  /** The entity that spoke last before `at`. */
  lastSpeaker(at: number): Entity | null {
    for (let i = this.spoken.length - 1; i >= 0; i--)
      if ((this.spoken[i]?.at ?? 0) < at) return this.spoken[i]?.entity ?? null
    return null
  }

  private within(start: number, end: number): Place[] {
    return this.places.filter((place) => place.start < end && place.end > start && place.start >= start - 60)
  }

  /** Whom a pronoun means: by gender, then by who spoke last, stood as subject, or was named last. */
  private pronoun(word: string, range: Range): Speaker {
    const none: Speaker = { ...range, entity: null, pronoun: true, plural: word === 'they' || word === 'we' }
    if (word === 'who') return this.antecedent(range) ?? none
    if (/^(?:they|we|i|their|my|our)$/.test(word)) return none
    if (word === 'it' || word === 'its') {
      const organization = this.nearest(range.start, (e) => e.type === 'organization', 700)
      return { ...none, entity: organization }
    }
    const gender = HE.has(word) ? 'he' : 'she'
    const fits = (e: Entity): boolean =>
      e.type === 'person' && this.genders.get(e.id) !== (gender === 'he' ? 'she' : 'he')
    return { ...none, entity: this.nearest(range.start, fits, 1500) }
  }

  private antecedent(range: Range): Speaker | null {
    const before = this.places.filter((p) => p.end <= range.start && p.end >= range.start - 3)
    const last = before[before.length - 1]
    return last
      ? {
          start: last.start,
          end: last.end,
          entity: this.silent.has(last.entity.id) ? null : last.entity,
          pronoun: false,
          plural: false,
        }
      : null
  }

  /** The entity most likely meant at `at`: scores recency in paragraphs, subject place, and having spoken. */
  private nearest(at: number, fits: (entity: Entity) => boolean, reach: number): Entity | null {
    let best: Entity | null = null
    let bestScore = -Infinity
    const block = this.blockOf(at)
    const last = this.lastSpeaker(at)
    const seen = new Set<string>()
    for (let i = this.places.length - 1; i >= 0; i--) {
      const place = this.places[i]
      if (!place || place.end > at || at - place.start > reach + 4000) continue
      if (!fits(place.entity) || place.form !== 'name' || this.silent.has(place.entity.id)) continue
      if (seen.has(place.entity.id)) continue
      const blocks = block - this.blockOf(place.start)
      const score =
        -(at - place.start) / 150 -
        blocks * 2 +
        (this.isSubject(place) ? 1.5 : 0) +
        (last?.id === place.entity.id ? 2.5 : 0)
      seen.add(place.entity.id)
      if (score > bestScore) {
        bestScore = score
        best = place.entity
      }
    }
    return best
  }

  private isSubject(place: Place): boolean {
    const block = this.doc.blocks[this.blockOf(place.start)]
    const before = this.doc.text.slice(Math.max(block?.start ?? 0, place.start - 40), place.start)
    return place.start - (block?.start ?? 0) < 45 || /[.!?”"]\s+(?:\p{Lu}[\p{L}.]*\s+){0,4}$/u.test(before)
  }

  private blockOf(at: number): number {
    let low = 0
    let high = this.doc.blocks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.doc.blocks[middle]?.start ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return low
  }

  private guessGender(entity: Entity): void {
    const first = entity.name.split(' ').find((word) => !titleGender(word)) ?? ''
    const folded = first
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
    const titles = [
      ...entity.roles,
      ...entity.mentions.slice(0, 8).map((m) => this.doc.text.slice(Math.max(0, m.start - 14), m.start).trim()),
    ]
    const gender = titles.map(titleGender).find((g) => g !== null) ?? firstNameGender(folded)
    if (gender) this.genders.set(entity.id, gender === 'f' ? 'she' : 'he')
  }
}

/** A speaker as an attribution's source; all null where none is printed. */
export function sourceOf(doc: Document, speaker: Speaker | null): AttributionSource {
  if (!speaker) return { entityId: null, text: null, start: null, end: null }
  return {
    entityId: speaker.entity?.id ?? null,
    text: doc.text.slice(speaker.start, speaker.end),
    start: speaker.start,
    end: speaker.end,
  }
}
