import type { EntityType } from '../extract/types'
import type { CorpusRules } from './corpus-rules'
import type { RawName } from './decision'
import { joinOtherNames } from './join-other-names'
import { joinPersons } from './join-persons'
import { NameClusters } from './name-clusters'

/** A name of the whole folder: everything analysis called by one kind and one folded name. */
export interface CorpusName {
  raw: RawName
  type: EntityType
  name: string
  mentions: number
  /** Other names that some article uses for it. */
  aliases: readonly string[]
}

/** What one person, organization or place is called in the folder. */
export interface NameGroup {
  type: EntityType
  name: string
  /** Places in the list that was given, the fullest name first. */
  members: readonly number[]
  /** Why a member was taken for the same as the first, by its place in the list. */
  reasons: ReadonlyMap<number, string>
}

/** Joins two names of the folder and remembers why. */
export type Join = (from: number, into: number, why: string) => void

/** What the rules of joining work on. */
export interface Joining {
  names: readonly CorpusName[]
  clusters: NameClusters
  join: Join
  /** Whether an article names both, each as something of its own. */
  together(a: number, b: number): boolean
}

/**
 * Brings the names of a folder together: one group per person, organization or place. Two names become one only on evidence (the same
 * words in another spelling, a fuller form that no other one competes with, an alias that articles use), never against conflicting first
 * names, and never against the analyst's word, which counts before everything.
 */
export function groupNames(
  names: readonly CorpusName[],
  rules: CorpusRules,
  together: (a: number, b: number) => boolean,
): NameGroup[] {
  const clusters = new NameClusters(names.length)
  const reasons = new Map<number, string>()
  const byRaw = new Map(names.map(({ raw }, i) => [raw, i]))
  const join: Join = (from, into, why) => {
    if (clusters.join(into, from)) reasons.set(from, why)
  }
  const types = names.map(({ raw, type }) => rules.ruleOf(raw)?.type ?? type)
  for (const { names: pair, same } of rules.links) {
    const [a, b] = pair.map((raw) => byRaw.get(raw))
    if (a === undefined || b === undefined) continue
    if (same) {
      clusters.joinAnyway(a, b)
      reasons.set(b, 'you said so')
    } else clusters.keepApart(a, b)
  }
  joinCalledAlike(names, types, rules, clusters)
  for (const type of new Set(types)) {
    const ofType = names.flatMap((_, i) => (types[i] === type ? [i] : []))
    const joining: Joining = { names, clusters, join, together }
    if (type === 'person') joinPersons(ofType, joining)
    else joinOtherNames(ofType, joining)
  }
  return clusters.all().map((members) => groupOf(members, names, types, rules, reasons))
}

/** Names that the analyst (or a list) calls the same are one. */
function joinCalledAlike(
  names: readonly CorpusName[],
  types: readonly EntityType[],
  rules: CorpusRules,
  clusters: NameClusters,
): void {
  const byName = new Map<string, number>()
  names.forEach(({ raw }, i) => {
    const called = rules.ruleOf(raw)?.name ?? null
    if (called === null) return
    const key = `${types[i] ?? ''}:${called}`
    const known = byName.get(key)
    if (known === undefined) byName.set(key, i)
    else clusters.joinAnyway(known, i)
  })
}

function groupOf(
  members: readonly number[],
  names: readonly CorpusName[],
  types: readonly EntityType[],
  rules: CorpusRules,
  reasons: ReadonlyMap<number, string>,
): NameGroup {
  const of = (i: number) => names[i] as CorpusName
  // The fullest of the often used names: one mention with all middle names does not name the group.
  const often = Math.max(...members.map((i) => of(i).mentions)) / 10
  const sorted = [...members].sort(
    (a, b) =>
      Number(of(b).mentions >= often) - Number(of(a).mentions >= often) ||
      Number(of(b).name.includes(' ')) - Number(of(a).name.includes(' ')) ||
      of(b).mentions - of(a).mentions ||
      a - b,
  )
  const first = sorted[0] ?? 0
  const given = sorted.map((i) => rules.ruleOf(of(i).raw)?.name ?? null).find((name) => name !== null)
  return {
    type: types[first] ?? of(first).type,
    name: given ?? of(first).name,
    members: sorted,
    reasons: new Map(sorted.slice(1).map((i) => [i, reasons.get(i) ?? reasons.get(first) ?? 'the same name'])),
  }
}
