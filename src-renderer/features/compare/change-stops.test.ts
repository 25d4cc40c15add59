import type { ComparePair } from '@contract/compare'
import { describe, expect, it } from 'vitest'
import { changeStops } from './change-stops'

const at = (start: number) => ({ start, end: start + 5 })
const pairs: ComparePair['pairs'] = [
  { a: at(0), b: at(0), relation: 'same', changes: [] },
  {
    a: at(10),
    b: at(10),
    relation: 'changed',
    changes: [
      { kind: 'text', a: { ...at(10), text: 'x' }, b: null },
      { kind: 'number', a: { start: 12, end: 13, text: '7' }, b: { start: 12, end: 14, text: '17' } },
    ],
  },
  { a: at(20), b: null, relation: 'dropped', changes: [] },
  { a: null, b: at(20), relation: 'added', changes: [] },
  { a: at(30), b: at(30), relation: 'changed', changes: [{ kind: 'text', a: { ...at(30), text: 'x' }, b: null }] },
]
const evidence = (articleId: string, start: number) => ({
  articleId,
  path: articleId,
  title: null,
  agency: null,
  date: null,
  ...at(start),
  text: '',
  sentence: { ...at(start), text: '' },
})
const conflict = (left: number, right: number): ComparePair['conflicts'][number] => ({
  rank: 0,
  kind: 'contradiction',
  key: { what: null, unit: null, subject: null, period: null },
  sides: [
    { value: 1, origins: 1, evidence: [evidence('A', left)] },
    { value: 2, origins: 1, evidence: [evidence('B', right)] },
  ],
  judgement: null,
})
const compared = (conflicts: ComparePair['conflicts']): ComparePair => ({
  similarity: 1,
  sameFamily: true,
  pairs,
  sharedEntities: [],
  conflicts,
})

describe('changeStops', () => {
  it('has one stop per sentence that differs, at the fact where one changed', () => {
    expect(changeStops(compared([]), 'A', 'B')).toEqual([
      { a: { start: 12, end: 13, text: '7' }, b: { start: 12, end: 14, text: '17' }, fact: true, apart: false },
      { a: null, b: at(20), fact: false, apart: false },
      { a: at(20), b: null, fact: false, apart: false },
      { a: at(30), b: at(30), fact: false, apart: false },
    ])
  })
  it('adds conflicts that no changed sentence shows, and only those', () => {
    expect(changeStops(compared([conflict(10, 10)]), 'A', 'B')).toHaveLength(4)
    const stops = changeStops(compared([conflict(40, 3)]), 'A', 'B')
    expect(stops).toHaveLength(5)
    expect(stops.at(-1)).toMatchObject({ a: { start: 40 }, b: { start: 3 }, fact: true })
  })
})
