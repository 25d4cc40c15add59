import type { ArticleHeader, Entity, EntityType } from '../types'
import type { Document } from '../document'
import type { NameSpan } from '../names/name-span'
import { clusterNames } from './cluster-names'
import { clusterPeople } from './cluster-people'
import { nameWords, type NameCluster, type NameMention } from './name-mention'
import { readTitleBefore } from './title-before'
import { toEntity } from './to-entity'

/**
 * The entities of one article: its names tied together per person, organisation, place …, with the offices and descriptions
 * used for them. `names` must be in text order and not overlap. Ids count up in order of first mention.
 */
export function resolveEntities(doc: Document, names: readonly NameSpan[], header: ArticleHeader): Entity[] {
  void header
  const mentions = readMentions(doc, names)
  const clusters = clusterAll(doc, mentions)
  clusters.sort((a, b) => firstStart(a) - firstStart(b))
  return clusters.map((cluster, i) => toEntity(cluster, `e${i + 1}`))
}

function firstStart(cluster: NameCluster): number {
  return cluster.mentions[0]?.span.start ?? 0
}

function readMentions(doc: Document, names: readonly NameSpan[]): NameMention[] {
  let previousEnd = 0
  return names.map((span) => {
    const text = doc.text.slice(span.start, span.end)
    const title = span.type === 'person' ? readTitleBefore(doc, span.start, previousEnd) : null
    previousEnd = span.end
    return { span, text, words: nameWords(text), title }
  })
}

function clusterAll(doc: Document, mentions: readonly NameMention[]): NameCluster[] {
  const byType = new Map<EntityType, NameMention[]>()
  for (const mention of mentions) {
    const list = byType.get(mention.span.type)
    if (list) list.push(mention)
    else byType.set(mention.span.type, [mention])
  }
  return [...byType].flatMap(([type, list]) => (type === 'person' ? clusterPeople(list) : clusterNames(list, doc.text, type)))
}
