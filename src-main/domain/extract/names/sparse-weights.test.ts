import { describe, expect, it } from 'vitest'
import { SortedKeys } from './sorted-keys'
import { SparseWeights } from './sparse-weights'
import { byteOfWeight, WEIGHT_OF_BYTE } from './weight-code'

const KEYS = [1, 0x0001_0000, 0x0001_0001, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff]

describe('SortedKeys', () => {
  it('knows the place of every key, signed or not, and of no other', () => {
    const keys = new SortedKeys(KEYS)
    expect(KEYS.map((key) => keys.placeOf(key))).toEqual([0, 1, 2, 3, 4, 5])
    expect(KEYS.map((key) => keys.placeOf(key | 0))).toEqual([0, 1, 2, 3, 4, 5])
    expect([0, 2, 0x0001_0002, 0x7fff_fffe, 0x8000_0001].map((key) => keys.placeOf(key))).toEqual([-1, -1, -1, -1, -1])
    expect(new SortedKeys([]).placeOf(1)).toBe(-1)
  })
})

describe('SparseWeights', () => {
  const bytes = Uint8Array.from([99, 0b101, 0, 0, byteOfWeight(2), byteOfWeight(-3), 0, 0, 0b10000, byteOfWeight(8)])
  const weights = new SparseWeights(new SortedKeys([7, 0xffff_fff9]), bytes, 1)

  it('reads the weights where they stand and says where they end', () => {
    expect(weights.end).toBe(bytes.length)
    expect([0, 1, 2].map((label) => weights.weight(7, label))).toEqual([2, 0, -3].map(stored))
    expect([weights.weight(-7, 20), weights.weight(-7, 2), weights.weight(8, 0)]).toEqual([stored(8), 0, 0])
  })

  it('adds each known key once for each time it is given', () => {
    const scores = new Float64Array(2 + 21)
    weights.addScores(Int32Array.from([7, 8, -7, 7, 7]), 4, scores, 2)
    expect([...scores.subarray(0, 5)]).toEqual([0, 0, 2 * stored(2), 0, 2 * stored(-3)])
    expect(scores[22]).toBe(stored(8))
  })

  it('refuses a file cut in the middle', () => {
    expect(() => new SparseWeights(new SortedKeys([7, 9]), bytes.subarray(0, 8), 1)).toThrow(RangeError)
  })
})

function stored(weight: number): number {
  return WEIGHT_OF_BYTE[byteOfWeight(weight)] as number
}
