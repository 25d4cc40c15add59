import { countryOfDemonym } from '../lexicon/countries'
import { countriesIn, type Profile } from './role-profile'
import type { RolePhrase } from './role-phrases'
import { classAt, sentenceOf, wordAt, type Scene } from './scene'

/** A role phrase with what all its readings share. */
export interface RoleCase {
  phrase: RolePhrase
  /** Lower-case head, "head-of-state" and "prime-minister" joined. */
  head: string
  countries: string[]
  /** Words between determiner and head that name a field ("foreign", "health"). */
  portfolio: string[]
  /** How many phrases of the article have this head. */
  repeats: number
  /** Features of reading the phrase as nothing worth a mention. */
  none: string[]
}

const NO_PORTFOLIO = new Set([
  'the',
  'a',
  'new',
  'former',
  'then',
  'late',
  'current',
  'senior',
  'top',
  'chief',
  'young',
  'old',
  'first',
  'deputy',
  'vice',
  'acting',
  'prime',
])
const BE = new Set([
  'is',
  'was',
  'are',
  'were',
  'be',
  'been',
  'being',
  'became',
  'become',
  'becomes',
  'becoming',
  'remain',
  'remains',
  'remained',
  'as',
  'named',
  'elected',
  'appointed',
])
const LEADERS = [
  'president',
  'minister',
  'premier',
  'pm',
  'chancellor',
  'king',
  'queen',
  'leader',
  'chairman',
  'governor',
  'emir',
  'head',
  'sultan',
]
const HEADS_OF_STATE = ['president', 'king', 'queen', 'emir', 'sultan', 'leader']

/** Whether the word can name a field of office: "foreign", "health", not "Russian" or "senior". */
function isPortfolio(word: string): boolean {
  return !NO_PORTFOLIO.has(word) && /^\p{L}{3,}/u.test(word) && countryOfDemonym(word) === undefined
}

/** Whether the profile was called by this head before, and not with other qualities ("the Russian leader", "the Kazakh leader"). */
export function wasCalled(roleCaseOf: RoleCase, profile: Profile): boolean {
  const qualities = profile.calledBy.get(roleCaseOf.head)
  if (!qualities) return false
  const own = [...roleCaseOf.countries, ...roleCaseOf.portfolio]
  return own.length === 0 || qualities.size === 0 || own.some((quality) => qualities.has(quality))
}

/** Keeps that the profile was called so, and what the words tell of it. */
export function rememberCall(roleCaseOf: RoleCase, profile: Profile): void {
  const qualities = profile.calledBy.get(roleCaseOf.head) ?? new Set<string>()
  for (const quality of [...roleCaseOf.countries, ...roleCaseOf.portfolio]) qualities.add(quality)
  profile.calledBy.set(roleCaseOf.head, qualities)
  for (const code of roleCaseOf.countries) profile.countries.add(code)
}

/** The case of a phrase. */
export function roleCase(scene: Scene, phrase: RolePhrase, repeats: number): RoleCase {
  const { complement, modifiers } = phrase
  let head = phrase.head.word
  if (head === 'head' && complement[0] === 'of' && complement[1] === 'state') head = 'head-of-state'
  if (head === 'minister' && modifiers.includes('prime')) head = 'prime-minister'
  const portfolio = modifiers.filter(isPortfolio)
  const countries = countriesIn([...modifiers, ...complement])
  const none = [
    ...noneFeatures(scene, phrase, head, countries),
    `none repeats ${Math.min(3, repeats)} ${phrase.head.kind}`,
  ]
  return { phrase, head, countries, portfolio, repeats, none }
}

function noneFeatures(scene: Scene, phrase: RolePhrase, head: string, countries: readonly string[]): string[] {
  const { determiner, head: noun } = phrase
  const before = wordAt(scene, phrase.firstToken - 1)
  const after = wordAt(scene, phrase.endToken)
  const isFirst = sentenceOf(scene, phrase.firstToken - 1) !== phrase.sentence
  const next = classAt(scene, phrase.endToken)
  return [
    'none',
    `none c ${noun.class}`,
    `none h ${head}`,
    `none d ${determiner}`,
    `none d ${determiner} ${noun.class}`,
    `none mods ${Math.min(2, phrase.modifiers.length)}`,
    `none of ${phrase.complement.length > 0 && head !== 'head-of-state'}`,
    `none country ${countries.length > 0} ${noun.class}`,
    `none next ${next}`,
    ...(BE.has(before) ? ['none predicate'] : []),
    ...(isFirst ? ['none first'] : []),
    ...(after === "'s" || after === '’s' || after === "'" ? ['none possessor'] : []),
    ...(isCapital(scene, phrase) ? ['none capital'] : []),
    `none before ${SMALL_BEFORE.has(before) ? before : '-'}`,
  ]
}

const SMALL_BEFORE = new Set([
  'of',
  'in',
  'to',
  'by',
  'from',
  'with',
  'at',
  'that',
  'and',
  'for',
  'on',
  'said',
  ',',
  '"',
  '“',
])

function isCapital({ doc }: Scene, phrase: RolePhrase): boolean {
  const at = doc.tokens.start[phrase.headToken] ?? 0
  const letter = doc.text.charAt(at)
  return letter !== letter.toLowerCase()
}

/** Features of reading an organisation phrase as a thing of its own ("the government", "police"), named nowhere before. */
export function newFeatures(roleCaseOf: RoleCase): string[] {
  const { phrase, head, countries } = roleCaseOf
  return [
    'new',
    `new c ${phrase.head.class}`,
    `new h ${head}`,
    `new d ${phrase.determiner}`,
    `new d ${phrase.determiner} ${phrase.head.class}`,
    `new country ${countries.length > 0}`,
    `new of ${phrase.complement.length > 0}`,
    `new mods ${Math.min(2, phrase.modifiers.length)}`,
  ]
}

/** Where a profile stands among those the phrase could mean. */
export interface Standing {
  /** 0 for the one mentioned last before the phrase, 1 for the next … */
  recency: number
  /** 0 for the one with most names. */
  frequency: number
  /** The number of profiles of its kind. */
  rivals: number
  /** Sentences back to its last mention; -1 when it is only mentioned later. */
  distance: number
  /** Its last mention stands in the same sentence, and nothing of its kind between. */
  sameSentence: boolean
}

/** Features of reading the phrase as this profile. */
export function pairFeatures(roleCaseOf: RoleCase, profile: Profile, standing: Standing, taken: boolean): string[] {
  const { phrase, countries, portfolio } = roleCaseOf
  const c = phrase.head.class
  const features = [
    `pair ${c}`,
    `rec ${Math.min(3, standing.recency)}`,
    `rec ${Math.min(3, standing.recency)} ${c}`,
    `freq ${Math.min(3, standing.frequency)}`,
    `freq ${Math.min(3, standing.frequency)} ${c}`,
    `dist ${bucket(standing.distance)}`,
    `dist ${bucket(standing.distance)} ${profile.kind}`,
    `count ${Math.min(4, profile.names)}`,
    `only ${standing.rivals === 1}`,
    `place ${phrase.head.kind} ${Math.min(3, standing.recency)} ${Math.min(2, standing.frequency)}`,
    `repeats ${Math.min(3, roleCaseOf.repeats)} ${phrase.head.kind} ${Math.min(2, standing.frequency)}`,
    `lead ${phrase.head.kind} ${standing.frequency === 0 && profile.names >= 3}`,
    `near ${phrase.head.kind} ${standing.recency === 0 && standing.distance >= 0 && standing.distance <= 1}`,
  ]
  if (wasCalled(roleCaseOf, profile)) features.push('called', `called ${c}`)
  else if (taken) features.push('taken', `taken ${c}`)
  if (profile.calledBy.size > 0) features.push('hasrole')
  const country = agreement(countries, profile.countries)
  features.push(`country ${country}`)
  if (profile.nameless) features.push('nameless', `nameless ${profile.nameClass === c}`)
  if (phrase.head.kind === 'person') personFeatures(features, roleCaseOf, profile, country, standing)
  else organizationFeatures(features, roleCaseOf, profile, standing)
  const inName = portfolio.filter((word) => profile.words.has(word)).length
  if (inName > 0) features.push('modifier in name', `modifier in name ${profile.kind}`)
  else if (portfolio.length > 0) features.push(`modifier not in name ${profile.kind}`)
  return features
}

function personFeatures(
  features: string[],
  { phrase, head, portfolio }: RoleCase,
  profile: Profile,
  country: string,
  standing: Standing,
): void {
  const { gender } = phrase.head
  const c = phrase.head.class
  features.push(
    `gender ${gender === null ? '-' : profile.gender === null ? '?' : gender === profile.gender ? '=' : '!'}`,
  )
  const office = officeMatch(head, profile.offices)
  features.push(
    `office ${office} rec ${Math.min(2, standing.recency)}`,
    `office ${office} freq ${Math.min(2, standing.frequency)}`,
  )
  features.push(`office ${office}`, `office ${office} ${c}`, `office ${office} country ${country}`)
  if (office !== 'no' && portfolio.length > 0)
    features.push(`portfolio ${portfolio.some((word) => profile.offices.has(word)) ? '=' : '!'}`)
  if (c === 'suspect') features.push(`suspect ${profile.isSuspect}`)
  if (c === 'victim') features.push(`victim ${profile.isVictim}`)
  if (c === 'suspect' || c === 'victim') features.push(`crime ${profile.isSuspect}${profile.isVictim} ${c}`)
  const age = /^(\d+)-year-old$/u.exec(
    phrase.modifiers.find((word) => word.endsWith('-year-old')) ?? phraseHeadWord(phrase),
  )
  if (age) features.push(`age ${profile.age === null ? '?' : profile.age === Number(age[1]) ? '=' : '!'}`)
  features.push(`det ${phrase.determiner} ${c}`)
}

function phraseHeadWord(phrase: RolePhrase): string {
  return phrase.head.word === 'n-year-old' ? (phrase.modifiers[phrase.modifiers.length - 1] ?? '') : ''
}

function officeMatch(head: string, offices: ReadonlySet<string>): 'same' | 'kind' | 'other' | 'no' {
  if (offices.size === 0) return 'no'
  if (head === 'prime-minister')
    return (offices.has('prime') && offices.has('minister')) || offices.has('premier') || offices.has('pm')
      ? 'same'
      : 'other'
  if (head === 'minister' && offices.has('prime')) return 'other'
  if (offices.has(head)) return 'same'
  if (head === 'head-of-state' && HEADS_OF_STATE.some((word) => offices.has(word))) return 'kind'
  if (head === 'leader' && LEADERS.some((word) => offices.has(word))) return 'kind'
  if (
    (head === 'chief' || head === 'head' || head === 'boss' || head === 'ceo') &&
    ['chief', 'head', 'ceo', 'director', 'executive', 'chairman'].some((word) => offices.has(word))
  )
    return 'kind'
  if (head === 'cm' && offices.has('minister')) return 'kind'
  if (head === 'premier' && offices.has('prime')) return 'kind'
  return 'other'
}

function organizationFeatures(
  features: string[],
  { phrase, head, portfolio }: RoleCase,
  profile: Profile,
  standing: Standing,
): void {
  const c = phrase.head.class
  const inName = profile.words.has(head)
  features.push(`headinname ${inName}`, `headinname ${inName} ${profile.nameless}`)
  const nameClass = profile.nameClass === null ? '?' : profile.nameClass === c ? '=' : '!'
  features.push(`class ${nameClass}`, `class ${nameClass} ${c}`)
  features.push(
    `class ${nameClass} rec ${Math.min(2, standing.recency)}`,
    `class ${nameClass} freq ${Math.min(2, standing.frequency)}`,
  )
  if (nameClass === '!') features.push(`class ${c} ${profile.nameClass}`)
  if (profile.offices.has(head)) features.push('described', `described ${c}`)
  if (profile.type === 'group') features.push('group', `group ${c}`)
  if (inName && portfolio.length > 0 && portfolio.every((word) => profile.words.has(word))) features.push('all in name')
  features.push(`det ${phrase.determiner}`)
}

function agreement(codes: readonly string[], of: ReadonlySet<string>): string {
  if (codes.length === 0) return of.size > 0 ? '-?' : '--'
  if (of.size === 0) return '?'
  return codes.some((code) => of.has(code)) ? '=' : '!'
}

function bucket(distance: number): string {
  if (distance < 0) return 'later'
  return distance <= 2 ? String(distance) : distance <= 5 ? '3' : distance <= 12 ? '6' : '13'
}
