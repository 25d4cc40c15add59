import { displayCase } from '../../article/display-case'
import type { Entity, Mention } from '../types'
import type { RoleLink } from './link-roles'
import type { NameCluster, NameMention } from './name-mention'

/** The entity of a cluster of names and the descriptions tied to it. Its id is given when all are in order. */
export function toEntity(cluster: NameCluster, text: string, links: readonly RoleLink[]): Entity {
  const name = canonicalName(cluster)
  const aliases = distinct(cluster.mentions.map((mention) => mention.text)).filter((alias) => alias !== name)
  const titles = cluster.mentions.flatMap(({ title }) =>
    title?.office ? [{ start: title.start, words: title.text }] : [],
  )
  const descriptions = links.map((link) => ({ start: link.start, words: text.slice(link.start, link.end) }))
  const roles = [...titles, ...descriptions].sort((a, b) => a.start - b.start).map(({ words }) => words)
  const names = cluster.mentions.map((mention) => toMention(mention, cluster))
  return { id: '', type: cluster.type, name, aliases, roles: distinct(roles), mentions: inOrder(names, text, links) }
}

/** An institution the article never names: "the government", "police". */
export function namelessEntity(text: string, links: readonly RoleLink[]): Entity {
  const roles = distinct(links.map((link) => text.slice(link.start, link.end)))
  const fullest = roles.reduce((a, b) => (b.length > a.length ? b : a))
  const name = fullest.replace(/^(?:the|this|that|his|her|its|our|their|my|your)\s+/iu, '')
  return { id: '', type: 'organization', name, aliases: [], roles, mentions: inOrder([], text, links) }
}

/** Names and descriptions in text order; a description that holds a name of the same entity would count twice and goes. */
function inOrder(names: readonly Mention[], text: string, links: readonly RoleLink[]): Mention[] {
  const mentions = [...names]
  for (const { start, end, why, confidence } of links) {
    if (mentions.some((mention) => mention.start < end && start < mention.end)) continue
    mentions.push({ start, end, text: text.slice(start, end), form: 'role', why, confidence })
  }
  return mentions.sort((a, b) => a.start - b.start)
}

function toMention({ span, text }: NameMention, cluster: NameCluster): Mention {
  const why = cluster.reasons.get(span.start) ?? 'same name'
  // A margin of 5 is as sure as the tagger gets; the curve only ranks claims on the screen.
  const confidence = 1 - 0.5 * Math.exp(-Math.max(0, span.margin) / 2)
  return { start: span.start, end: span.end, text, form: 'name', why, confidence }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}

/**
 * The fullest form in words; among equals the longest, the most frequent, the first. Headlines and datelines in capitals only
 * name what has no other form, and are then set in small letters: "CHELYABINSK" is Chelyabinsk.
 */
function canonicalName(cluster: NameCluster): string {
  const counts = new Map<string, number>()
  for (const { text } of cluster.mentions) counts.set(text, (counts.get(text) ?? 0) + 1)
  const mostWords = cluster.type === 'person' ? 4 : 12
  let best = ''
  let bestScore = -1
  for (const [text, count] of counts) {
    const words = Math.min(text.split(/\s+/u).length, mostWords)
    const shouted = isShouted(text) ? 0 : 1
    const score = words * 1000 + shouted * 500 + Math.min(text.length, 40) * 10 + Math.min(count, 50) / 10
    if (score > bestScore) {
      best = text
      bestScore = score
    }
  }
  return isShouted(best) ? displayCase(best) : best
}

/** A name, not an acronym, in capitals: six letters or more in one word, or several words. */
function isShouted(text: string): boolean {
  return !/\p{Ll}/u.test(text) && (/\p{Lu}{6,}/u.test(text) || /\p{Lu}{4,}\s+\p{Lu}{3,}/u.test(text))
}
