import { FACILITY_HEADS, ORGANIZATION_HEADS, PLACE_HEADS } from '../lexicon/name-heads'
import { countryNamed, countryOfCapital } from '../lexicon/countries'
import type { EntityType } from '../types'
import { acronymLetters, spellsAcronym } from './acronyms'
import { isOneSlipApart, isSubsequence, type NameCluster, type NameMention } from './name-mention'

/** All mentions printed the same way. */
interface Surface {
  key: string
  words: readonly string[]
  text: string
  mentions: NameMention[]
  /** Union-find: the surface that stands for this one's cluster. */
  parent: Surface
  reason: string
}

/**
 * Ties the names of organisations, places, groups, events, works and things: same words, a country's names, an acronym defined
 * in brackets or spelling the name, a name cut short ("the Florida Highway Patrol … the Highway Patrol"), a slip of the pen.
 */
export function clusterNames(mentions: readonly NameMention[], text: string, type: EntityType): NameCluster[] {
  const surfaces = new Map<string, Surface>()
  for (const mention of mentions) {
    const key = surfaceKey(mention, type)
    const surface = surfaces.get(key)
    if (surface) surface.mentions.push(mention)
    else surfaces.set(key, newSurface(key, mention))
  }
  const all = [...surfaces.values()]
  joinBrackets(mentions, surfaces, text, type)
  joinAcronyms(all)
  joinShortForms(all, type)
  joinSlips(all, type)
  return clustersOf(all, type)
}

function newSurface(key: string, mention: NameMention): Surface {
  const surface = { key, words: mention.words, text: mention.text, mentions: [mention], reason: 'same name' } as Surface
  surface.parent = surface
  return surface
}

/** Countries share their ISO code over all their names; everything else is its words. */
function surfaceKey(mention: NameMention, type: EntityType): string {
  if (type === 'place' || type === 'organization') {
    const country = countryNamed(mention.text)
    if (country) return `=${country.code}`
  }
  const words = mention.words.join(' ')
  return type === 'group' ? words.replace(/s$/, '') : words
}

function rootOf(surface: Surface): Surface {
  let root = surface
  while (root.parent !== root) root = root.parent
  surface.parent = root
  return root
}

function join(a: Surface, b: Surface, reason: string): void {
  const rootA = rootOf(a)
  const rootB = rootOf(b)
  if (rootA === rootB) return
  const [head, tail] =
    (rootA.mentions[0]?.span.start ?? 0) <= (rootB.mentions[0]?.span.start ?? 0) ? [rootA, rootB] : [rootB, rootA]
  tail.parent = head
  if (b.reason === 'same name') b.reason = reason
}

/** "Federal Security Service (FSB)" and "FSB (Federal Security Service)". */
function joinBrackets(
  mentions: readonly NameMention[],
  surfaces: Map<string, Surface>,
  text: string,
  type: EntityType,
): void {
  for (let i = 0; i + 1 < mentions.length; i++) {
    const outer = mentions[i]
    const inner = mentions[i + 1]
    if (!outer || !inner) continue
    const between = text.slice(outer.span.end, inner.span.start)
    if (!/^(?:['’]s?)?\s?[(（]$/u.test(between) || !/^[)）;,]/u.test(text.slice(inner.span.end, inner.span.end + 1)))
      continue
    // "Paris (France)": two places in brackets are one only when the letters say so.
    const short = acronymLetters(inner.text) ?? acronymLetters(outer.text)
    if (!short && type !== 'organization') continue
    const a = surfaces.get(surfaceKey(outer, type))
    const b = surfaces.get(surfaceKey(inner, type))
    if (a && b) join(a, b, 'defined in brackets')
  }
}

function joinAcronyms(all: readonly Surface[]): void {
  const long = all.filter((surface) => surface.words.length >= 2)
  for (const surface of all) {
    const letters = surface.words.length === 1 ? acronymLetters(surface.text) : null
    if (!letters || rootOf(surface) !== surface) continue
    const spelled = long.filter((candidate) => spellsAcronym(letters, candidate.words))
    const exact = spelled[0]
    if (exact) join(exact, surface, `${surface.text} spells the name`)
  }
}

/** Words that only say what kind of thing a name is; directions are no such words: Virginia is not West Virginia cut short. */
const GENERIC = new Set(
  [...ORGANIZATION_HEADS, ...PLACE_HEADS, ...FACILITY_HEADS, 'international', 'national', 'royal'].filter(
    (word) => !/^(?:north|south|east|west)$/.test(word),
  ),
)

/** Ties each name to the longer one it is the beginning or the end of; where several fit, to the one seen last before it. */
function joinShortForms(all: readonly Surface[], type: EntityType): void {
  const byWord = new Map<string, Surface[]>()
  for (const surface of all)
    for (const word of new Set(surface.words)) {
      const list = byWord.get(word)
      if (list) list.push(surface)
      else byWord.set(word, [surface])
    }
  for (const short of all) {
    if (short.key.startsWith('=') && type === 'place') continue
    const isCapital = type === 'place' && countryOfCapital(short.text) !== undefined
    const candidates = (byWord.get(short.words[0] ?? '') ?? []).filter(
      (long) =>
        long !== short &&
        long.words.length > short.words.length &&
        isShortForm(short.words, long.words, type) &&
        // "Jolo" named first is the town, not Jolo Cathedral cut short.
        !(type === 'place' && (isCapital || isFirst(short, long)) && endsInFacility(long)),
    )
    const best = nearest(candidates, short)
    if (best) join(best, short, `short for ${best.text}`)
  }
}

function isFirst(a: Surface, b: Surface): boolean {
  return (a.mentions[0]?.span.start ?? 0) < (b.mentions[0]?.span.start ?? 0)
}

function endsInFacility(surface: Surface): boolean {
  return FACILITY_HEADS.has(surface.words[surface.words.length - 1] ?? '')
}

function nearest(candidates: readonly Surface[], short: Surface): Surface | null {
  const at = short.mentions[0]?.span.start ?? 0
  let best: Surface | null = null
  let bestDistance = Infinity
  for (const candidate of candidates)
    for (const mention of candidate.mentions) {
      const distance = mention.span.start < at ? at - mention.span.start : 1e9 + mention.span.start
      if (distance < bestDistance) {
        best = candidate
        bestDistance = distance
      }
    }
  return best
}

function isShortForm(short: readonly string[], long: readonly string[], type: EntityType): boolean {
  if (!isSubsequence(short, long)) return false
  const isPrefix = short.every((word, i) => word === long[i])
  const isSuffix = short.every((word, i) => word === long[long.length - short.length + i])
  const rest = isPrefix ? long.slice(short.length) : isSuffix ? long.slice(0, long.length - short.length) : null
  if (type === 'place') {
    // "Hampshire" is not New Hampshire: a place may only lose the word that says what kind of place it is.
    const dropped = rest ?? long.filter((word) => !short.includes(word))
    return dropped.every((word) => GENERIC.has(word)) && !short.every((word) => GENERIC.has(word))
  }
  if (type === 'organization') return rest !== null || short.length >= 2
  return rest !== null
}

/** Ties rare spellings to a name one letter away; names of countries are never a slip of each other. */
function joinSlips(all: readonly Surface[], type: EntityType): void {
  const buckets = new Map<string, Surface[]>()
  for (const surface of all) {
    if (surface.key.startsWith('=') || surface.key.length < 6 || /\d/.test(surface.key)) continue
    for (const bucket of [surface.key.slice(0, 3), surface.key.slice(-3)]) {
      const list = buckets.get(bucket) ?? []
      for (const other of list) {
        const fits = isOneSlipApart(surface.key, other.key) && (type !== 'place' || surface.key.length >= 7)
        if (fits) join(other, surface, `another spelling of ${other.text}`)
      }
      if (list.length < 40) list.push(surface)
      buckets.set(bucket, list)
    }
  }
}

function clustersOf(all: readonly Surface[], type: EntityType): NameCluster[] {
  const clusters = new Map<Surface, NameCluster>()
  for (const surface of all) {
    const root = rootOf(surface)
    let cluster = clusters.get(root)
    if (!cluster) clusters.set(root, (cluster = { type, mentions: [], reasons: new Map() }))
    for (const mention of surface.mentions) {
      cluster.mentions.push(mention)
      cluster.reasons.set(mention.span.start, surface.reason)
    }
  }
  for (const cluster of clusters.values()) cluster.mentions.sort((a, b) => a.span.start - b.span.start)
  return [...clusters.values()]
}
