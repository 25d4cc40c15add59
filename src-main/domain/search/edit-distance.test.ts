import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, misspeltBeginnings } from './edit-distance'

describe('editDistance', () => {
  it.each([
    ['nazarbayev', 'nazarbaev', 1],
    ['putin', 'puitn', 1],
    ['kazakhstan', 'kazakstan', 1],
    ['gas', 'gas', 0],
    ['turnover', 'turnovr', 1],
    ['astana', 'almaty', 3],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance)
    expect(editDistance(b, a, 2)).toBe(distance)
  })

  it('is at most the number of edits made', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(word, fc.nat(7), fc.constantFrom('x', ''), (text, at, letter) => {
        const edited = text.slice(0, at) + letter + text.slice(at + 1)
        expect(editDistance(text, edited, 2)).toBeLessThanOrEqual(1)
      }),
      { seed: 1 },
    )
  })
})

describe('misspeltBeginnings', () => {
  it('has every word one edit away in its first two letters', () => {
    const made = misspeltBeginnings('putin')
    for (const word of ['uptin', 'utin', 'ptin', 'butin', 'potin', 'aputin', 'plutin']) expect(made).toContain(word)
    expect(made.every((word) => editDistance('putin', word, 2) === 1)).toBe(true)
  })
})
