import { describe, expect, it } from 'vitest'
import type { Figure } from '../extract/types'
import { passesFigure, readFigureTest } from './figure-test'

const figure = (value: number | null, more: Partial<Figure> = {}): Figure => ({
  start: 0,
  end: 1,
  text: '1',
  value,
  unit: null,
  what: null,
  subject: null,
  period: null,
  ...more,
})
const passes = (test: string, candidate: Figure) => {
  const read = readFigureTest(test)
  if (!read) throw new Error(`${test} was not read`)
  return passesFigure(candidate, read)
}

describe('a figure asked for', () => {
  it.each([
    ['>10', figure(10), false],
    ['>10', figure(10.5), true],
    ['>=10', figure(10), true],
    ['<10', figure(9), true],
    ['<=9', figure(10), false],
    ['10', figure(10), true],
    ['10', figure(11), false],
    ['10..20', figure(20), true],
    ['20..10', figure(15), true],
    ['1..2 million', figure(1_500_000), true],
    ['≥5%', figure(5, { unit: 'percent' }), true],
    ['>5%', figure(6), false],
    ['$3.5bn', figure(3_500_000_000, { unit: 'USD' }), true],
    ['>100 dollars', figure(200, { unit: 'USD' }), true],
    ['7 people', figure(7, { unit: 'people' }), true],
    ['jobs', figure(null, { what: 'new jobs' }), true],
    ['jobs', figure(3, { what: 'jobless' }), false],
    ['>3 years', figure(4, { unit: 'year' }), true],
    // A range passes when any value in it does.
    ['>15', figure(10, { valueTo: 20 }), true],
    ['<15', figure(10, { valueTo: 20 }), true],
    ['>20', figure(10, { valueTo: 20 }), false],
    ['>1', figure(null), false],
  ])('%s', (test, candidate, passed) => {
    expect(passes(test, candidate)).toBe(passed)
  })

  it.each(['', '>', '>=', '=>', ' '])('is not read from %j', (typed) => {
    expect(readFigureTest(typed)).toBeNull()
  })
})
