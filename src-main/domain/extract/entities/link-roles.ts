import type { Document } from '../document'
import { nameBehind, type Appositive } from './appositives'
import {
  newFeatures,
  pairFeatures,
  rememberCall,
  roleCase,
  wasCalled,
  type RoleCase,
  type Standing,
} from './role-features'
import type { RolePhrase } from './role-phrases'
import type { Profile } from './role-profile'
import { nameStartingAt, sentenceOf, type Scene } from './scene'

/** A description tied to a profile. */
export interface RoleLink {
  start: number
  end: number
  /** Index into the profiles; those past the clusters are things without a name. */
  profile: number
  why: string
  confidence: number
}

/** One way to read a phrase; `profile` is null for "no mention" and -1 for "a thing of its own". */
export interface Reading {
  profile: number | null
  features: string[]
}

/** Chooses a reading; the trainer puts its own in, which follows the annotation. */
export type Chooser = (roleCaseOf: RoleCase, readings: readonly Reading[]) => { reading: number; confidence: number }

export interface RoleContext {
  scene: Scene
  clusterOfName: readonly number[]
  /** By cluster; things without a name are added behind. */
  profiles: (Profile | null)[]
  phrases: readonly RolePhrase[]
  appositives: readonly Appositive[]
}

/** At most this many profiles are weighed per phrase, those mentioned last: an article of lists must not cost a square. */
const MOST_OPTIONS = 6

/**
 * Ties descriptions to people and organisations, in text order: those set off beside a name by their place, all others by the
 * best-scored reading, earlier links helping later ones.
 */
export function linkRoles(context: RoleContext, choose: Chooser): RoleLink[] {
  const links: RoleLink[] = []
  const used = new Set<number>()
  for (const appositive of context.appositives) {
    if (appositive.indefinite) continue
    const profile = context.clusterOfName[appositive.name] ?? -1
    if (!context.profiles[profile]) continue
    links.push({
      start: appositive.start,
      end: appositive.end,
      profile,
      why: 'set off behind the name',
      confidence: 0.95,
    })
    used.add(appositive.headToken)
  }
  const mentioned = mentionOrder(context)
  const repeats = new Map<string, number>()
  for (const { head } of context.phrases) repeats.set(head.word, (repeats.get(head.word) ?? 0) + 1)
  for (const phrase of context.phrases) {
    if (used.has(phrase.headToken)) continue
    const theCase = roleCase(context.scene, phrase, repeats.get(phrase.head.word) ?? 1)
    const link = setOff(context, phrase) ?? chosen(context, theCase, choose, mentioned)
    if (!link) continue
    links.push(link)
    const profile = context.profiles[link.profile]
    if (!profile) continue
    rememberCall(theCase, profile)
    insertSorted(profile.starts, link.start)
  }
  return links.sort((a, b) => a.start - b.start)
}

function setOff(context: RoleContext, phrase: RolePhrase): RoleLink | null {
  const behind = nameBehind(context.scene, phrase)
  const profile = behind ? (context.clusterOfName[behind.name] ?? -1) : -1
  if (!behind || !context.profiles[profile]) return null
  return { start: phrase.start, end: behind.end, profile, why: 'set off before the name', confidence: 0.95 }
}

/** Name offsets with their profile in text order, for walking back from a phrase. */
function mentionOrder(context: RoleContext): { start: number; profile: number }[] {
  const order: { start: number; profile: number }[] = []
  context.profiles.forEach((profile, index) => {
    for (const start of profile?.starts ?? []) order.push({ start, profile: index })
  })
  return order.sort((a, b) => a.start - b.start)
}

function chosen(
  context: RoleContext,
  theCase: RoleCase,
  choose: Chooser,
  mentioned: { start: number; profile: number }[],
): RoleLink | null {
  const { scene, profiles } = context
  const { phrase } = theCase
  // "the mayor Sadiq Khan": a title, not a mention of its own; "his counterpart X" is both.
  const next = nameStartingAt(scene, phrase.endToken)
  const isTitle = next?.kind === phrase.head.kind && sentenceOf(scene, phrase.endToken) === phrase.sentence
  if (isTitle && phrase.head.word !== 'counterpart') return null
  if (isTitle) return counterpart(context, phrase, mentioned)
  const readings = readingsOf(context, theCase, mentioned)
  const { reading, confidence } = choose(theCase, readings)
  let profile = readings[reading]?.profile ?? null
  if (profile === null) return null
  const why = profile === -1 ? 'an institution the article does not name' : whyOf(readings[reading]?.features ?? [])
  if (profile === -1) {
    profile = profiles.length
    profiles.push(namelessProfile(theCase))
  }
  insertMention(mentioned, phrase.start, profile)
  return { start: phrase.start, end: phrase.end, profile, why, confidence }
}

/** "his Russian counterpart Vladimir Putin": Putin holds the office of the person spoken of before. */
function counterpart(
  { scene, clusterOfName, profiles }: RoleContext,
  phrase: RolePhrase,
  mentioned: readonly { start: number; profile: number }[],
): RoleLink {
  const profile = clusterOfName[scene.nameOf[phrase.endToken] ?? -1] ?? -1
  const other = optionsOf(profiles, phrase, mentioned).find((option) => option.profile !== profile && option.start >= 0)
  for (const word of profiles[other?.profile ?? -1]?.offices ?? []) profiles[profile]?.offices.add(word)
  return { start: phrase.start, end: phrase.end, profile, why: 'stands before the name', confidence: 0.9 }
}

function whyOf(features: readonly string[]): string {
  if (features.includes('called')) return 'called so before'
  if (features.includes('office same')) return 'holds that office'
  if (features.includes('country =')) return 'of that country'
  if (features.some((feature) => feature.startsWith('headinname true'))) return 'the word stands in its name'
  if (features.includes('described')) return 'described so beside its name'
  return 'mentioned last before and fits'
}

function readingsOf(
  context: RoleContext,
  theCase: RoleCase,
  mentioned: readonly { start: number; profile: number }[],
): Reading[] {
  const { profiles } = context
  const { phrase } = theCase
  const readings: Reading[] = [{ profile: null, features: theCase.none }]
  if (phrase.head.kind === 'organization') readings.push({ profile: -1, features: newFeatures(theCase) })
  const options = optionsOf(profiles, phrase, mentioned)
  const byFrequency = [...options].sort((a, b) => (profiles[b.profile]?.names ?? 0) - (profiles[a.profile]?.names ?? 0))
  const rank = new Map(byFrequency.map((option, i) => [option.profile, i]))
  const taken = options.some(({ profile: index }) => {
    const profile = profiles[index]
    return profile && wasCalled(theCase, profile)
  })
  options.forEach(({ profile: index, start }, recency) => {
    const profile = profiles[index]
    if (!profile) return
    const distance = start < 0 ? -1 : phrase.sentence - sentenceAt(context.scene.doc, start)
    const standing: Standing = {
      recency,
      frequency: rank.get(index) ?? 0,
      rivals: options.length,
      distance,
      sameSentence: distance === 0,
    }
    readings.push({ profile: index, features: pairFeatures(theCase, profile, standing, taken) })
  })
  return readings
}

/** The profiles of the phrase's kind, the one mentioned last first; `start` is -1 for those only mentioned later. */
function optionsOf(
  profiles: readonly (Profile | null)[],
  phrase: RolePhrase,
  mentioned: readonly { start: number; profile: number }[],
): { profile: number; start: number }[] {
  const options: { profile: number; start: number }[] = []
  const seen = new Set<number>()
  const at = lowerBound(mentioned, phrase.start)
  const take = (i: number, later: boolean) => {
    const mention = mentioned[i]
    if (!mention || seen.has(mention.profile) || profiles[mention.profile]?.kind !== phrase.head.kind) return
    seen.add(mention.profile)
    options.push({ profile: mention.profile, start: later ? -1 : mention.start })
  }
  for (let i = at - 1; i >= 0 && options.length < MOST_OPTIONS && i > at - 400; i--) take(i, false)
  for (let i = at; i < mentioned.length && options.length < MOST_OPTIONS && i < at + 100; i++) take(i, true)
  return options
}

function lowerBound(mentioned: readonly { start: number }[], start: number): number {
  let low = 0
  let high = mentioned.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentioned[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

function insertMention(mentioned: { start: number; profile: number }[], start: number, profile: number): void {
  mentioned.splice(lowerBound(mentioned, start), 0, { start, profile })
}

function insertSorted(starts: number[], start: number): void {
  let at = starts.length
  while (at > 0 && (starts[at - 1] ?? 0) > start) at--
  starts.splice(at, 0, start)
}

function sentenceAt(doc: Document, offset: number): number {
  let low = 0
  let high = doc.sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((doc.sentences[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function namelessProfile({ phrase, countries }: RoleCase): Profile {
  return {
    kind: 'organization',
    type: 'organization',
    words: new Set([phrase.head.word, ...phrase.modifiers, ...phrase.complement]),
    nameClass: phrase.head.class,
    offices: new Set(),
    countries: new Set(countries),
    gender: null,
    age: null,
    starts: [],
    names: 0,
    calledBy: new Map(),
    isSuspect: false,
    isVictim: false,
    nameless: true,
  }
}
