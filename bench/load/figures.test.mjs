import { describe, expect, it } from 'vitest'
import { figureLines, shortfalls } from './figures.mjs'

const figure = { id: 'L3', what: 'search', unit: 'ms', target: 300, sense: 'most' }

describe('figures beside their targets', () => {
  it('hold, fall short, or say why they were not measured', () => {
    const figures = [
      { ...figure, value: 299.4 },
      { ...figure, value: 301 },
      { ...figure, id: 'L9', unit: 'fps', target: 50, sense: 'least', value: 49 },
      { ...figure, value: null, note: 'no screen' },
    ]
    expect(figureLines(figures).map((line) => line.replace(/ +/g, ' '))).toEqual([
      'L3 search 299 ms ≤ 300 ms holds',
      'L3 search 301 ms ≤ 300 ms FALLS SHORT',
      'L9 search 49 fps ≥ 50 fps FALLS SHORT',
      'L3 search ≤ 300 ms not run (no screen)',
    ])
    expect(shortfalls(figures).map(({ value }) => value)).toEqual([301, 49])
  })
})
