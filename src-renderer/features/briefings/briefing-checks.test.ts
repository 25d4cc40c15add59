import type { CitationView } from '@contract/casebook'
import { describe, expect, it } from 'vitest'
import { checkBriefing } from './briefing-checks'
import { type BriefingSentence, newSentence } from './briefing-edits'

const cited = (exact: string, state: CitationView['state'] = 'exact'): CitationView => ({
  id: 'citation-1',
  anchor: { articleId: 'a'.repeat(64), path: 'a.txt', start: 0, end: exact.length, exact, prefix: '', suffix: '' },
  state,
  label: 'LPS 1',
  date: null,
})
const titles = (changes: Partial<BriefingSentence>) =>
  checkBriefing([{ id: 's', heading: '', sentences: [{ ...newSentence('one'), ...changes }] }]).map(
    ({ title }) => title,
  )

describe('checkBriefing', () => {
  it('asks facts for a source, judgements not', () => {
    expect(titles({ text: 'A fire broke out.' })).toEqual(['A fact without a source'])
    expect(titles({ type: 'judgement', text: 'It will burn again.' })).toEqual([])
  })
  it('says nothing of an empty sentence', () => {
    expect(titles({ text: ' ' })).toEqual([])
  })
  it('holds quoted words against the cited passage', () => {
    const citations = [cited('Grain will leave Marenza again by Friday')]
    expect(titles({ type: 'quote', text: '“Grain will be leaving Marenza,” Darvan said.', citations })).toEqual([
      'The quote is not verbatim',
    ])
    expect(
      titles({ type: 'quote', text: '“Grain will leave Marenza again by Friday,” Darvan said.', citations }),
    ).toEqual([])
  })
  it('refuses lost sources and keeps likelihood and confidence apart', () => {
    const both = { type: 'judgement', text: 'It is likely.', likelihood: 'likely', confidence: 'high' } as const
    expect(titles({ ...both, citations: [cited('x', 'lost')] })).toEqual([
      'Likelihood and confidence in one sentence',
      'A source is lost',
    ])
  })
})
