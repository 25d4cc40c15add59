import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexText, searchWords } from './words'

/** The index cuts at everything that is ASCII and neither letter nor digit, and lowers ASCII case (FTS5 `ascii`). */
const asTheIndexCuts = (text: string) =>
  text
    .replace(/[A-Z]/g, (c) => c.toLowerCase())
    .split(/[\0-\x2f\x3a-\x60\x7b-\x7f]+/)
    .filter(Boolean)

describe('searchWords', () => {
  it.each([
    ["The U.S. didn't pay 1,234 – 'so'", ['the', 'u', 's', 'didn', 't', 'pay', '1', '234', 'so']],
    ['Erdoğan’s café', ['erdogan', 's', 'cafe']],
    ['ﬁbrin co\u00adoperate', ['fibrin', 'cooperate']],
    ['Қазақстан Республикасы', ['қазақстан', 'республикасы']],
    ['习近平说G20', ['习', '近', '平', '说', 'g20']],
    ['한국은'.normalize('NFD'), ['한', '국', '은']],
    ['ประเทศไทย', ['ป', 'ร', 'ะ', 'เ', 'ท', 'ศ', 'ไ', 'ท', 'ย']],
    ['مُحَمَّد قال', ['محمد', 'قال']],
    ['\u{20000}\u{1F600}x', ['\u{20000}', 'x']],
    ['', []],
  ])('%s', (text, terms) => {
    expect(searchWords(text).map((word) => word.term)).toEqual(terms)
  })

  it('leads back to the words as printed', () => {
    const text = 'In Straßen\u00adfest: Cafe\u0301 — 한국'
    expect(searchWords(text).map((word) => text.slice(word.start, word.end))).toEqual([
      'In', 'Straßen\u00adfest', 'Cafe\u0301', '한', '국',
    ]) // prettier-ignore
  })

  it('cuts an immense token instead of refusing it', () => {
    const words = searchWords('a'.repeat(1000))
    expect(words.map((word) => word.term.length)).toEqual([256, 256, 256, 232])
    expect(words.at(-1)?.end).toBe(1000)
  })

  it('finds exactly what the index stores, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.lorem()), (text) => {
        expect(asTheIndexCuts(indexText(text).text)).toEqual(searchWords(text).map((word) => word.term))
      }),
      { seed: 1 },
    )
  })

  it('counts words of any script', () => {
    expect(indexText('Three small words').words).toBe(3)
    expect(indexText('Three “small” words').words).toBe(3)
    expect(indexText('习近平 said “so”').words).toBe(5)
  })
})
