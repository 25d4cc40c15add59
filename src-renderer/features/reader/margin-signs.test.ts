import { describe, expect, it } from 'vitest'
import { type MarginSign, oneSignPerLine, signsBetween } from './margin-signs'

const number = (offset: number): MarginSign => ({ offset, kind: 'number', label: `${offset}`, title: '' })

describe('signsBetween', () => {
  const signs = Array.from({ length: 20_000 }, (_, i) => number(i))

  it('finds the signs in view and measures little more than these', () => {
    let measured = 0
    const boxOf = ({ offset }: MarginSign) => {
      measured++
      return { top: offset * 25, height: 25 }
    }
    const found = signsBetween(signs, boxOf, 250_000, 251_000)
    expect(found.map(({ offset }) => offset)).toEqual(Array.from({ length: 41 }, (_, i) => 10_000 + i))
    expect(measured).toBeLessThan(80)
  })

  it('loses none for others that have no line', () => {
    const boxOf = ({ offset }: MarginSign) => (offset % 3 === 0 ? { top: offset, height: 25 } : null)
    expect(signsBetween(signs, boxOf, 9000, 9006).map(({ offset }) => offset)).toEqual([9000, 9003, 9006])
  })
})

describe('oneSignPerLine', () => {
  it('keeps the note where a number stands on the same line', () => {
    const signs = [number(1), { ...number(2), kind: 'note' as const }, number(90)]
    const placed = signs.map((sign, i) => ({ ...sign, top: [100, 104, 125][i] ?? 0 }))
    expect(oneSignPerLine(placed, 25).map(({ offset }) => offset)).toEqual([2, 90])
  })
})
