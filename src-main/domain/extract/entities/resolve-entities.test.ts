import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readHeader } from '../../article/header'
import { readDocument } from '../document'
import type { NameSpan } from '../names/name-span'
import type { Entity } from '../types'
import { markedNames } from './marked-names'
import { resolveEntities } from './resolve-entities'

const resolve = (text: string, names: readonly NameSpan[]): Entity[] =>
  resolveEntities(readDocument(text, 'en'), names, readHeader({ text }))

const entitiesOf = (marked: string) => {
  const { text, names } = markedNames(marked)
  return resolve(text, names)
}

/** "name: mention · mention" per entity, roles in brackets. */
const shown = (entities: readonly Entity[]) =>
  entities.map(
    ({ name, mentions }) => `${name}: ${mentions.map((m) => (m.form === 'role' ? `(${m.text})` : m.text)).join(' · ')}`,
  )

describe('the founding document', () => {
  const text = readFileSync(new URL('../../../../seeds/000_1e54385107a71e68.txt', import.meta.url), 'utf8')
  const names: NameSpan[] = []
  const listed: [string, NameSpan['type']][] = [
    ['Nursultan Nazarbayev', 'person'], ['Vladimir Putin', 'person'], ['Kazakhstan', 'place'], ['Russia', 'place'], ['Chelyabinsk', 'place'],
    ['Vietnam', 'place'], ['XIV Interregional Cooperation Forum', 'event'], ['APEC summit', 'event'], ['Kazinform', 'person'],
  ] // prettier-ignore
  for (const [name, type] of listed)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      if (!/\p{L}/u.test(text.charAt(at + name.length)))
        names.push({ start: at, end: at + name.length, type, margin: 3 })
  names.sort((a, b) => a.start - b.start)
  const entities = resolve(text, names)
  const named = (name: string) => entities.find((entity) => entity.name === name)

  it('knows who the leaders are', () => {
    const roles = (name: string) =>
      named(name)
        ?.mentions.filter((m) => m.form === 'role')
        .map((m) => m.text)
    expect(roles('Nursultan Nazarbayev')).toEqual(['the Kazakh leader', 'The Head of State'])
    expect(roles('Vladimir Putin')).toEqual(['his Russian counterpart', 'the Russian leader'])
    expect(named('Nursultan Nazarbayev')?.roles).toEqual(['President', 'the Kazakh leader', 'The Head of State'])
  })

  it('makes the agency of the dateline an organisation whatever the tagger said', () => {
    expect(named('Kazinform')).toMatchObject({ type: 'organization', aliases: ['KAZINFORM'] })
    expect(named('Chelyabinsk')).toMatchObject({ type: 'place', aliases: ['CHELYABINSK'] })
    expect(entities.filter((entity) => entity.type === 'person').map((entity) => entity.name)).toEqual([
      'Nursultan Nazarbayev',
      'Vladimir Putin',
    ])
  })

  it('gives every mention the words at its offsets, and says why', () => {
    for (const { mentions } of entities)
      for (const { start, end, text: words, why, confidence } of mentions) {
        expect(text.slice(start, end)).toBe(words)
        expect(why).toBeTruthy()
        expect(confidence).toBeGreaterThan(0)
      }
  })
})

describe('people', () => {
  it.each([
    ['surnames and first names', '{P Kassym-Jomart Tokayev} came. {P Tokayev} spoke. {P Kassym-Jomart} left.', 1],
    ['initials and middle names', '{P Pedro R. Pierluisi Urrutia} and {P Pedro Pierluisi} met {P P. Pierluisi}.', 1],
    ['nicknames', '{P Bill Clinton} was born {P William Jefferson Clinton}. {P Clinton} won.', 1],
    ['spellings', '{P Hamza bin Laden} is dead. {P Hamza bin Ladin} was 30.', 1],
    ['the tail of a name', '{P Akbar Al Baker} said so. {P Al Baker} left.', 1],
    ['two people of one family name', '{P David Turpin} and {P Louise Turpin} were sentenced.', 2],
    ['titles of different gender', 'Mr {P Smith} met {P Jane Smith}.', 2],
    ['first names that contradict', '{P Boris Johnson} met {P Lyndon Johnson}.', 2],
  ])('%s', (_, marked, count) => {
    expect(entitiesOf(marked)).toHaveLength(count)
  })

  it('gives a bare family name to the one whose title fits', () => {
    expect(shown(entitiesOf('{P John Smith} met {P Jane Smith}. Mrs {P Smith} smiled. Mr {P Smith} did not.'))).toEqual(
      ['John Smith: John Smith · Smith', 'Jane Smith: Jane Smith · Smith'],
    )
  })

  it('lists titles as roles, courtesy left out', () => {
    const [entity] = entitiesOf('The former Deputy Prime Minister {P Ann Roe} resigned. Ms {P Roe} left.')
    expect(entity?.roles).toEqual(['former Deputy Prime Minister'])
  })
})

describe('organisations and places', () => {
  it.each([
    ['an acronym in brackets', 'The {O Federal Security Service} ({O FSB}) said so. The {O FSB} denied it.', 1],
    ['an acronym that spells the name', '{O Transport for London} closed it. {O TfL} was sorry.', 1],
    [
      'a name cut short',
      'The {O Florida Highway Patrol} came. The {O Highway Patrol} left. {O Elaf Group} and {O Elaf}.',
      2,
    ],
    ['names of a country', 'The {L United States} and the {L U.S.} and {L America}', 1],
    ['country and capital', '{L Russia} and {L Moscow}', 2],
    ['country and city of one word', '{L Mexico} and {L Mexico City}; {L Virginia} and {L West Virginia}', 4],
    ['a slip of the pen', '{L Magnitogorsk} mourned. In {L Magnitigorsk}, too.', 1],
    ['countries one letter apart', '{L Gambia} and {L Zambia}', 2],
    ['prefixes of the state', 'The {O U.S. Navy} and the {O United States Navy}', 1],
    ['a lake is not its town', '{L Jolo} and {L Jolo Cathedral}', 2],
  ])('%s', (_, marked, count) => {
    expect(entitiesOf(marked)).toHaveLength(count)
  })
})

describe('roles', () => {
  it('set off behind and before a name', () => {
    const entities = entitiesOf(
      '{P Amy Cook}, director of the event, spoke. The mayor of {L London}, {P Sadiq Khan}, answered. {O AirAsia}, a Malaysian airline, paid.',
    )
    expect(shown(entities)).toEqual([
      'Amy Cook: Amy Cook · (director of the event)',
      'Sadiq Khan: (The mayor of London) · Sadiq Khan',
      'London: London',
      'AirAsia: AirAsia',
    ])
  })

  it('the company, the government and the police', () => {
    const entities = entitiesOf(
      '{O Pacific Gas Inc} cut the power on Monday. The company said it was sorry. The Mexican government protested. Police said the government was right.',
    )
    expect(shown(entities)).toEqual([
      'Pacific Gas Inc: Pacific Gas Inc · (The company)',
      'Mexican government: (The Mexican government) · (the government)',
      'Police: (Police)',
    ])
  })

  it('tell two ministers apart by what they are ministers of', () => {
    const entities = entitiesOf(
      'Interior Minister {P Anupong Paojinda} and Labour Minister {P Suchart Chomklin} met. The labour minister left first, and the interior minister stayed.',
    )
    expect(shown(entities)).toEqual([
      'Anupong Paojinda: Anupong Paojinda · (the interior minister)',
      'Suchart Chomklin: Suchart Chomklin · (The labour minister)',
    ])
  })
})
