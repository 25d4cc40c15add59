import type { Entity, Mention } from '../types'
import type { NameCluster, NameMention } from './name-mention'

/** The entity of a cluster of names: canonical name, other names, offices before the name. */
export function toEntity(cluster: NameCluster, id: string): Entity {
  const name = canonicalName(cluster)
  const aliases = distinct(cluster.mentions.map((mention) => mention.text)).filter((alias) => alias !== name)
  const roles = distinct(cluster.mentions.flatMap(({ title }) => (title?.office ? [title.text] : [])))
  return { id, type: cluster.type, name, aliases, roles, mentions: cluster.mentions.map((mention) => toMention(mention, cluster)) }
}

function toMention({ span, text }: NameMention, cluster: NameCluster): Mention {
  const why = cluster.reasons.get(span.start) ?? 'same name'
  // A margin of 5 is as sure as the tagger gets; the curve only ranks claims on the screen.
  return { start: span.start, end: span.end, text, form: 'name', why, confidence: 1 - 0.5 * Math.exp(-Math.max(0, span.margin) / 2) }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}

/** The fullest form in words; among equals the most frequent one, among those the first. Acronyms never name what has a name. */
function canonicalName(cluster: NameCluster): string {
  const counts = new Map<string, number>()
  for (const { text } of cluster.mentions) counts.set(text, (counts.get(text) ?? 0) + 1)
  let best = ''
  let bestScore = -1
  for (const [text, count] of counts) {
    const words = text.split(/\s+/u).length
    const score = Math.min(words, cluster.type === 'person' ? 4 : 12) * 100 + Math.min(text.length, 40) + Math.min(count, 50) / 100
    if (score > bestScore) {
      best = text
      bestScore = score
    }
  }
  return best
}
