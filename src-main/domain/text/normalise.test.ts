import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldWithOffsets, sourceRange } from './normalise'

describe('fold', () => {
  it.each([
    ['Nazarbayev', 'nazarbayev'],
    ['Erdoğan’s café', "erdogan's cafe"],
    ['e\u0301tat', 'etat'],
    ['İstanbul ISPARTA ı', 'istanbul isparta i'],
    ['ﬁnance Straße Œuvre', 'finance strasse oeuvre'],
    ['co\u00adoperate', 'cooperate'],
    ['Ёлка Йошкар', 'елка йошкар'],
    ['Қазақстан', 'қазақстан'],
    ['مُحَمَّد ـــ', 'محمد '],
    ['हिन्दी', 'हिन्दी'],
    ['ＡＢＣ①', 'abc1'],
    ['“a” – b', '"a" - b'],
  ])('%s', (text, expected) => {
    expect(fold(text)).toBe(expected)
  })

  it('is idempotent and agrees with the mapped form, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = fold(text)
        expect(fold(once)).toBe(once)
        expect(foldWithOffsets(text).text).toBe(once)
      }),
      { seed: 1 },
    )
  })

  it('leads back to the words of the source', () => {
    const text = 'Das „Straßen\u00adfest“ im Cafe\u0301 ﬁn'
    const folded = foldWithOffsets(text)
    for (const [word, source] of [
      ['strassenfest', 'Straßen\u00adfest'],
      ['cafe', 'Cafe\u0301'],
      ['fin', 'ﬁn'],
      ['f', 'ﬁ'],
      ['das', 'Das'],
    ] as const) {
      const at = word === 'fin' || word === 'f' ? folded.text.lastIndexOf('fin') : folded.text.indexOf(word)
      const range = sourceRange(folded, at, at + word.length)
      expect(text.slice(range.start, range.end)).toBe(source)
    }
  })
})
