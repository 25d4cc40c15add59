import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelOf, rising } from './scroll-map'

const points = [
  { left: 100, right: 50 },
  { left: 200, right: 300 },
  { left: 1000, right: 1200 },
]

describe('levelOf', () => {
  it('meets the sentences that belong together', () => {
    for (const { left, right } of points) {
      expect(levelOf(points, left, 'left')).toBe(right)
      expect(levelOf(points, right, 'right')).toBe(left)
    }
  })
  it('goes on evenly between them, and stops at the ends', () => {
    expect(levelOf(points, 150, 'left')).toBe(175)
    expect(levelOf(points, 0, 'left')).toBe(0)
    expect(levelOf(points, 5000, 'left')).toBe(1200)
    expect(levelOf([], 40, 'left')).toBe(0)
  })
  it('never goes back while the reader goes on', () => {
    const height = fc.integer({ min: 0, max: 2000 })
    const list = fc.array(fc.record({ left: height, right: height }), { maxLength: 20 })
    fc.assert(
      fc.property(list, height, height, (all, x, y) => {
        const known = rising(all)
        const [low, high] = [Math.min(x, y), Math.max(x, y)]
        const last = known.at(-1)
        if (last && high > last.left) return
        expect(levelOf(known, low, 'left')).toBeLessThanOrEqual(levelOf(known, high, 'left'))
      }),
      { seed: 1 },
    )
  })
})

describe('rising', () => {
  it('leaves out what moved', () => {
    expect(rising([{ left: 10, right: 90 }, { left: 20, right: 30 }, { left: 30, right: 95 }])).toEqual([
      { left: 10, right: 90 },
      { left: 30, right: 95 },
    ])
  })
}) // prettier-ignore
