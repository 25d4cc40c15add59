import { describe, expect, it } from 'vitest'
import type { Conflict } from '../compare/conflicts/conflict'
import type { Decision, DecisionContent } from '../decisions/decision'
import { basisOf } from './briefing-basis'
import { ARTICLES, cite, sampleBriefing, sentence, type SampleArticle } from './sample-briefing.fixture'
import type { BriefingCitation, BriefingDocument, BriefingSentence } from './types'
import { whatChanged } from './what-changed'

const WHEN = '2019-03-14T10:00:00.000Z'
const { lps, tarvinform } = ARTICLES
const SEVEN = 'Seven people died and 23 were injured'

const holding = (sentences: BriefingSentence[], conflicts: Conflict[] = []): BriefingDocument => ({
  ...{ title: 'Fire', marking: '', author: '', conflicts },
  sections: [{ id: 'a', heading: 'Key points', sentences }],
})

/** Seven against seventeen. */
function count(): Conflict {
  const side = (source: SampleArticle, value: number, text: string) => {
    const start = source.text.indexOf(text)
    return { value, origins: 1, evidence: [{ path: source.path, start, end: start + text.length, text }] }
  }
  const key = { what: 'dead', unit: null, subject: null, period: null }
  return { kind: 'contradiction', key, sides: [side(lps, 7, 'Seven people died'), side(tarvinform, 17, '17 человек')] }
}

const changesOf = (before: BriefingDocument, after: BriefingDocument, log: Decision[] = []) =>
  whatChanged(after, basisOf(before, 0, WHEN), log).map(({ kind }) => kind)
const figures = (citation: BriefingCitation, ...values: number[]): BriefingCitation => ({
  ...citation,
  figures: values.map((value) => ({ text: String(value), value, unit: null })),
})

describe('whatChanged', () => {
  it('says nothing of a briefing that rests on what it rested on', () => {
    const document = sampleBriefing()
    expect(whatChanged(structuredClone(document), basisOf(document, 0, WHEN), [])).toEqual([])
  })

  it('tells a figure that is read otherwise from one that is read as before', () => {
    const died = cite(lps, SEVEN)
    const of = (...values: number[]) =>
      holding([{ ...sentence('figure', 'Seven died.'), citations: [figures(died, ...values)] }])
    expect(changesOf(of(7, 23), of(7, 23))).toEqual([])
    expect(changesOf(of(7, 23), of(7, 32))).toEqual(['figure'])
    expect(changesOf(of(7, 23), of(7))).toEqual(['figure'])
  })

  it('says of another side only what is new on file and not cited in the sentence', () => {
    const fact = sentence('figure', 'Seven people died.', [cite(lps, SEVEN)])
    expect(changesOf(holding([fact]), holding([fact], [count()]))).toEqual(['contrary'])
    expect(changesOf(holding([fact], [count()]), holding([fact], [count()]))).toEqual([])
    const both = { ...fact, citations: [...fact.citations, cite(tarvinform, '17 человек')] }
    expect(changesOf(holding([fact]), holding([both], [count()]))).toEqual([])
  })

  it('takes nothing for news that was there before the sentence or its citation', () => {
    const fresh = sentence('figure', 'Seven people died, Aldeev said.', [cite(lps, SEVEN)])
    const content: DecisionContent = { kind: 'rename', names: ['person:rustam aldeev'], name: 'R. Aldeyev' }
    const log = [{ id: 'one', sequence: 1, madeAt: WHEN, content }]
    expect(changesOf(holding([]), holding([fresh], [count()]), log)).toEqual([])
    expect(changesOf(holding([fresh]), holding([fresh]), log)).toEqual(['correction'])
    const moved = {
      ...fresh,
      citations: fresh.citations.map((one) => ({ ...one, state: 'ambiguous', passage: null }) as const),
    }
    expect(changesOf(holding([]), holding([moved]))).toEqual(['ambiguous'])
  })

  it('knows a name only as whole words', () => {
    const fact = sentence('fact', 'The portal burned.', [cite(lps, 'Seven people died')])
    const rename = (name: string): Decision[] => [
      { id: 'one', sequence: 1, madeAt: WHEN, content: { kind: 'rename', names: [`place:${name}`], name: 'Other' } },
    ]
    expect(changesOf(holding([fact]), holding([fact]), rename('port'))).toEqual([])
    expect(changesOf(holding([fact]), holding([fact]), rename('portal'))).toEqual(['correction'])
  })
})
