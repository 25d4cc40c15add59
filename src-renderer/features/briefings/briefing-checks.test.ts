import type { CitationView } from '@contract/casebook'
import { describe, expect, it } from 'vitest'
import { checksWhileWriting } from './briefing-checks'
import { type BriefingSentence, newSentence } from './briefing-edits'

const cited = (exact: string, state: CitationView['state'] = 'exact'): CitationView => ({
  id: 'citation-1',
  anchor: { articleId: 'a'.repeat(64), path: 'a.txt', start: 0, end: exact.length, exact, prefix: '', suffix: '' },
  state,
  label: 'LPS 1',
  date: '2019-03-12',
})
const blocks = (changes: Partial<BriefingSentence>, waivers: { rule: string; reason: string }[] = []) =>
  checksWhileWriting([{ id: 's', heading: '', sentences: [{ ...newSentence('one'), ...changes }] }], waivers)
    .filter(({ level }) => level !== 'warn')
    .map(({ rule, level, sentenceId }) => `${level} ${rule} ${sentenceId}`)

describe('checksWhileWriting', () => {
  it('asks facts for a source, judgements not, and takes a reason for it', () => {
    expect(blocks({ text: 'A fire broke out.' })).toEqual(['block no-citation one'])
    expect(blocks({ text: 'A fire broke out.' }, [{ rule: 'no-citation', reason: 'seen' }])).toEqual([
      'waived no-citation one',
    ])
    expect(blocks({ type: 'judgement', text: 'It is likely to burn again.' })).toEqual([])
  })
  it('says nothing of an empty sentence or an empty briefing', () => {
    expect(blocks({ text: ' ' })).toEqual([])
    expect(checksWhileWriting([], [])).toEqual([])
  })
  it('holds quoted words and figures against the cited passage', () => {
    const citations = [cited('Grain will leave Marenza again by Friday, all 48 trains of it')]
    const quote = (text: string) => blocks({ type: 'quote', text, citations })
    expect(quote('“Grain will be leaving Marenza,” Darvan said.')).toEqual(['block quote-not-verbatim one'])
    expect(quote('“Grain will leave Marenza again by Friday,” Darvan said.')).toEqual([])
    expect(blocks({ type: 'figure', text: 'There are 47 trains.', citations })).toEqual(['block figure-not-equal one'])
  })
  it('refuses lost and ambiguous sources', () => {
    const text = 'A fire broke out.'
    expect(blocks({ text, citations: [cited('x', 'lost')] })).toEqual(['block citation-lost one'])
    expect(blocks({ text, citations: [cited('x', 'ambiguous')] })).toEqual(['block citation-ambiguous one'])
  })
})
