import { describe, expect, it } from 'vitest'
import type { Extraction } from '../extract/types'
import { readDocument } from '../extract/document'
import { spanOf } from '../text/span'
import { alignSentences } from './align'
import { type Comparable, readComparable } from './comparable'
import { FamilyIndex, groupFamilies } from './family-index'
import { familyLink } from './family-link'
import { changesBetween } from './word-changes'

/** An article whose names and figures are given by hand, so that these tests do not depend on what extraction finds. */
function article(id: string, text: string, names: string[] = [], figures: [string, number][] = []): Comparable {
  const mention = (words: string) => ({ ...spanOf(text, text.indexOf(words), text.indexOf(words) + words.length) })
  const extraction: Extraction = {
    language: 'en',
    sentences: readDocument(text, 'en').sentences,
    entities: names
      .filter((name) => text.includes(name))
      .map((name, i) => ({
        id: `e${i}`,
        type: 'person',
        name,
        aliases: [],
        roles: [],
        mentions: [{ ...mention(name), form: 'name' as const }],
      })),
    attributions: [],
    figures: figures.map(([words, value]) => ({
      ...mention(words),
      value,
      unit: null,
      what: null,
      subject: null,
      period: null,
    })),
    dates: [],
  }
  return readComparable(id, text, extraction)
}

const ORIGIN = `A fire that broke out at Grain Terminal No. 3 in the port of Marenza has been brought under control, the Port Authority said.

Seven people died and 23 were injured when dust in the conveyor hall ignited at dawn, director Ilse Darvan told reporters.

All the injured are in stable condition, she said.

The port shipped 4.2 million tonnes of Tarvenian grain in the first nine months of the season.

Transport Minister Tomas Verrekh said the terminal passed its safety inspection in January.`

const REWRITE = `An explosion tore through Grain Terminal No. 3 in the port of Marenza and has been brought under control, the Port Authority said.

At least 17 people died and 23 were injured when dust in the conveyor hall ignited at dawn, director Ilse Darvan told reporters.

All the injured are not in stable condition, she said.

Inspectors had warned of dust twice since autumn, said the leader of the dockers' union.

Interior Minister Pavel Sorn said the terminal passed its safety inspection in January.

The port shipped 2.4 million tonnes of Tarvenian grain in the first nine months of the season.`

const NAMES = ['Ilse Darvan', 'Tomas Verrekh', 'Pavel Sorn', 'Port Authority']
const origin = article('origin', ORIGIN, NAMES, [
  ['Seven', 7],
  ['23', 23],
  ['4.2 million', 4.2e6],
])
const rewrite = article('rewrite', REWRITE, NAMES, [
  ['17', 17],
  ['23', 23],
  ['2.4 million', 2.4e6],
])
const unrelated = article(
  'unrelated',
  'The council of Osk Point voted to keep the old tram line open. Mayor Lena Brandt said repairs would take two summers and cost less than a new bus fleet.',
)

describe('alignSentences', () => {
  it('pairs what was told again, and says what was added, dropped and moved', () => {
    expect(alignSentences(origin, rewrite).map(({ a, b, relation }) => [a, b, relation])).toEqual([
      [0, 0, 'changed'],
      [1, 1, 'changed'],
      [2, 2, 'changed'],
      [null, 3, 'added'],
      [3, 5, 'changed'],
      [4, 4, 'moved'],
    ])
  })
  it('finds nothing common in unrelated articles', () => {
    expect(alignSentences(origin, unrelated).every((pair) => pair.a === null || pair.b === null)).toBe(true)
  })
})

describe('changesBetween', () => {
  const facts = (i: number, j: number) =>
    changesBetween(origin, rewrite, origin.sentences[i]!, rewrite.sentences[j]!)
      .filter((change) => change.kind !== 'text')
      .map(({ kind, a, b }) => [kind, a?.text ?? null, b?.text ?? null])

  it('tells numbers, names and negations from wording', () => {
    expect(facts(1, 1)).toEqual([['number', 'Seven', '17']])
    expect(facts(2, 2)).toEqual([['negation', null, 'not']])
    expect(facts(3, 5)).toEqual([['number', '4.2 million', '2.4 million']])
    expect(facts(4, 4)).toEqual([['name', 'Tomas Verrekh', 'Pavel Sorn']])
    expect(facts(0, 0)).toEqual([])
  })
  it('does not call another spelling of a number a changed fact', () => {
    const words = article('w', 'Police counted seven boats at the pier.', [], [['seven', 7]])
    const digits = article('d', 'Police counted 7 boats at the pier.', [], [['7', 7]])
    const changes = changesBetween(words, digits, words.sentences[0]!, digits.sentences[0]!)
    expect(changes.map((change) => change.kind)).toEqual(['text'])
  })
})

describe('families', () => {
  it('tells copy, rewrite and stranger apart', () => {
    expect(familyLink(origin, { ...origin, id: 'copy' })?.relation).toBe('copy')
    expect(familyLink(origin, rewrite)?.relation).toBe('rewrite')
    expect(familyLink(origin, unrelated)).toBeNull()
  })
  it('finds and groups them one by one', () => {
    const known = new Map([origin, rewrite, unrelated].map((entry) => [entry.id, entry]))
    const index = new FamilyIndex((id) => known.get(id)!)
    const links = [...known.values()].flatMap((entry) => index.add(entry))
    expect(index.add(origin)).toEqual([])
    expect(groupFamilies(links)).toEqual([{ relation: 'rewrite', members: ['origin', 'rewrite'] }])
  })
})
