import { COUNTRIES, countryNamed, countryOfDemonym, demonymForms } from '../lexicon/countries'
import type { EntityType } from '../types'
import type { Appositive } from './appositives'
import { firstNameGender, type Gender } from './gender'
import type { NameCluster } from './name-mention'
import { roleHead, type RoleClass } from './role-heads'
import { sentenceOf, wordAt, type NameInfo, type Scene } from './scene'

/** What an article tells of one person or organisation, as the linker of role mentions needs it. */
export interface Profile {
  kind: 'person' | 'organization'
  type: EntityType
  /** Words of its names, or of the phrases that are all it has. */
  words: Set<string>
  /** What its name says it is ("… Airlines": company), or the class of the phrases that are all it has. */
  nameClass: RoleClass | null
  /** Words of the titles before its name and of the descriptions set off behind it. */
  offices: Set<string>
  /** ISO codes of countries it belongs to. */
  countries: Set<string>
  gender: Gender | null
  age: number | null
  /** Offsets of its mentions so far, in text order. */
  starts: number[]
  names: number
  /** Head nouns it was already called by, each with the qualities printed with it (countries, fields of office). */
  calledBy: Map<string, Set<string>>
  isSuspect: boolean
  isVictim: boolean
  /** It has no name in this article ("the government"). */
  nameless: boolean
}

const SUSPECT =
  /^(?:arrest|charg|accus|suspect|sentenc|convict|jail|detain|plead|murder|alleg|custody|prosecut|guilty|gunman|attacker)/u
const VICTIM = /^(?:kill|die|dead|death|stab|shot|injur|victim|murder|body|wound|hospital)/u
const WINDOW = 9

/** Profiles of the clusters that are people or organisations, by cluster index; null for the others. */
export function readProfiles(
  scene: Scene,
  clusters: readonly NameCluster[],
  clusterOfName: readonly number[],
  appositives: readonly Appositive[],
): (Profile | null)[] {
  const profiles = clusters.map((cluster) => startProfile(cluster))
  scene.names.forEach((name, i) => {
    const profile = profiles[clusterOfName[i] ?? -1]
    if (profile) readContext(scene, name, profile)
  })
  for (const appositive of appositives) {
    const profile = profiles[clusterOfName[appositive.name] ?? -1]
    if (!profile) continue
    for (const word of appositive.words.slice(0, 12)) profile.offices.add(word)
    for (const code of countriesIn(appositive.words)) profile.countries.add(code)
    if (appositive.head?.gender) profile.gender ??= appositive.head.gender
  }
  return profiles
}

function startProfile(cluster: NameCluster): Profile | null {
  const kind =
    cluster.type === 'person'
      ? 'person'
      : cluster.type === 'organization' || cluster.type === 'group'
        ? 'organization'
        : null
  if (!kind) return null
  const words = new Set<string>()
  const offices = new Set<string>()
  const countries = new Set<string>()
  let gender: Gender | null = null
  for (const mention of cluster.mentions) {
    for (const word of mention.words) words.add(word)
    if (mention.title) {
      const title = mention.title.text.toLowerCase().split(/[\s-]+/u)
      for (const word of title) offices.add(word)
      for (const code of countriesIn(title)) countries.add(code)
      gender ??= mention.title.gender
    }
  }
  const fullest = cluster.mentions.reduce((a, b) => (b.words.length > a.words.length ? b : a))
  if (kind === 'person' && fullest.words.length > 1) gender ??= firstNameGender(fullest.words[0] ?? '')
  if (kind === 'organization') for (const code of countriesIn([...fullest.words])) countries.add(code)
  return {
    kind,
    type: cluster.type,
    words,
    nameClass: kind === 'organization' ? nameClassOf(fullest.text, fullest.words) : null,
    offices,
    countries,
    gender,
    age: null,
    starts: cluster.mentions.map((mention) => mention.span.start),
    names: cluster.mentions.length,
    calledBy: new Map(),
    isSuspect: false,
    isVictim: false,
    nameless: false,
  }
}

const LAST_WORDS: readonly [RegExp, RoleClass][] = [
  [/^(?:airlines?|airways|inc|corp|ltd|plc|llc|company|co|motors|industries|technologies|energy|petroleum|oil|electric|bank|railways?|telecom|pharmaceuticals|foods|group|holdings|systems|software|studios|entertainment|logistics|line|bhd|ag|sa|se|gmbh|nv|oyj)$/u, 'company'],
  [/^(?:news|times|post|herald|tribune|journal|gazette|guardian|telegraph|mail|daily|press|radio|tv|television|broadcasting|magazine|star|sun|mirror|express|observer|channel)$/u, 'media'],
  [/^(?:university|college|school|academy|institute)$/u, 'school'],
  [/^(?:party|movement|alliance|coalition|front|democrats|republicans)$/u, 'party'],
  [/^(?:court|tribunal)$/u, 'court'],
  [/^(?:police|constabulary)$/u, 'police'],
  [/^(?:parliament|congress|senate|assembly|duma|knesset|bundestag|legislature|house|representatives|yuan)$/u, 'parliament'],
  [/^(?:government|administration|cabinet)$/u, 'government'],
  [/^(?:fc|united|city|rovers|wanderers|rangers|athletic|broncos|warriors|team|club|storm|tigers|lions|sharks|eagles|giants)$/u, 'team'],
  [/^(?:army|navy|force|forces|guard|corps|militia|brigade)$/u, 'forces'],
  [/^(?:hospital|clinic)$/u, 'hospital'],
  [/^(?:church|diocese|archdiocese)$/u, 'faith'],
  [/^(?:cafe|café|restaurant|supermarket|store|stores)$/u, 'shop'],
] // prettier-ignore

function nameClassOf(text: string, words: readonly string[]): RoleClass | null {
  if (/\.(?:com|org|net|ru|kz|co|info|io)$/u.test(text)) return 'web'
  const last = words[words.length - 1] ?? ''
  for (const [pattern, roleClass] of LAST_WORDS) if (pattern.test(last)) return roleClass
  const head = words.map((word) => roleHead(word)).find((found) => found?.kind === 'organization')
  return head?.class ?? null
}

function readContext(scene: Scene, name: NameInfo, profile: Profile): void {
  const sentence = sentenceOf(scene, name.firstToken)
  for (let i = Math.max(0, name.firstToken - WINDOW); i < name.endToken + WINDOW; i++) {
    if (sentenceOf(scene, i) !== sentence) continue
    const word = wordAt(scene, i)
    if (SUSPECT.test(word)) profile.isSuspect = true
    if (VICTIM.test(word)) profile.isVictim = true
  }
  const before = wordAt(scene, name.firstToken - 1)
  // "budget airline X", "carmaker X": the noun before an organisation's name says what it is.
  if (profile.kind === 'organization' && roleHead(before)?.kind === 'organization') profile.offices.add(before)
  if (profile.kind === 'person') profile.age ??= ageBeside(scene, name, before)
}

/** "24-year-old Jane Roe", "Jane Roe, 24,". */
function ageBeside(scene: Scene, name: NameInfo, before: string): number | null {
  const behind =
    wordAt(scene, name.endToken) === ',' ? /^\d{1,3}$/u.exec(wordAt(scene, name.endToken + 1))?.[0] : undefined
  const age = /^(\d{1,3})-year-old$/u.exec(before)?.[1] ?? behind
  return age === undefined ? null : Number(age)
}

/** The words a country's name or demonym can begin with: most words of an article begin none. */
const COUNTRY_OPENERS = new Set(
  COUNTRIES.flatMap(({ names, demonyms }) => [...names, ...demonyms.flatMap(demonymForms)]).map(
    (name) => name.toLowerCase().split(' ')[0] ?? '',
  ),
)

/** ISO codes of the countries named in lower-case words, by name or demonym, up to three words each. */
export function countriesIn(words: readonly string[]): string[] {
  const codes: string[] = []
  for (let i = 0; i < words.length; i++) {
    if (!COUNTRY_OPENERS.has(words[i] ?? '')) continue
    for (let length = Math.min(3, words.length - i); length > 0; length--) {
      const phrase = length === 1 ? (words[i] ?? '') : words.slice(i, i + length).join(' ')
      const country = countryOfDemonym(phrase) ?? countryNamed(phrase)
      if (!country) continue
      codes.push(country.code)
      i += length - 1
      break
    }
  }
  return codes
}
