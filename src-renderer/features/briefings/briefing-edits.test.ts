import { describe, expect, it } from 'vitest'
import {
  type BriefingSection,
  changeSentence,
  insertSentence,
  moveSection,
  moveSentence,
  newSentence,
  removeSentence,
} from './briefing-edits'

const section = (id: string, ...sentences: string[]): BriefingSection => ({
  id,
  heading: id,
  sentences: sentences.map((one) => newSentence(one)),
})
const shape = (sections: readonly BriefingSection[]) =>
  sections.map(({ id, sentences }) => `${id}:${sentences.map((one) => one.id).join('')}`)
const two = [section('S', 'a', 'b'), section('T', 'c')]

describe('edits of a briefing', () => {
  it('insert after a sentence or at the end of a section', () => {
    expect(shape(insertSentence(two, newSentence('x'), { after: 'a' }))).toEqual(['S:axb', 'T:c'])
    expect(shape(insertSentence(two, newSentence('x'), { section: 'T' }))).toEqual(['S:ab', 'T:cx'])
    expect(shape(insertSentence([section('U')], newSentence('x'), { section: 'U' }))).toEqual(['U:x'])
  })
  it('move inside a section and over its border', () => {
    expect(shape(moveSentence(two, 'a', 1))).toEqual(['S:ba', 'T:c'])
    expect(shape(moveSentence(two, 'b', 1))).toEqual(['S:a', 'T:bc'])
    expect(shape(moveSentence(two, 'c', -1))).toEqual(['S:abc', 'T:'])
  })
  it('leave everything where it is at the ends', () => {
    expect(shape(moveSentence(two, 'a', -1))).toEqual(shape(two))
    expect(shape(moveSentence(two, 'c', 1))).toEqual(shape(two))
    expect(shape(moveSection(two, 'T', 1))).toEqual(shape(two))
  })
  it('move sections', () => {
    expect(shape(moveSection(two, 'T', -1))).toEqual(['T:c', 'S:ab'])
  })
  it('change and remove one sentence only', () => {
    expect(changeSentence(two, 'b', { type: 'gap' }).flatMap((one) => one.sentences.map(({ type }) => type))).toEqual([
      'fact',
      'gap',
      'fact',
    ])
    expect(shape(removeSentence(two, 'c'))).toEqual(['S:ab', 'T:'])
  })
})
