import type { Extraction } from '../../domain/extract/types'
import type { EntityCount } from '../../sql/index/records'

/** What an article's entities count in the whole folder. */
export function entityCounts({ entities }: Pick<Extraction, 'entities'>): EntityCount[] {
  return entities
    .filter(({ mentions }) => mentions.length > 0)
    .map(({ type, name, aliases, mentions }) => ({ type, name, aliases, mentions: mentions.length }))
}
