import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Extraction } from '../extract/types'
import { corpusRules } from './corpus-rules'
import { correctExtraction } from './correct-extraction'
import { activeDecisions, articleOf, type Correction, type Decision } from './decision'
import { ARTICLE, at, entityOf, extractionOf, logOf } from './made-decisions.fixture'

const TEXT =
  'Ilse Darvan met Tomas Brell in Kazinform House. Darvan said trade rose 31 percent. "We agree," Brell said. Oskar waited.'

const quote = (words: string, entityId: string | null, source: string) => {
  const start = TEXT.indexOf(words)
  const from = TEXT.indexOf(source, start)
  return {
    content: [{ start, end: start + words.length, text: words }],
    source: { entityId, text: source, start: from, end: from + source.length },
    cue: null,
    kind: 'direct' as const,
  }
}

const FOUND = extractionOf(
  [
    entityOf(TEXT, 'e1', 'person', 'Ilse Darvan', ['Darvan']),
    entityOf(TEXT, 'e2', 'person', 'Tomas Brell', ['Brell']),
    entityOf(TEXT, 'e3', 'place', 'Kazinform House'),
  ],
  {
    attributions: [quote('We agree,', 'e2', 'Brell')],
    figures: [
      {
        ...at(TEXT, '31 percent'),
        text: '31 percent',
        value: 31,
        unit: 'percent',
        what: null,
        subject: null,
        period: null,
      },
    ],
  },
)

const apply = (log: Decision[], found: Extraction = FOUND) => {
  const active = activeDecisions(log)
  const own = active.filter(({ content }) => articleOf(content) !== null)
  return correctExtraction(found, TEXT, {
    corpus: corpusRules(active),
    own,
    place: ({ start, end }) => ({ start, end }),
  })
}
const shown = (extraction: Extraction) =>
  extraction.entities.map(({ type, name, mentions }) => `${type} ${name} ${mentions.map(({ text }) => text).join('|')}`)

const DARVAN = 'person:ilse darvan'
const BRELL = 'person:tomas brell'
const everywhere = (...names: string[]) => ({ names, article: null })

describe('corrections of one place', () => {
  it('takes one mention out and leaves the others', () => {
    const after = apply(logOf({ kind: 'reject', subject: { at: at(TEXT, 'Darvan', 2) } }))
    expect(shown(after)[0]).toBe('person Ilse Darvan Ilse Darvan')
  })

  it('retypes one mention, which then stands for something of its own', () => {
    const subject = { at: at(TEXT, 'Kazinform House') }
    expect(shown(apply(logOf({ kind: 'retype', subject, type: 'organization' })))).toEqual([
      'person Ilse Darvan Ilse Darvan|Darvan',
      'person Tomas Brell Tomas Brell|Brell',
      'organization Kazinform House Kazinform House',
    ])
  })

  it('gives a mention to somebody else, and the quote whose speaker it names goes along', () => {
    const subject = { at: at(TEXT, 'Brell', 2) }
    const log = logOf({ kind: 'split', subject, from: null, name: 'Anna Brell', type: 'person' })
    const after = apply(log)
    const anna = after.entities.find(({ name }) => name === 'Anna Brell')
    expect(anna?.mentions.map(({ text }) => text)).toEqual(['Brell'])
    expect(after.attributions[0]?.source.entityId).toBe(anna?.id)
  })

  it('adds what was not seen, joining the entity the article has', () => {
    const log = logOf({ kind: 'add', at: at(TEXT, 'Oskar'), name: 'Tomas Brell', type: 'person' })
    expect(shown(apply(log))[1]).toBe('person Tomas Brell Tomas Brell|Brell|Oskar')
  })

  it('changes a speaker, drops a quote, drops a figure', () => {
    const speaker = { name: 'Ilse Darvan', raw: DARVAN }
    expect(apply(logOf({ kind: 'speaker', at: at(TEXT, 'We agree,'), speaker })).attributions[0]?.source.entityId).toBe(
      'e1',
    )
    expect(apply(logOf({ kind: 'reject-quote', at: at(TEXT, 'We agree,') })).attributions).toEqual([])
    expect(apply(logOf({ kind: 'reject-figure', at: at(TEXT, '31 percent') })).figures).toEqual([])
  })

  it('does nothing where the place is gone', () => {
    const active = activeDecisions(logOf({ kind: 'reject', subject: { at: at(TEXT, 'Darvan', 2) } }))
    const after = correctExtraction(FOUND, TEXT, { corpus: corpusRules(active), own: active, place: () => null })
    expect(shown(after)).toEqual(shown(FOUND))
  })
})

describe('corrections of all articles', () => {
  it('rejects a name; a quote of it keeps the printed words', () => {
    const after = apply(logOf({ kind: 'reject', subject: everywhere(BRELL) }))
    expect(after.entities.map(({ name }) => name)).toEqual(['Ilse Darvan', 'Kazinform House'])
    expect(after.attributions[0]?.source).toMatchObject({ entityId: null, text: 'Brell' })
  })

  it('merges, and the speaker is the one that is left', () => {
    const after = apply(logOf({ kind: 'merge', names: [DARVAN, BRELL], name: 'Ilse Brell', type: 'person' }))
    expect(shown(after)[0]).toBe('person Ilse Brell Ilse Darvan|Tomas Brell|Darvan|Brell')
    expect(after.entities[0]?.aliases).toEqual(expect.arrayContaining(['Ilse Darvan', 'Tomas Brell', 'Darvan']))
    expect(after.attributions[0]?.source.entityId).toBe('e1')
  })

  it('finds added words wherever they stand as whole words and no name is claimed', () => {
    const text = 'Oskar met Oskarsson. OSKAR and Oskar.'
    const active = activeDecisions(
      logOf({ kind: 'add-everywhere', words: 'Oskar', name: 'Oskar Lind', type: 'person' }),
    )
    const after = correctExtraction(extractionOf([]), text, {
      corpus: corpusRules(active),
      own: [],
      place: () => null,
    })
    expect(after.entities[0]?.mentions.map(({ start }) => start)).toEqual([0, text.lastIndexOf('Oskar')])
  })

  it('keeps to one article what was said of one article', () => {
    const subject = { names: [BRELL], article: ARTICLE }
    const log = logOf({ kind: 'retype', subject, type: 'organization' })
    expect(shown(apply(log))[1]).toMatch(/^organization Tomas Brell/)
    expect(corpusRules(activeDecisions(log)).ruleOf(BRELL)).toBeNull()
  })
})

describe('taking back', () => {
  const contents: Correction[] = [
    { kind: 'merge', names: [DARVAN, BRELL], name: 'The pair', type: 'group' },
    { kind: 'rename', names: [DARVAN], name: 'I. Darvan' },
    { kind: 'retype', subject: everywhere('place:kazinform house'), type: 'organization' },
    { kind: 'reject', subject: { at: at(TEXT, 'Brell', 2) } },
    { kind: 'split', subject: everywhere(BRELL), from: DARVAN, name: 'T. Brell', type: 'person' },
    { kind: 'add', at: at(TEXT, 'Oskar'), name: 'Oskar Lind', type: 'person' },
  ]

  it('leaves exactly what the rest of the corrections make, in whatever order they are taken back', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(contents.map((_, i) => i)), (order) => {
        const reverts = order.map((i) => ({ kind: 'revert' as const, decision: `d${i + 1}` }))
        const withReverts = apply(logOf(...contents, ...reverts))
        expect(withReverts).toEqual(apply(logOf(...contents).filter((_, i) => !order.includes(i))))
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  it('makes a correction hold again when the taking back is taken back', () => {
    const [rename] = [contents[1] as Correction]
    const log = logOf(rename, { kind: 'revert', decision: 'd1' }, { kind: 'revert', decision: 'd2' })
    expect(apply(log).entities[0]?.name).toBe('I. Darvan')
  })

  it('gives back the very same extraction when nothing holds', () => {
    expect(apply(logOf(contents[0] as Correction, { kind: 'revert', decision: 'd1' }))).toBe(FOUND)
  })
})
