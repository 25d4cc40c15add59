import { describe, expect, it } from 'vitest'
import { sentenceStep } from './sentence-step'

const SENTENCES = [
  { start: 0, end: 10 },
  { start: 11, end: 20 },
  { start: 22, end: 30 },
]

describe('sentenceStep', () => {
  it('begins with the first sentence in view', () => {
    expect(sentenceStep(SENTENCES, 12, 1, false)).toEqual(SENTENCES[1])
  })
  it('goes on, back, and stops at the ends', () => {
    expect(sentenceStep(SENTENCES, { start: 0, end: 10 }, 1, false)).toEqual(SENTENCES[1])
    expect(sentenceStep(SENTENCES, { start: 22, end: 30 }, -1, false)).toEqual(SENTENCES[1])
    expect(sentenceStep(SENTENCES, { start: 22, end: 30 }, 1, false)).toBeNull()
    expect(sentenceStep(SENTENCES, { start: 0, end: 10 }, -1, false)).toBeNull()
  })
  it('takes the next sentence to what is chosen', () => {
    expect(sentenceStep(SENTENCES, { start: 11, end: 20 }, 1, true)).toEqual({ start: 11, end: 30 })
    expect(sentenceStep(SENTENCES, { start: 11, end: 20 }, -1, true)).toEqual({ start: 0, end: 20 })
  })
  it('leaves the sentence a part of which is chosen', () => {
    expect(sentenceStep(SENTENCES, { start: 3, end: 6 }, 1, false)).toEqual(SENTENCES[1])
  })
})
