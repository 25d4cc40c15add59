import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LinearPattern } from './linear-pattern'
import { parsePattern } from './parse-pattern'

function found(source: string, text: string, caseSensitive = false): string[] {
  const pattern = LinearPattern.from(source, caseSensitive)
  return (pattern?.findAll(text) ?? []).map(({ start, end }) => text.slice(start, end))
}

describe('LinearPattern', () => {
  it.each([
    ['Naz[ae]rba(y?)ev', 'Nazarbayev, nazarbaev and Nazerbaev', ['Nazarbayev', 'nazarbaev', 'Nazerbaev']],
    [String.raw`\d{1,3}(,\d{3})*`, 'from 4,200 to 17', ['4,200', '17']],
    [String.raw`\bgas\b`, 'gas, Gasprom, biogas, GAS', ['gas', 'GAS']],
    [String.raw`\Bgas`, 'gas biogas', ['gas']],
    ['^the', 'the start\nThe next, the last', ['the', 'The']],
    ['end$', 'the end\nendless end', ['end', 'end']],
    ['a.c', 'abc a\nc aXc', ['abc', 'aXc']],
    ['colou?r|favou?r', 'color colour favor', ['color', 'colour', 'favor']],
    [String.raw`[^\s]+@[a-z]+\.kz`, 'write to press@forum.kz now', ['press@forum.kz']],
    ['Назар(баев)?', 'НАЗАРБАЕВ и Назар', ['НАЗАРБАЕВ', 'Назар']],
    ['aa', 'aaaaa', ['aa', 'aa']],
    ['x+?', 'xxx', ['xxx']],
    ['[]a]', 'a]', ['a', ']']],
  ])('%s in %j', (source, text, words) => {
    expect(found(source, text)).toEqual(words)
  })

  it('keeps capitals apart where asked to', () => {
    expect(found('US', 'US us', true)).toEqual(['US'])
  })

  it.each([
    ['(', /never closed/],
    [')', /without an opening/],
    ['*a', /nothing before it/],
    ['a{5,2}', /ends before it begins/],
    ['a{5000}', /more than 100/],
    ['((a{50}){50}){50}', /too long/],
    ['a*', /everywhere/],
    [String.raw`(a)\1`, /not possible/],
    ['(?=a)', /looking around/],
    ['[a', /never closed/],
    ['a\\', /backslash/],
    ['[z-a]', /ends before it begins/],
    ['('.repeat(60) + 'a' + ')'.repeat(60), /too deep/],
  ])('refuses %s in words', (source, message) => {
    const parsed = parsePattern(source)
    expect('fault' in parsed ? parsed.fault : '').toMatch(message)
  })

  it('never goes back: the patterns that stop other engines take a few looks for each character', () => {
    const text = 'a'.repeat(20_000) + 'b'
    for (const source of ['(a+)+c', '(a|a)*c', '(a|aa)+$c', 'a.*a.*a.*c', '(x+x+)+y|b']) {
      const pattern = LinearPattern.from(source, false)
      expect(pattern?.test(text)).toBe(source.endsWith('b'))
    }
    // Each match would look through the whole rest for its "b".
    expect(found('a([^b]*c)?', text).length).toBeGreaterThan(0)
  })

  it('finds what RegExp finds, in any text of made-up patterns', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      String.raw`\w`,
      String.raw`\b`,
      '^',
      '$',
      String.raw`\s`,
    )
    const piece = fc
      .tuple(atom, fc.constantFrom('', '', '+', '*', '?', '{1,2}'))
      .map(([one, repeat]) => (/^(?:\\b|\^|\$)$/.test(one) ? one : one + repeat))
    const sequence = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''))
    const source = fc.array(sequence, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('|'))
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'c'), maxLength: 12 })
    fc.assert(
      fc.property(source, text, (pattern, words) => {
        if ('fault' in parsePattern(pattern)) return
        const linear = LinearPattern.from(pattern, true)
        // Their idea of "longest" differs; whether there is a match, and that each marked stretch is one, does not.
        expect(linear?.test(words)).toBe(new RegExp(pattern, 'm').test(words))
        const whole = new RegExp(`(?:${pattern})`, 'my')
        for (const { start } of linear?.findAll(words) ?? []) {
          whole.lastIndex = start
          expect(whole.test(words)).toBe(true)
        }
      }),
      { numRuns: 1000, seed: 20_181_109 },
    )
  })
})
