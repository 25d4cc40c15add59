import type { Attribution, Entity, EntityType, Mention } from '../extract/types'
import { fold } from '../text/normalise'
import type { Range, Span } from '../text/span'
import { rawName, type RawName } from './decision'

/** What a mention says of itself once the analyst has spoken. */
export const YOUR_WORD = { why: 'you said so', confidence: 1 } as const

const overlap = (a: Range, b: Range) => a.start < b.end && b.start < a.end
const same = (a: Range, b: Range) => a.start === b.start && a.end === b.end

/** The entities of one article while decisions are applied to them; what was passed in stays as it was. */
export class EntityDrafts {
  private list: Entity[]
  /** Entities that went into others, and where mentions that speakers point to went. */
  private readonly movedTo = new Map<string, string>()
  private readonly mentionTo = new Map<number, string>()
  private made = 0

  constructor(entities: readonly Entity[]) {
    this.list = entities.map((entity) => ({
      ...entity,
      aliases: [...entity.aliases],
      roles: [...entity.roles],
      mentions: [...entity.mentions],
    }))
  }

  get entities(): readonly Entity[] {
    return this.list
  }

  named(names: readonly RawName[]): Entity[] {
    return this.list.filter((entity) => names.includes(rawName(entity.type, entity.name)))
  }

  /** Takes the mentions at a place out: those of exactly this range, else those that share a character with it. */
  take(range: Range): { entity: Entity; mention: Mention }[] {
    const all = this.list.flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    const exact = all.filter(({ mention }) => same(mention, range))
    const taken = exact.length > 0 ? exact : all.filter(({ mention }) => overlap(mention, range))
    for (const { entity, mention } of taken) entity.mentions = entity.mentions.filter((other) => other !== mention)
    return taken
  }

  /** Puts a mention to the entity of this kind and name, which is made when the article has none. */
  put(span: Span, form: Mention['form'], type: EntityType, name: string): Entity {
    const entity = this.find(type, name) ?? this.make(type, name)
    entity.mentions = [...entity.mentions, { ...span, form, ...YOUR_WORD }].sort((a, b) => a.start - b.start)
    if (form === 'name') this.alias(entity, span.text)
    this.mentionTo.set(span.start, entity.id)
    return entity
  }

  find(type: EntityType, name: string): Entity | null {
    const key = fold(name)
    const ofType = this.list.filter((entity) => entity.type === type)
    return (
      ofType.find((entity) => fold(entity.name) === key) ??
      ofType.find((entity) => entity.aliases.some((alias) => fold(alias) === key)) ??
      null
    )
  }

  /** The entity's id, made when the article has none of this kind and name: a speaker need not be mentioned. */
  idOf(type: EntityType, name: string): string {
    return (this.find(type, name) ?? this.make(type, name)).id
  }

  remove(entity: Entity): void {
    this.list = this.list.filter((other) => other !== entity)
  }

  /** Everything of `from` goes to `into`. */
  join(from: Entity, into: Entity): void {
    if (from === into) return
    const fresh = from.mentions.filter((mention) => !into.mentions.some((other) => overlap(mention, other)))
    into.mentions = [...into.mentions, ...fresh].sort((a, b) => a.start - b.start)
    for (const alias of [from.name, ...from.aliases]) this.alias(into, alias)
    for (const role of from.roles) if (!into.roles.includes(role)) into.roles.push(role)
    this.movedTo.set(from.id, into.id)
    this.remove(from)
  }

  rename(entity: Entity, name: string): void {
    if (entity.name === name) return
    const before = entity.name
    entity.name = name
    entity.aliases = entity.aliases.filter((alias) => fold(alias) !== fold(name))
    this.alias(entity, before)
  }

  /** The entities that are left, and the attributions with their speakers where they are now. */
  finish(attributions: readonly Attribution[]): { entities: Entity[]; attributions: Attribution[] } {
    const speakers = new Set(attributions.map(({ source }) => this.speakerId(source)))
    const entities = this.list.filter((entity) => entity.mentions.length > 0 || speakers.has(entity.id))
    const known = new Set(entities.map(({ id }) => id))
    return {
      entities,
      attributions: attributions.map((attribution) => {
        const id = this.speakerId(attribution.source)
        const entityId = id !== null && known.has(id) ? id : null
        return entityId === attribution.source.entityId
          ? attribution
          : { ...attribution, source: { ...attribution.source, entityId } }
      }),
    }
  }

  private speakerId({ entityId, start }: Attribution['source']): string | null {
    let id = (start === null ? undefined : this.mentionTo.get(start)) ?? entityId
    for (let next = id && this.movedTo.get(id); next; next = this.movedTo.get(next)) id = next
    return id
  }

  private alias(entity: Entity, alias: string): void {
    const known = [entity.name, ...entity.aliases].some((name) => fold(name) === fold(alias))
    if (!known) entity.aliases.push(alias)
  }

  private make(type: EntityType, name: string): Entity {
    const entity: Entity = { id: `c${++this.made}`, type, name, aliases: [], roles: [], mentions: [] }
    this.list.push(entity)
    return entity
  }
}
