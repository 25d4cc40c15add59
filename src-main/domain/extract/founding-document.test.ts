import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readHeader } from '../article/header'
import { extract } from './extract'
import { loadNameModel } from './names/name-model'
import type { Mention } from './types'

const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url))

const text = file('seeds/000_1e54385107a71e68.txt').toString('utf8')
const model = loadNameModel(new Uint8Array(file('resources/extract/names.bin')))
const header = readHeader({ text, path: '000_1e54385107a71e68.txt' })
const found = extract(text, header, { model, language: 'en' })

const entity = (name: string) => found.entities.find((candidate) => candidate.name === name)
const words = (name: string, form: Mention['form']) =>
  entity(name)
    ?.mentions.filter((mention) => mention.form === form)
    .map((mention) => mention.text)
const speaker = (id: string | null) => found.entities.find((candidate) => candidate.id === id)?.name
const quoteHolding = (part: string) =>
  found.attributions.find(({ content }) => content.some((span) => span.text.includes(part)))

describe('the founding document', () => {
  it('has its header read', () => {
    expect(header).toMatchObject({ date: '2017-11-09', dateOrigin: 'header', datelineOrigin: 'header' })
    expect(header.dateline).toEqual({ place: 'Chelyabinsk', agency: 'Kazinform' })
    expect(text.slice(header.bodyStart)).toMatch(/^The governments of Kazakhstan/)
  })

  it.each([
    ['Nursultan Nazarbayev', 'person'],
    ['Vladimir Putin', 'person'],
    ['Kazakhstan', 'place'],
    ['Russia', 'place'],
    ['Chelyabinsk', 'place'],
    ['Vietnam', 'place'],
    ['XIV Interregional Cooperation Forum', 'event'],
    ['APEC summit', 'event'],
    ['Kazinform', 'organization'],
  ])('names %s a %s', (name, type) => {
    expect(entity(name)?.type).toBe(type)
  })

  it('takes the agency for no person', () => {
    const people = found.entities.filter(({ type }) => type === 'person').map(({ name }) => name)
    expect(people).toEqual(['Nursultan Nazarbayev', 'Vladimir Putin'])
  })

  it('knows whom the roles mean', () => {
    expect(words('Nursultan Nazarbayev', 'role')).toEqual(['the Kazakh leader', 'The Head of State'])
    expect(words('Vladimir Putin', 'role')).toEqual(['his Russian counterpart', 'the Russian leader'])
  })

  it('finds the greeting, one quote over its "(...)", and its speaker', () => {
    const greeting = quoteHolding('Let me welcome you')
    expect(greeting).toMatchObject({ kind: 'direct' })
    expect(greeting?.content.map((span) => span.text)).toEqual([
      'Let me welcome you here in Chelyabinsk, not far from our common border. (...) We have a good reason for cooperation of the regions. I remember it was your initiative, and it turned out to be very successful and useful. We are very glad to welcome you in one of the industrial centers of Russia,',
    ])
    expect(speaker(greeting?.source.entityId ?? null)).toBe('Vladimir Putin')
  })

  it('finds the long quote as one attribution of two paragraphs', () => {
    const long = quoteHolding('metallurgy')
    expect(long).toMatchObject({ kind: 'direct' })
    expect(long?.content).toHaveLength(2)
    expect(long?.content[0]?.text).toMatch(/^Chelyabinsk is closely [^]* success in this great endeavor!$/)
    expect(long?.content[1]?.text).toMatch(/^Our interregional cooperation [^]* agreements \[at the forum\],$/)
    expect(speaker(long?.source.entityId ?? null)).toBe('Nursultan Nazarbayev')
  })

  it.each([
    ['the interregional cooperation between Kazakhstan and Russia is the basis'],
    ["today's meeting will also be crucial"],
    ['each such meeting is a new milestone'],
    ['will sign 10 agreements during the forum'],
  ])('gives Nazarbayev what he is reported to have said: %s', (part) => {
    const quote = quoteHolding(part)
    expect(quote?.kind).toBe('indirect')
    expect(speaker(quote?.source.entityId ?? null)).toBe('Nursultan Nazarbayev')
  })

  it('lets Kazinform speak nowhere', () => {
    const id = entity('Kazinform')?.id
    expect(found.attributions.filter(({ source }) => source.entityId === id)).toEqual([])
  })

  it('counts agreements and turnover, and no year or number of a forum', () => {
    const figures = found.figures.map(({ value, unit, what }) => [value, unit, what])
    expect(figures).toHaveLength(4)
    expect(found.figures.map(({ value }) => value)).toEqual([10, 31, 30, 10])
    const turnover = found.figures[1]
    expect(turnover).toMatchObject({ value: 31, unit: 'percent' })
    expect(`${turnover?.what} ${turnover?.subject}`).toContain('trade turnover')
    expect(turnover?.period).toContain('nine months')
    expect(turnover).toMatchObject({ direction: 'up', text: '31 percent' })
  })

  it('gives the last nine months both ends, counted back from publication', () => {
    const period = found.dates.find(({ text: words }) => words.includes('nine months'))
    expect(period?.iso).toBe('2017-02-09/2017-11-09')
  })

  it('lets today be the day of publication', () => {
    const days = found.dates.filter(({ text: words }) => words === 'today').map(({ iso }) => iso)
    expect(days).toEqual(['2017-11-09', '2017-11-09'])
  })

  it('says why of every mention, attribution, figure and date', () => {
    const reasons = [
      ...found.entities.flatMap(({ mentions }) => mentions),
      ...found.attributions,
      ...found.figures,
      ...found.dates,
    ].map(({ why }) => why)
    expect(reasons.filter((why) => !why)).toEqual([])
  })

  it('has every span hold the words at its offsets', () => {
    const spans = [
      ...found.entities.flatMap(({ mentions }) => mentions),
      ...found.attributions.flatMap(({ content, cue }) => [...content, ...(cue ? [cue] : [])]),
      ...found.figures,
      ...found.dates,
    ]
    expect(spans.length).toBeGreaterThan(30)
    for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text)
  })
})
