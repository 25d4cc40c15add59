import type { Document } from '../document'
import { readGrammar } from '../grammar/read-grammar'
import type { NameSpan } from '../names/name-span'
import type { ArticleHeader, Entity, EntityType } from '../types'
import { appositivesBehind } from './appositives'
import { clusterNames } from './cluster-names'
import { clusterPeople } from './cluster-people'
import { withDateline } from './dateline-names'
import { linkRoles, type Chooser, type RoleContext, type RoleLink } from './link-roles'
import { nameWords, type NameCluster, type NameMention } from './name-mention'
import { shippedChooser } from './role-chooser'
import { refineNames } from './refine-names'
import { findRolePhrases } from './role-phrases'
import { readProfiles } from './role-profile'
import type { NameInfo, Scene } from './scene'
import { readTitleBefore } from './title-before'
import { namelessEntity, toEntity } from './to-entity'
import { tokenAt } from '../../text/tokens'

/**
 * The entities of one article: its names tied together per person, organisation, place …, with the offices and descriptions
 * used for them. `names` must be in text order and not overlap. Ids count up in order of first mention.
 */
export function resolveEntities(doc: Document, names: readonly NameSpan[], header: ArticleHeader): Entity[] {
  const refined = refineNames(doc, names)
  const { clusters, context } = readRoleContext(doc, withDateline(refined.names, header, doc.text))
  const links = linkRoles(context, shippedChooser())
  // Meetings overlap the organisations they are named after, so they are tied together apart from all other names.
  const meetings = clusterNames(readMentions(doc, refined.meetings), doc.text, 'event')
  return entitiesOf(doc, clusters, links, meetings)
}

/** The same with another choice of readings: what the trainer of the role weights needs. */
export function resolveRoles(
  doc: Document,
  names: readonly NameSpan[],
  choose: Chooser,
): { clusters: NameCluster[]; links: RoleLink[] } {
  const { clusters, context } = readRoleContext(doc, names)
  return { clusters, links: linkRoles(context, choose) }
}

function readRoleContext(doc: Document, names: readonly NameSpan[]): { clusters: NameCluster[]; context: RoleContext } {
  const mentions = readMentions(doc, names)
  const clusters = clusterAll(doc, mentions)
  clusters.sort((a, b) => firstStart(a) - firstStart(b))
  const clusterAt = new Map<number, number>()
  clusters.forEach((cluster, i) => cluster.mentions.forEach(({ span }) => clusterAt.set(span.start, i)))
  const scene = readScene(doc, names)
  const clusterOfName = names.map((span) => clusterAt.get(span.start) ?? -1)
  const appositives = appositivesBehind(scene)
  const profiles = readProfiles(scene, clusters, clusterOfName, appositives)
  const phrases = findRolePhrases(scene)
  return { clusters, context: { scene, clusterOfName, profiles, phrases, appositives } }
}

function readScene(doc: Document, names: readonly NameSpan[]): Scene {
  const nameOf = new Int32Array(doc.tokens.count).fill(-1)
  const infos = names.map((span, i) => nameInfo(doc, span, i, nameOf))
  return { doc, grammar: readGrammar(doc), names: infos, nameOf }
}

function nameInfo(doc: Document, span: NameSpan, index: number, nameOf: Int32Array): NameInfo {
  const firstToken = tokenAt(doc.tokens, span.start)
  let endToken = firstToken
  while (endToken < doc.tokens.count && (doc.tokens.start[endToken] ?? 0) < span.end) nameOf[endToken++] = index
  const kind =
    span.type === 'person' ? 'person' : span.type === 'organization' || span.type === 'group' ? 'organization' : 'other'
  return { firstToken, endToken, kind }
}

function entitiesOf(
  doc: Document,
  clusters: readonly NameCluster[],
  links: readonly RoleLink[],
  meetings: readonly NameCluster[],
): Entity[] {
  const byProfile = new Map<number, RoleLink[]>()
  for (const link of links) {
    const list = byProfile.get(link.profile)
    if (list) list.push(link)
    else byProfile.set(link.profile, [link])
  }
  const drafts = clusters.map((cluster, i) => toEntity(cluster, doc.text, byProfile.get(i) ?? []))
  for (const [profile, list] of byProfile) if (profile >= clusters.length) drafts.push(namelessEntity(doc.text, list))
  for (const meeting of meetings) drafts.push(toEntity(meeting, doc.text, []))
  drafts.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
  return drafts.map((entity, i) => ({ ...entity, id: `e${i + 1}` }))
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
  return [...byType].flatMap(([type, list]) =>
    type === 'person' ? clusterPeople(list) : clusterNames(list, doc.text, type),
  )
}
