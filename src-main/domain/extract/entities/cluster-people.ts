import { firstNameGender, type Gender } from './gender'
import type { NameCluster, NameMention } from './name-mention'
import { coreWords, fullNamesAgree } from './person-names'

/** A person in the making. */
interface Person extends NameCluster {
  /** The different full forms seen, longest first decides. */
  forms: (readonly string[])[]
  gender: Gender | null
}

/**
 * Ties the names of people to persons. Full names first: two are one person when their parts agree and nothing contradicts.
 * Then each single word ("Putin", "Boris") goes to the person it can belong to: family name before first name before middle
 * name, the one mentioned last before it, else the first one after it. A title of the other gender keeps it away.
 */
export function clusterPeople(mentions: readonly NameMention[]): NameCluster[] {
  const people: Person[] = []
  const byWord = new Map<string, Person[]>()
  const bySurface = new Map<string, Person>()
  for (const mention of mentions) {
    const words = coreWords(mention)
    if (words.length >= 2) placeFullName(mention, words, people, byWord, bySurface)
  }
  const loners = new Map<string, Person>()
  for (const mention of mentions) {
    const words = coreWords(mention)
    if (words.length >= 2) continue
    const word = words[0] ?? mention.text
    const owner = ownerOf(word, mention, byWord.get(word) ?? [])
    if (owner) {
      add(
        owner,
        mention,
        owner.forms[0]?.[owner.forms[0].length - 1] === word ? 'same family name' : 'part of the name',
      )
      continue
    }
    let loner = loners.get(word)
    if (!loner) {
      loner = { type: 'person', mentions: [], reasons: new Map(), forms: [words], gender: null }
      loners.set(word, loner)
      people.push(loner)
    }
    add(loner, mention, 'same name')
  }
  for (const person of people) person.mentions.sort((a, b) => a.span.start - b.span.start)
  return people
}

function placeFullName(
  mention: NameMention,
  words: readonly string[],
  people: Person[],
  byWord: Map<string, Person[]>,
  bySurface: Map<string, Person>,
): void {
  const surface = words.join(' ')
  const known = bySurface.get(surface)
  if (known) return add(known, mention, 'same name')
  const candidates = new Set([
    ...(byWord.get(words[words.length - 1] ?? '') ?? []),
    ...(byWord.get(words[0] ?? '') ?? []),
  ])
  for (const word of words) if (word.length >= 5) for (const person of byWord.get(word) ?? []) candidates.add(person)
  const gender = mention.title?.gender ?? firstNameGender(words[0] ?? '')
  const match = [...candidates].find((person) => agrees(person, words, gender))
  const person = match ?? {
    type: 'person' as const,
    mentions: [],
    reasons: new Map<number, string>(),
    forms: [],
    gender: null,
  }
  if (!match) people.push(person)
  person.forms.push(words)
  person.forms.sort((a, b) => b.length - a.length)
  for (const word of words) {
    const list = byWord.get(word)
    if (!list) byWord.set(word, [person])
    else if (!list.includes(person)) list.push(person)
  }
  bySurface.set(surface, person)
  add(person, mention, match ? 'the parts of the names agree' : 'same name')
}

function agrees(person: Person, words: readonly string[], gender: Gender | null): boolean {
  if (gender && person.gender && gender !== person.gender) return false
  return person.forms.every((form) => fullNamesAgree(form, words))
}

function add(person: Person, mention: NameMention, reason: string): void {
  person.mentions.push(mention)
  person.reasons.set(mention.span.start, reason)
  person.gender ??= mention.title?.gender ?? (person.forms[0] ? firstNameGender(person.forms[0][0] ?? '') : null)
}

/** How well a single word stands for the person: family name 3, first name 2, another part 1. */
function weightOf(person: Person, word: string): number {
  let weight = 0
  for (const form of person.forms) {
    const at = form.indexOf(word)
    if (at < 0) continue
    weight = Math.max(weight, at === form.length - 1 ? 3 : at === 0 ? 2 : 1)
  }
  return weight
}

function ownerOf(word: string, mention: NameMention, candidates: readonly Person[]): Person | null {
  let best: Person | null = null
  let bestWeight = 0
  let bestDistance = Infinity
  for (const person of candidates) {
    const gender = mention.title?.gender
    if (gender && person.gender && gender !== person.gender) continue
    const weight = weightOf(person, word)
    const distance = nearestBefore(person, mention.span.start)
    if (weight > bestWeight || (weight === bestWeight && distance < bestDistance)) {
      best = person
      bestWeight = weight
      bestDistance = distance
    }
  }
  return best
}

/**
 * Distance back to the person's last mention before `at`; a person only named later counts as farther than any before. A
 * bare family name outside the paragraph means the one the article is about rather than the one named last.
 */
function nearestBefore(person: Person, at: number): number {
  let best = Infinity
  for (let i = person.mentions.length - 1; i >= 0; i--) {
    const start = person.mentions[i]?.span.start ?? 0
    const distance = start < at ? at - start : 1e9 + start - at
    if (distance < best) best = distance
  }
  if (best > SAME_PARAGRAPH && best < 1e9) return SAME_PARAGRAPH + 1 / person.mentions.length
  return best
}

/** About a paragraph of news, in characters. */
const SAME_PARAGRAPH = 300
