import { describe, expect, it } from 'vitest'
import { stretchesOf } from './stretches'

const blocks = (count: number, length: number) =>
  Array.from({ length: count }, (_, i) => ({ start: i * (length + 2), end: i * (length + 2) + length }))

describe('stretchesOf', () => {
  it('leaves an article of ordinary length in one piece', () => {
    expect(stretchesOf(blocks(40, 500))).toEqual([{ first: 0, last: 40, length: 20_000 }])
    expect(stretchesOf([])).toEqual([])
  })
  it('cuts a long one at paragraphs into stretches of some screens, without gap', () => {
    const stretches = stretchesOf(blocks(6_000, 500))
    expect(stretches).toHaveLength(500)
    expect(stretches.every(({ first }, i) => first === (stretches[i - 1]?.last ?? 0))).toBe(true)
    expect(stretches.at(-1)?.last).toBe(6_000)
    expect(stretches.reduce((sum, { length }) => sum + length, 0)).toBe(3_000_000)
  })
  it('lets a paragraph longer than a stretch stand alone', () => {
    const long = [
      { start: 0, end: 100 },
      { start: 102, end: 90_000 },
      { start: 90_002, end: 90_100 },
    ]
    expect(stretchesOf(long).map(({ first, last }) => [first, last])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ])
  })
})
