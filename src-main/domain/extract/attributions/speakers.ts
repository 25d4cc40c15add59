import type { Range } from '../../text/span'
import type { Document } from '../document'
import type { Entity, Mention } from '../types'
import type { Phrase } from './noun-phrases'
import type { View } from './view'

/** A mention with its entity, as the speakers' search needs it. */
export interface Place extends Range {
  entity: Entity
  form: Mention['form']
}

/** A speaker as found in the text. */
export interface Speaker extends Range {
  entity: Entity | null
  /** A pronoun that now stands for `entity`. */
  pronoun: boolean
  plural: boolean
}

const HE = new Set(['he', 'him', 'his', 'himself'])
const SHE = new Set(['she', 'her', 'hers', 'herself'])
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
    const range = view.range(phrase.from, phrase.to)
    const word = view.word(phrase.head)
    if (
      phrase.to - phrase.from === 1 &&
      (HE.has(word) ||
        SHE.has(word) ||
        word === 'they' ||
        word === 'it' ||
        word === 'who' ||
        word === 'i' ||
        word === 'we')
    )
      return this.pronoun(word, range)
    const named = this.headEntity(view, phrase, range)
    if (named)
      return {
        start: named.start,
        end: named.end,
        entity: this.silent.has(named.entity.id) ? null : named.entity,
        pronoun: false,
        plural: false,
      }
    return { ...range, entity: null, pronoun: false, plural: /^(?:and|&)$/.test(word) || PLURAL.has(word) }
  }

  /** Remembers who spoke. */
  spoke(entity: Entity | null, at: number): void {
    if (entity) this.spoken.push({ entity, at })
  }

  /** The entity whose name or surname a word in any case is. */
  named(name: string): Entity | null {
    const wanted = name.toLowerCase()
    return this.places.find((p) => p.form === 'name' && (p.entity.name.toLowerCase() === wanted || p.entity.name.toLowerCase().endsWith(` ${wanted}`)))?.entity ?? null
  }

  /** The entity that spoke last before `at`. */
  lastSpeaker(at: number): Entity | null {
    for (let i = this.spoken.length - 1; i >= 0; i--)
      if ((this.spoken[i]?.at ?? 0) < at) return this.spoken[i]?.entity ?? null
    return null
  }

  /** The mention that is the phrase's head: the last person of its core, else the organisation or role that ends it. */
  private headEntity(view: View, phrase: Phrase, range: Range): Place | null {
    const inside = this.within(range.start, Math.max(range.end, view.endOf(phrase.head)))
    if (inside.length === 0) return null
    const joint = this.joint(view, phrase, inside)
    if (joint) return null
    const headEnd = view.endOf(phrase.head)
    const possessive = (place: Place) =>
      /^['’](?:s\b)?/.test(this.doc.text.slice(place.end, place.end + 2)) && place.end < headEnd
    const person = inside.filter(
      (p) => p.entity.type === 'person' && p.form === 'name' && !possessive(p) && p.start < headEnd,
    )
    const last = person[person.length - 1]
    if (last) return last
    const role = inside.find((p) => p.form === 'role' && p.end >= headEnd)
    if (role) return role
    const ending = inside.filter((p) => p.end >= headEnd && p.start < headEnd && !possessive(p))
    return ending[ending.length - 1] ?? null
  }

  /** "Dick Durbin and Adam Schiff": two people speak as one, no single entity does. */
  private joint(view: View, phrase: Phrase, inside: readonly Place[]): boolean {
    const people = new Set(
      inside.filter((p) => p.entity.type === 'person' && p.form === 'name').map((p) => p.entity.id),
    )
    if (people.size < 2) return false
    for (let s = phrase.from; s < phrase.to; s++) if (view.word(s) === 'and' || view.word(s) === '&') return true
    return false
  }

  private within(start: number, end: number): Place[] {
    return this.places.filter((place) => place.start >= start && place.end <= end + 1 && place.start < end)
  }

  /** Whom a pronoun means: by gender, then by who spoke last, stood as subject, or was named last. */
  private pronoun(word: string, range: Range): Speaker {
    const none: Speaker = { ...range, entity: null, pronoun: true, plural: word === 'they' || word === 'we' }
    if (word === 'who') return this.antecedent(range) ?? none
    if (word === 'they' || word === 'we' || word === 'i') return none
    if (word === 'it') {
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
    const words = `${entity.name} ${entity.roles.join(' ')}`.toLowerCase()
    if (
      /\b(?:mrs|ms|miss|queen|princess|duchess|lady|dame|actress|congresswoman|spokeswoman|chairwoman|businesswoman|first lady|sister|mother|daughter|wife|widow|woman)\b/.test(
        words,
      )
    )
      this.genders.set(entity.id, 'she')
    else if (
      /\b(?:mr|king|prince|duke|lord|sir|actor|congressman|spokesman|chairman|businessman|brother|father|son|husband|pope|imam|man)\b/.test(
        words,
      )
    )
      this.genders.set(entity.id, 'he')
    else {
      for (const mention of entity.mentions) {
        const before = this.doc.text.slice(Math.max(0, mention.start - 6), mention.start)
        if (/\bMrs?\.?\s$/.test(before)) this.genders.set(entity.id, /Mrs/.test(before) ? 'she' : 'he')
        else if (/\bM(?:s|iss)\.?\s$/.test(before)) this.genders.set(entity.id, 'she')
      }
    }
  }
}
