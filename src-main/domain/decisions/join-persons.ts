import { fold } from '../text/normalise'
import type { CorpusName, Joining } from './group-names'
import { familyKey, isSameName, letters, personName, personsAgree, type PersonName } from './person-agreement'

const LARGE = 500

interface Person {
  at: number
  name: PersonName
}

/** Brings the names of people together, family name by family name. */
export function joinPersons(among: readonly number[], joining: Joining): void {
  const blocks = new Map<string, Person[]>()
  for (const at of among) {
    const name = personName((joining.names[at] as CorpusName).name)
    const key = familyKey(name)
    const block = blocks.get(key)
    if (block) block.push({ at, name })
    else blocks.set(key, [{ at, name }])
  }
  for (const block of blocks.values()) {
    // A family name that thousands bear is looked through by initial: nicknames over different initials are then not seen.
    if (block.length > LARGE) for (const part of byInitial(block)) joinFamily(part, joining)
    else if (block.length > 1) joinFamily(block, joining)
  }
}

function byInitial(block: readonly Person[]): Person[][] {
  const parts = new Map<string, Person[]>()
  for (const person of block) {
    const initial = person.name.words.length > 1 ? (person.name.keys[0] ?? '').slice(0, 1) : ''
    const part = parts.get(initial)
    if (part) part.push(person)
    else parts.set(initial, [person])
  }
  return [...parts.values()]
}

function joinFamily(block: readonly Person[], joining: Joining): void {
  const { clusters, join } = joining
  const byName = new Map<string, Person>()
  for (const person of block) {
    const key = person.name.keys.join(' ')
    const known = byName.get(key)
    if (known && isSameName(known.name, person.name)) join(person.at, known.at, 'the same name in another spelling')
    else byName.set(key, person)
  }
  const full = block.filter(({ name }) => name.words.length > 1)
  const persons = new Map(block.map((person) => [person.at, person]))
  const agrees = (person: Person, cluster: number) =>
    clusters.members(cluster).every((member) => {
      const other = persons.get(member)
      return !other || other.name.words.length < 2 || personsAgree(person.name, other.name)
    })
  // Those that tell most first, so that what they agree with is known when shorter forms ask.
  for (const person of [...full].sort((a, b) => letters(b.name) - letters(a.name) || a.at - b.at)) {
    const fuller = full.filter(
      (other) => letters(other.name) > letters(person.name) && personsAgree(person.name, other.name),
    )
    const homes = new Set(fuller.map(({ at }) => clusters.root(at)))
    const [home] = homes
    if (homes.size === 1 && home !== undefined && agrees(person, home))
      join(person.at, home, 'a shorter form of the name; nobody else here fits it')
  }
  for (const person of block) if (person.name.words.length === 1) joinFamilyName(person, full, joining)
}

/** A family name alone is somebody's when only one person here bears it and articles call that person so. */
function joinFamilyName(person: Person, full: readonly Person[], { names, clusters, join, together }: Joining): void {
  const homes = new Set(full.map(({ at }) => clusters.root(at)))
  const [home] = homes
  if (homes.size !== 1 || home === undefined) return
  const own = fold((names[person.at] as CorpusName).name)
  const members = clusters.members(home)
  const called = members.some((member) => names[member]?.aliases.some((alias) => fold(alias) === own))
  if (called && !members.some((member) => together(person.at, member)))
    join(person.at, home, 'the only person here with this family name, and articles call them so')
}
