import { describe, expect, it } from 'vitest'
import { briefingFrom, collectFindings, describeConflict, describeFindings, disagreementsIn } from './findings.mjs'

const text = 'RIVERTON (Wire) - “We rebuilt 40 bridges,” Mayor Ana Lopez said. Trade grew 31 percent.'
const span = (part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length, text: part })
const article = (path, extra = {}) => ({
  path,
  sha256: 'ab',
  state: 'indexed',
  text,
  sentences: [
    { start: 0, end: 64 },
    { start: 65, end: text.length },
  ],
  entities: [
    { id: 'p', type: 'person', name: 'Ana Lopez', mentions: [span('Ana Lopez')] },
    { id: 'l', type: 'place', name: 'Riverton', mentions: [span('RIVERTON')] },
  ],
  attributions: [
    { kind: 'direct', content: [span('We rebuilt 40 bridges')], source: { entityId: 'p', text: 'Ana Lopez' } },
    { kind: 'direct', content: [span('We')], source: { entityId: null, text: null } },
    { kind: 'indirect', content: [span('Trade grew')], source: { entityId: 'p', text: null } },
  ],
  figures: [
    { ...span('40 bridges'), value: 40, what: 'bridge' },
    { ...span('31 percent'), value: 31, what: null },
  ],
  ...extra,
})

describe('collectFindings', () => {
  it('adds people up over articles and keeps direct quotes with a speaker', () => {
    const found = collectFindings([
      article('a.txt'),
      article('b.txt'),
      article('c.txt', { state: 'failed', entities: [], attributions: [], figures: [] }),
    ])
    expect(found.people).toEqual([{ name: 'Ana Lopez', mentions: 2, articles: 2 }])
    expect(found.quotes).toHaveLength(2)
    expect(found.quotes[0]).toMatchObject({ speaker: 'Ana Lopez', text: 'We rebuilt 40 bridges' })
    expect(found.figures).toHaveLength(4)
  })

  it('cites the sentence of a figure, word for word with its surroundings', () => {
    const { passage } = collectFindings([article('a.txt')]).figures[1]
    expect(passage.exact).toBe(text.slice(65))
    expect(text.slice(passage.start, passage.end)).toBe(passage.exact)
    expect(text.slice(0, passage.start).endsWith(passage.prefix)).toBe(true)
    expect(passage.suffix).toBe('')
  })
})

describe('disagreementsIn', () => {
  it('cites every side of a conflict, and none whose article is not there', () => {
    const side = (path) => ({ value: 40, origins: 1, evidence: [{ path, ...span('40 bridges') }] })
    const found = disagreementsIn(
      [
        { kind: 'contradiction', sides: [side('a.txt'), side('b.txt')] },
        { kind: 'contradiction', sides: [side('a.txt'), side('gone.txt')] },
      ],
      [article('a.txt'), article('b.txt')],
    )
    expect(found).toHaveLength(1)
    expect(found[0].citations.map(({ path, exact }) => [path, exact])).toEqual([
      ['a.txt', '40 bridges'],
      ['b.txt', '40 bridges'],
    ])
  })
})

describe('briefingFrom', () => {
  it('makes sentences whose every claim is cited, each sentence once', () => {
    const twoFigures = article('a.txt', {
      figures: [span('40 bridges'), span('40'), span('31 percent')].map((figure) => ({ ...figure, what: null })),
    })
    const brief = briefingFrom(collectFindings([twoFigures]), 'wire')
    expect(brief.title).toContain('wire')
    // The statement's sentence also has a figure, and stands among the figures only.
    expect(brief.sections.map(({ sentences }) => sentences.length)).toEqual([1, 2, 3])
    for (const sentence of brief.sections.slice(0, 2).flatMap(({ sentences }) => sentences)) {
      expect(sentence.citations.length).toBeGreaterThan(0)
      for (const citation of sentence.citations) expect(sentence.text).toContain(citation.exact)
    }
  })
  it('leaves an empty section out', () => {
    const headings = ({ sections }) => sections.map(({ heading }) => heading)
    const brief = briefingFrom(collectFindings([article('a.txt', { attributions: [] })]), 'wire')
    expect(headings(brief)).toEqual(['Figures as reported', 'What is open'])
    expect(briefingFrom(collectFindings([]), 'wire').sections).toEqual([])
  })
  it('has a word of every language and names what it left open', () => {
    const said = (i) => ({
      kind: 'direct',
      content: [{ ...span('40 bridges'), text: `quote ${i}` }],
      source: { entityId: 'p' },
    })
    const many = Array.from({ length: 30 }, (_, i) =>
      article(`${i}.txt`, { language: i === 7 ? 'ar' : 'en', date: '2019-03-12', attributions: [said(i)] }),
    )
    const { sections } = briefingFrom(collectFindings([...many, article('x.txt')]), 'wire')
    expect(sections[0].sentences.map(({ citations }) => citations[0].path)).toContain('7.txt')
    expect(sections.at(-1).sentences.map(({ type }) => type)).toEqual(['assumption', 'gap', 'gap'])
  })
})

describe('lines for a person', () => {
  it('name what was found and where', () => {
    const lines = describeFindings(collectFindings([article('a.txt')])).join('\n')
    expect(lines).toContain('Ana Lopez (1 mention in 1 article)')
    expect(lines).toContain('40 bridges (bridge) in a.txt')
  })
  it('set the sides of a conflict against each other', () => {
    const side = (value, path) => ({ value, origins: 1, evidence: [{ ...span('31 percent'), path }] })
    const line = describeConflict({
      kind: 'contradiction',
      key: { what: 'growth', unit: 'percent', subject: 'trade', period: null },
      sides: [side(31, 'a.txt'), side(13, 'b.txt')],
    })
    expect(line).toBe('contradiction: trade, growth: 31 percent (a.txt) against 31 percent (b.txt)')
  })
})
