import { describe, expect, it } from 'vitest'
import { tokenize } from './tokenize'
import { TokenFlag, tokenAt, tokenText } from './tokens'

const words = (text: string) => {
  const tokens = tokenize(text)
  return Array.from({ length: tokens.count }, (_, i) => tokenText(text, tokens, i))
}

describe('tokenize', () => {
  it.each([
    ['Trade grew by 31% to $1.2bn.', ['Trade', 'grew', 'by', '31', '%', 'to', '$', '1.2', 'bn', '.']],
    ['4,200 people, 3.5 km', ['4,200', 'people', ',', '3.5', 'km']],
    ["Kassym-Jomart Tokayev's visit", ['Kassym-Jomart', 'Tokayev', "'s", 'visit']],
    ['the US-led, 35-year-old 19th-century plan', ['the', 'US-led', ',', '35-year-old', '19th-century', 'plan']],
    ['Mr. Smith met George W. Bush in the U.S.', ['Mr.', 'Smith', 'met', 'George', 'W.', 'Bush', 'in', 'the', 'U.S.']],
    ['Acme Corp., which fell', ['Acme', 'Corp.', ',', 'which', 'fell']],
    ['He left Acme Corp. It fell.', ['He', 'left', 'Acme', 'Corp', '.', 'It', 'fell', '.']],
    ['O’Brien doesn’t; AT&T did', ['O’Brien', 'doesn’t', ';', 'AT&T', 'did']],
    ['the teams’ 1980s', ['the', 'teams', '’', '1980s']],
    [
      'see https://example.org/a?b=1. Or example.com!',
      ['see', 'https://example.org/a?b=1', '.', 'Or', 'example.com', '!'],
    ],
    ['ended.The next', ['ended', '.', 'The', 'next']],
    ['in 2019-20 (G20, F-16)', ['in', '2019', '-', '20', '(', 'G20', ',', 'F-16', ')']],
    ['U.S.-led at 10:30 a.m.', ['U.S.-led', 'at', '10', ':', '30', 'a.m.']],
    ['习近平主席。', ['习', '近', '平', '主', '席', '。']],
    ['قال الرئيس؟', ['قال', 'الرئيس', '؟']],
    ['Қасым-Жомарт Тоқаев', ['Қасым-Жомарт', 'Тоқаев']],
    ['', []],
    [' \n\t', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('covers everything but white space, in order, without overlap', () => {
    const text = 'A\u00adb – “Ünal’s” 𝒳 👍🏽 3,5\u00a0€\r\n\r\nfin… e\u0301t 日本のカメラ ๑๒'
    const tokens = tokenize(text)
    let at = 0
    for (let i = 0; i < tokens.count; i++) {
      expect(text.slice(at, tokens.start[i])).toMatch(/^[\s\u00ad\u200d]*$/u)
      expect(tokens.end[i]).toBeGreaterThan(tokens.start[i] ?? 0)
      at = tokens.end[i] ?? 0
    }
    expect(text.slice(at).trim()).toBe('')
  })

  it('flags case, breaks and kinds', () => {
    const text = 'One NATO 5\ntwo-way\n\nX’s 19th'
    const tokens = tokenize(text)
    const has = (i: number, flag: number) => ((tokens.flags[i] ?? 0) & flag) !== 0
    expect(has(0, TokenFlag.capital) && has(0, TokenFlag.blankLineBefore)).toBe(true)
    expect(has(1, TokenFlag.allCaps) && !has(0, TokenFlag.allCaps)).toBe(true)
    expect(has(2, TokenFlag.number) && !has(2, TokenFlag.word)).toBe(true)
    expect(has(3, TokenFlag.hyphenated) && has(3, TokenFlag.newlineBefore) && !has(3, TokenFlag.blankLineBefore)).toBe(
      true,
    )
    expect(has(4, TokenFlag.blankLineBefore)).toBe(true)
    expect(has(5, TokenFlag.possessive) && !has(5, TokenFlag.spaceBefore)).toBe(true)
    expect(has(6, TokenFlag.word) && has(6, TokenFlag.digit)).toBe(true)
  })

  it('finds the token at an offset', () => {
    const tokens = tokenize('one two')
    expect([0, 2, 3, 4, 7].map((offset) => tokenAt(tokens, offset))).toEqual([0, 0, 1, 1, 2])
  })
})
