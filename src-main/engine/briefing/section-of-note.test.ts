import { describe, expect, it } from 'vitest'
import { bodyOf } from '../casebook/casebook.fixture'
import { anchorAt, PORT } from './briefing-desk.fixture'
import { sectionOfNote } from './section-of-note'

const anchor = anchorAt(PORT, 'port.txt', 'Seven people died')
const citations = ['one', 'two', 'three'].map((id) => ({ id, anchor: { ...anchor, path: `${id}.txt` } }))
let ids = 0
const sentencesOf = (...paragraphs: string[]) =>
  sectionOfNote({ title: 'T', body: bodyOf(...paragraphs), citations }, () => `id-${++ids}`).sentences.map(
    ({ type, text, citations: cited }) => [type, text, cited.map((citation) => citation.anchor.path).join(' ')],
  )

describe('sectionOfNote', () => {
  it('gives each citation to the sentence it stands in or follows', () => {
    expect(sentencesOf('A fire{{one}} broke out. It burned.{{two}} Ships left.')).toEqual([
      ['fact', 'A fire broke out.', 'one.txt'],
      ['fact', 'It burned.', 'two.txt'],
      ['judgement', 'Ships left.', ''],
    ])
    expect(sentencesOf('It burned. {{two}} Ships left.')[0]).toEqual(['fact', 'It burned.', 'two.txt'])
    expect(sentencesOf('It burned. {{two}}Ships left.').map(([, , cited]) => cited)).toEqual(['', 'two.txt'])
    expect(sentencesOf('{{one}} It burned.')).toEqual([['fact', 'It burned.', 'one.txt']])
  })
  it('gives citations of a paragraph without words to the sentence before', () => {
    expect(sentencesOf('It burned.', '{{one}} {{two}}')).toEqual([['fact', 'It burned.', 'one.txt two.txt']])
  })
  it('guesses the type from quotation marks, digits and sources', () => {
    expect(sentencesOf('“Soon,” she said{{one}}. Some 23 people{{two}}. They left{{three}}. Who knows?')).toEqual([
      ['quote', '“Soon,” she said.', 'one.txt'],
      ['figure', 'Some 23 people.', 'two.txt'],
      ['fact', 'They left.', 'three.txt'],
      ['judgement', 'Who knows?', ''],
    ])
  })
  it('gives every citation an id of its own, also one passage cited twice', () => {
    const { sentences } = sectionOfNote(
      { title: '', body: bodyOf('A{{one}}. B{{one}}.'), citations },
      () => `id-${++ids}`,
    )
    const all = sentences.flatMap((sentence) => sentence.citations.map(({ id }) => id))
    expect(new Set(all).size).toBe(2)
  })
  it('keeps an empty note as an empty section', () => {
    expect(sentencesOf('')).toEqual([])
  })
})
