import { describe, expect, it } from 'vitest'
import { pageOf } from './page-of'

describe('pageOf', () => {
  it.each([
    ['One\n\n\fTwo\fthree', 0, 1],
    ['One\n\n\fTwo\fthree', 6, 2],
    ['One\n\n\fTwo\fthree', 10, 3],
    ['One\f\fThree', 5, 3],
    ['No pages', 3, null],
  ])('%j at %i: %s', (text, offset, page) => {
    expect(pageOf(text, offset)).toBe(page)
  })
})
