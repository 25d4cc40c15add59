import { describe, expect, it } from 'vitest'
import type { Conflict } from '../compare/conflicts/conflict'
import { checkBriefing, waiverProblems } from './check-briefing'
import { ARTICLES, cite, sampleBriefing, sentence } from './sample-briefing.fixture'
import type { BriefingDocument, BriefingSentence, Waiver } from './types'

const { lps, tarvinform, arabic, chinese } = ARTICLES
const briefing = (...sentences: BriefingSentence[]): BriefingDocument => ({
  title: 'T',
  marking: '',
  author: '',
  sections: [{ id: 'a', heading: 'H', sentences }],
})
const check = (one: BriefingSentence, waivers: Waiver[] = []) => checkBriefing(briefing(one), waivers)
const rules = (one: BriefingSentence) => check(one).map(({ rule }) => rule)

describe('a sound briefing', () => {
  it('passes without a finding, in five scripts', () => {
    expect(checkBriefing(sampleBriefing(), [])).toEqual([])
  })
})

describe('citations', () => {
  it('are asked of facts, quotes and figures only', () => {
    expect(rules(sentence('fact', 'It burned in 2019.'))).toEqual(['no-citation'])
    expect(rules(sentence('quote', '“It burned,” he said.'))).toEqual(['no-citation'])
    expect(rules(sentence('gap', 'Nobody knows.'))).toEqual([])
    expect(rules(sentence('fact', '  '))).toEqual(['empty-sentence'])
  })

  it('must stand where they are said to stand', () => {
    const words = 'Seven people died'
    const state = (more: Parameters<typeof cite>[2]) =>
      check(sentence('fact', 'Seven people died.', [cite(lps, words, more)]))
    expect(state({ state: 'lost', passage: null })[0]).toMatchObject({ rule: 'citation-lost', level: 'block' })
    expect(state({ state: 'ambiguous', passage: null })[0]).toMatchObject({
      rule: 'citation-ambiguous',
      level: 'block',
    })
    expect(state({ state: 'moved' })).toMatchObject([{ rule: 'citation-moved', level: 'warn' }])
    const changed = { start: 0, end: 18, text: 'Seven persons died' }
    expect(state({ state: 'moved', changed: true, passage: changed })[0]).toMatchObject({
      rule: 'citation-changed',
      level: 'block',
      message: expect.stringContaining('Seven persons died') as string,
    })
  })
})

describe('figures', () => {
  const figure = (text: string, source = lps, words = 'Seven people died and 23 were injured') =>
    rules(sentence('figure', text, [cite(source, words)]))
  const grain = 'The port shipped 4.2 million tonnes of Tarvenian grain'
  it.each([
    ['23 were injured.', []],
    ['Twenty-three people were injured.', []],
    ['24 were injured.', ['figure-not-equal']],
    ['Seven died in 2019, on the 3rd day.', []],
  ])('%s', (text, expected) => {
    expect(figure(text)).toEqual(expected)
  })
  it.each([
    ['The port shipped 4.2m tonnes.', []],
    ['The port shipped 4,200,000 tonnes.', []],
    ['The port shipped 4 million tonnes.', ['figure-not-equal']],
    ['The port shipped about 4 million tonnes.', []],
    ['The port shipped more than 4 million tonnes.', []],
    ['The port shipped more than 5 million tonnes.', ['figure-not-equal']],
    ['The port shipped nearly 5 million tonnes.', []],
    ['The port shipped about 5 million tonnes.', ['figure-not-equal']],
    ['The port shipped less than 4 million tonnes.', ['figure-not-equal']],
    ['The port shipped 4.2 million kilometres.', ['figure-not-equal']],
    ['The port shipped 2.4 million tonnes.', ['figure-not-equal']],
  ])('%s', (text, expected) => {
    expect(figure(text, lps, grain)).toEqual(expected)
  })
  it('that the source itself bounds are given as they are', () => {
    const source = { ...lps, text: 'The school takes up to 500 children.' }
    expect(figure('It takes up to 500 children.', source, source.text)).toEqual([])
    expect(figure('It takes up to 600 children.', source, source.text)).toEqual(['figure-not-equal'])
  })
  it('are compared over languages and digits', () => {
    expect(figure('Doctors count 17 dead.', tarvinform, 'погибли 17 человек')).toEqual([])
    expect(figure('Doctors count 18 dead.', tarvinform, 'погибли 17 человек')).toEqual(['figure-not-equal'])
    expect(figure('23 people were hurt.', arabic, 'إن ٢٣ شخصا أصيبوا')).toEqual([])
    expect(figure('火灾造成23人受伤。', chinese, '火灾造成23人受伤')).toEqual([])
    expect(figure('火灾造成32人受伤。', chinese, '火灾造成23人受伤')).toEqual(['figure-not-equal'])
  })
  it('of a fact only warn, with their place', () => {
    const text = 'On 12 March 2019 the fire killed eight people.'
    const [found] = check(sentence('fact', text, [cite(lps, 'Seven people died and 23 were injured')]))
    expect(found).toMatchObject({ rule: 'number-not-cited', level: 'warn' })
    expect(text.slice(found?.start, found?.end)).toContain('eight')
    expect(found?.message).toContain('Seven')
  })
})

describe('names', () => {
  const named = (text: string, words = 'director Ilse Darvan said') => rules(sentence('fact', text, [cite(lps, words)]))
  it('known to the article pass, in any script and form', () => {
    expect(named('In 2019 Darvan spoke at the Port Authority of Marenza.')).toEqual([])
    expect(named('In 2019 the MPA spoke.')).toEqual([])
    const russian = cite(tarvinform, 'заявил министр Рустам Алдеев')
    expect(rules(sentence('fact', 'In 2019 Tarvenian minister Rustam Aldeyev spoke.', [russian]))).toEqual([])
  })
  it('unknown ones are warned of with their place', () => {
    const text = 'In 2019 Ilse Marlow spoke at the port.'
    const [found] = check(sentence('fact', text, [cite(lps, 'director Ilse Darvan said')]))
    expect(found).toMatchObject({ rule: 'name-not-in-source', level: 'warn' })
    expect(text.slice(found?.start, found?.end)).toBe('Ilse Marlow')
  })
  it('are not checked where the names of the article are not known', () => {
    const { names: _names, ...unknown } = lps
    expect(rules(sentence('fact', 'In 2019 Ilse Marlow spoke.', [cite(unknown, 'director Ilse Darvan said')]))).toEqual(
      [],
    )
  })
})

describe('likelihood and confidence', () => {
  it('never stand in one sentence, by choice or by words', () => {
    const both = { likelihood: 'likely', confidence: 'high confidence' }
    expect(rules(sentence('judgement', 'It burned.', [], both))).toEqual(['likelihood-with-confidence'])
    expect(rules(sentence('judgement', 'We have high confidence that it is likely to burn.'))).toEqual([
      'likelihood-with-confidence',
    ])
    expect(rules(sentence('judgement', 'It will probably burn.', [], { confidence: 'low' }))).toEqual([
      'likelihood-with-confidence',
    ])
    expect(rules(sentence('judgement', 'It is likely to burn.', [], { likelihood: 'likely' }))).toEqual([])
  })
  it('are missed in a judgement that has neither', () => {
    expect(rules(sentence('judgement', 'The port will open again.'))).toEqual(['judgement-unscaled'])
    expect(rules(sentence('judgement', 'The port will very likely open again.'))).toEqual([])
  })
  it('chosen and written agree', () => {
    expect(rules(sentence('judgement', 'It is unlikely to burn.', [], { likelihood: 'likely' }))).toEqual([
      'likelihood-differs',
    ])
    expect(rules(sentence('judgement', 'It is very unlikely to burn.', [], { likelihood: 'very unlikely' }))).toEqual(
      [],
    )
  })
})

describe('tradecraft', () => {
  const died = () => [cite(lps, 'Seven people died and 23 were injured')]
  it.each([
    ['hedge', 'In March 2019 the port could close.', 'could'],
    ['hedge', 'Reportedly is a word; the port was reportedly closed in 2019.', 'reportedly'],
    ['loaded-adverb', 'In 2019 the port obviously closed.', 'obviously'],
    ['passive-without-agent', 'In 2019 it was reported that the port closed.', 'it was reported'],
  ])('%s in “%s”', (rule, text, words) => {
    const [found, ...others] = check(sentence('fact', text, died()))
    expect(found).toMatchObject({ rule, level: 'warn' })
    expect(text.slice(found?.start, found?.end)).toBe(words)
    expect(others).toEqual([])
  })
  it('leaves alone months, agents and what others say', () => {
    expect(rules(sentence('fact', 'In May 2019 the port closed.', died()))).toEqual([])
    expect(rules(sentence('fact', 'In 2019 it was reported by the authority.', died()))).toEqual([])
    const spoken = cite(lps, 'Grain will leave Marenza again by Friday.')
    expect(rules(sentence('quote', '“Grain will leave Marenza again by Friday” may be hope.', [spoken]))).toEqual([
      'hedge',
    ])
    expect(rules(sentence('gap', 'It could be more.'))).toEqual([])
  })
  it('wants a date from the words or the source', () => {
    const { date: _date, ...undated } = lps
    const source = { ...undated, date: null }
    const text = 'The port closed.'
    expect(rules(sentence('fact', text, [cite(source, 'Seven people died')]))).toEqual(['undated'])
    expect(rules(sentence('fact', text, [cite(lps, 'Seven people died')]))).toEqual([])
    expect(rules(sentence('fact', 'It closed on Tuesday.', [cite(source, 'Seven people died')]))).toEqual([])
    expect(rules(sentence('fact', text, [cite(source, 'Seven people died', { article: null })]))).toEqual([])
  })
  it('names claims of one origin once per briefing', () => {
    const flat = ['The hall burned.', 'Dust ignited.', 'People died.'].map((text) => sentence('fact', text, died()))
    const found = checkBriefing(briefing(...flat), []).filter(({ rule }) => rule === 'single-origin')
    expect(found).toHaveLength(1)
    expect(found[0]?.sentenceId).toBe(flat[0]?.id)
    const attributed = ['The LPS reports a fire.', 'Darvan said so.', 'People died.'].map((text) =>
      sentence('fact', text, died()),
    )
    expect(checkBriefing(briefing(...attributed), [])).toEqual([])
  })
})

describe('an empty briefing and waivers', () => {
  it('blocks what has no sentence or no title', () => {
    expect(checkBriefing(briefing(), [])).toMatchObject([{ rule: 'empty-briefing', level: 'block', sentenceId: '' }])
    expect(checkBriefing({ ...briefing(sentence('gap', 'Why?')), title: ' ' }, [])).toMatchObject([
      { rule: 'empty-briefing' },
    ])
  })
  it('waives a rule with its reason and nothing else', () => {
    const one = sentence('judgement', 'It obviously burned.')
    const found = check(one, [{ rule: 'loaded-adverb', reason: 'The report’s own word' }])
    expect(found.map(({ rule, level }) => [rule, level])).toEqual([
      ['judgement-unscaled', 'warn'],
      ['loaded-adverb', 'waived'],
    ])
    expect(found[1]?.message).toContain('The report’s own word')
  })
  it('reports waivers that name no rule or no reason, and waives nothing by them', () => {
    const waivers = [
      { rule: 'no-such-rule', reason: 'x' },
      { rule: 'hedge', reason: ' ' },
      { rule: 'constructor', reason: 'x' },
    ]
    expect(waiverProblems(waivers).map(({ code }) => code)).toEqual(['unknown_rule', 'no_reason', 'unknown_rule'])
    expect(check(sentence('judgement', 'It may burn, which is likely.'), waivers)[0]).toMatchObject({
      rule: 'hedge',
      level: 'warn',
    })
  })
})

describe('what other articles tell', () => {
  const seven = cite(lps, 'Seven people died')
  const seventeen = cite(tarvinform, 'погибли 17 человек')
  const evidence = ({ article, passage }: typeof seven) => ({ ...passageOf(passage), path: article?.path ?? '' })
  const passageOf = (passage: (typeof seven)['passage']) => passage ?? { start: 0, end: 0, text: '' }
  const conflict = (kind: Conflict['kind']): Conflict => ({
    kind,
    key: { what: 'people', unit: 'people', subject: null, period: null },
    sides: [
      { value: 7, origins: 1, evidence: [evidence(seven)] },
      { value: 17, origins: 1, evidence: [evidence(seventeen)] },
    ],
  })
  const told = (kind: Conflict['kind'], ...sentences: BriefingSentence[]) =>
    checkBriefing({ ...briefing(...sentences), conflicts: [conflict(kind)] }, [])
  const fact = sentence('fact', 'Seven people died on 12 March 2019.', [seven])

  it.each([
    ['contradiction', 'contradicted', 'block'],
    ['denial', 'contradicted', 'block'],
    ['update', 'told-otherwise', 'warn'],
  ] as const)('%s on file and not cited: %s, %s', (kind, rule, level) => {
    expect(told(kind, fact, { ...fact, id: 'again' })).toMatchObject([
      { rule, level, message: expect.stringContaining('погибли 17 человек') as string },
    ])
  })

  it('is mentioned where the other side is cited anywhere in the briefing', () => {
    const other = sentence('judgement', 'It is likely that more died.', [seventeen])
    expect(told('contradiction', fact, { ...other, likelihood: 'likely' })).toEqual([])
  })

  it('says nothing of judgements that rest on one side, nor of what is not cited', () => {
    const judgement = { ...sentence('judgement', 'It is likely that few died.', [seven]), likelihood: 'likely' }
    expect(told('contradiction', judgement)).toEqual([])
    expect(told('contradiction', sentence('gap', 'Nobody knows.'))).toEqual([])
  })

  it('counts tellings of one dispatch as one origin', () => {
    const from = (one: typeof seven, origin: string) => ({ ...one, article: one.article && { ...one.article, origin } })
    const twice = (a: string, b: string) =>
      rules(sentence('fact', 'Seven people died on 12 March 2019.', [from(seven, a), from(seventeen, b)]))
    expect(twice('lps', 'lps')).toEqual(['one-dispatch'])
    expect(twice('lps', 'tarvinform')).toEqual([])
  })
})
