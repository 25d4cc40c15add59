import type { Entity, EntityType } from '@domain/extract/types'
import { ENTITY_TYPES } from '@domain/extract/types'
import { fold } from '@domain/text/normalise'

/** The entities of one open pane. */
export interface PaneEntities {
  articleId: string
  entities: readonly Entity[]
}

/** One thing named in the open panes. `key` stays the same from pane to pane and from session to session. */
export interface SharedEntity {
  key: string
  type: EntityType
  name: string
  aliases: string[]
  roles: string[]
  /** Its mentions per pane, in the order of the panes. */
  counts: number[]
  /** The ids it has in each pane's extraction. */
  ids: { articleId: string; entityId: string }[]
}

export const entityKey = (type: EntityType, name: string) => `${type}:${fold(name)}`

const more = (into: string[], from: readonly string[]) => {
  for (const item of from) if (!into.includes(item)) into.push(item)
}

/**
 * The entities of several panes brought together: the same type and name are one; a name that is another's alias joins it
 * when there is only one such ("Darvan" in one article, "Ilse Darvan" in the other). A book names thousands: each is looked up
 * by its aliases, never held against all others.
 */
export function shareEntities(panes: readonly PaneEntities[]): SharedEntity[] {
  const shared = new Map<string, SharedEntity>()
  panes.forEach(({ articleId, entities }, pane) => {
    for (const entity of entities) {
      const key = entityKey(entity.type, entity.name)
      const one = shared.get(key) ?? {
        key,
        type: entity.type,
        name: entity.name,
        aliases: [],
        roles: [],
        counts: panes.map(() => 0),
        ids: [],
      }
      more(one.aliases, entity.aliases)
      more(one.roles, entity.roles)
      one.counts[pane] = (one.counts[pane] ?? 0) + entity.mentions.length
      one.ids.push({ articleId, entityId: entity.id })
      shared.set(key, one)
    }
  })
  const byAlias = new Map<string, Set<SharedEntity>>()
  for (const one of shared.values()) {
    for (const alias of one.aliases) {
      const key = entityKey(one.type, alias)
      byAlias.set(key, (byAlias.get(key) ?? new Set()).add(one))
    }
  }
  for (const one of [...shared.values()]) {
    const fuller = [...(byAlias.get(one.key) ?? [])].filter((other) => other !== one && shared.has(other.key))
    const into = fuller[0]
    if (!into || fuller.length > 1) continue
    // Two entities of one article stay two: the article itself tells them apart.
    if (one.ids.some((id) => into.ids.some((other) => other.articleId === id.articleId))) continue
    more(into.roles, one.roles)
    into.counts = into.counts.map((count, i) => count + (one.counts[i] ?? 0))
    into.ids.push(...one.ids)
    shared.delete(one.key)
  }
  return [...shared.values()]
}

/** Grouped by kind in the order of the legend; in a group the most mentioned first. */
export function groupByKind(entities: readonly SharedEntity[]): { type: EntityType; entities: SharedEntity[] }[] {
  const total = (entity: SharedEntity) => entity.counts.reduce((sum, count) => sum + count, 0)
  const { compare } = new Intl.Collator()
  return ENTITY_TYPES.map((type) => ({
    type,
    entities: entities
      .filter((entity) => entity.type === type)
      .sort((a, b) => total(b) - total(a) || compare(a.name, b.name)),
  })).filter((group) => group.entities.length > 0)
}
