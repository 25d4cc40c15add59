import { describe, expect, it } from 'vitest'
import type { EntityType } from '../extract/types'
import { corpusRules } from './corpus-rules'
import { activeDecisions, rawName, type Correction } from './decision'
import { groupNames, type CorpusName } from './group-names'
import { logOf } from './made-decisions.fixture'

const person = (name: string, mentions = 10, aliases: string[] = []): CorpusName =>
  named('person', name, mentions, aliases)
const named = (type: EntityType, name: string, mentions = 10, aliases: string[] = []): CorpusName => ({
  raw: rawName(type, name),
  type,
  name,
  mentions,
  aliases,
})
const nobody = () => false

function groups(names: CorpusName[], decided: Correction[] = [], together: (a: string, b: string) => boolean = nobody) {
  const rules = corpusRules(activeDecisions(logOf(...decided)))
  return groupNames(names, rules, (a, b) => together(names[a]?.name ?? '', names[b]?.name ?? ''))
    .map(({ members }) =>
      members
        .map((i) => names[i]?.name)
        .sort()
        .join(' = '),
    )
    .sort()
}

describe('people over the whole folder', () => {
  it.each([
    ['spellings', ['Nursultan Nazarbayev', 'Nursultan Nazarbaev', 'Нурсултан Назарбаев']],
    ['an initial', ['Nursultan Nazarbayev', 'N. Nazarbayev']],
    ['a short form', ['Robert Dole', 'Bob Dole']],
    ['a middle name', ['Kassym-Jomart Kemelevich Tokayev', 'Kassym-Jomart Tokayev']],
  ])('are one by %s', (_, names) => {
    expect(groups(names.map((name) => person(name)))).toEqual([[...names].sort().join(' = ')])
  })

  it.each([
    ['first names', ['Maria Rossi', 'Mario Rossi']],
    ['known first names one letter apart', ['Marta Ruiz', 'Maria Ruiz']],
    ['family names one letter apart', ['John Johnson', 'John Johnston']],
    ['names between', ['George W. Bush', 'George H. W. Bush']],
    ['a woman’s form of a man’s name', ['Daniel Weber', 'Daniela Weber']],
    ['different family names', ['Ilse Darvan', 'Ilse Brell']],
  ])('stay two by their %s', (_, names) => {
    expect(groups(names.map((name) => person(name)))).toEqual([...names].sort())
  })

  it('are not guessed where two fit: an initial, a shorter form, a family name alone', () => {
    const names = [
      person('George W. Bush', 9, ['Bush']),
      person('George H. W. Bush', 9, ['Bush']),
      person('George Bush'),
      person('Bush'),
    ]
    expect(groups(names)).toHaveLength(4)
    expect(groups([person('Anna Brell'), person('Arno Brell'), person('A. Brell')])).toHaveLength(3)
  })

  it('take a family name alone for the only one who bears it, when articles call them so', () => {
    expect(groups([person('Ilse Darvan', 9, ['Darvan']), person('Darvan')])).toEqual(['Darvan = Ilse Darvan'])
    expect(groups([person('Ilse Darvan'), person('Darvan')])).toEqual(['Darvan', 'Ilse Darvan'])
    const apart = (a: string, b: string) => [a, b].includes('Darvan')
    expect(groups([person('Ilse Darvan', 9, ['Darvan']), person('Darvan')], [], apart)).toHaveLength(2)
  })
})

describe('everything else', () => {
  it('joins a short name to the one thing articles use it for', () => {
    const names = [named('organization', 'Shanghai Cooperation Organization', 9, ['SCO']), named('organization', 'SCO')]
    expect(groups(names)).toEqual(['SCO = Shanghai Cooperation Organization'])
    const another = named('organization', 'Santa Cruz Operation', 3, ['SCO'])
    expect(groups([...names, another])).toHaveLength(3)
  })

  it('sees through articles, full stops and legal forms', () => {
    expect(groups(['Acme', 'Acme Inc.', 'The Acme'].map((name) => named('organization', name)))).toHaveLength(1)
  })

  it('never joins different kinds by itself', () => {
    expect(groups([named('place', 'Washington'), person('Washington')])).toHaveLength(2)
  })
})

describe('the analyst’s word', () => {
  const [darvan, brell] = [person('Ilse Darvan', 20), person('Anna Brell')]

  it('joins what nothing else would', () => {
    const merge: Correction = { kind: 'merge', names: [darvan.raw, brell.raw], name: 'Ilse Darvan', type: 'person' }
    expect(groups([darvan, brell], [merge])).toEqual(['Anna Brell = Ilse Darvan'])
  })

  it('keeps apart what evidence would join, also by a chain', () => {
    const names = [person('Robert Dole', 20), person('Bob Dole'), person('R. Dole')]
    const split: Correction = {
      kind: 'split',
      subject: { names: ['person:bob dole'], article: null },
      from: 'person:robert dole',
      name: 'Bob Dole',
      type: 'person',
    }
    const found = groups(names, [split])
    expect(found.find((group) => group.includes('Bob Dole'))).not.toMatch(/Robert/)
  })
})
