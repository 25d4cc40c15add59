import { expect, it } from 'vitest'
import { isDigitSlip } from './digit-slip'

it.each([
  [310e6, 301e6, true],
  [4.2e6, 2.4e6, true],
  [48.2, 42.8, true],
  [80_000, 800_000, true],
  [50_000, 5_000, true],
  [12, 21, true],
  [310e6, 455e6, false],
  [4, 40, false],
  [7, 17, false],
  [120, 123, false],
])('%d for %d: %s', (a, b, slip) => {
  expect(isDigitSlip(a, b)).toBe(slip)
  expect(isDigitSlip(b, a)).toBe(slip)
})
