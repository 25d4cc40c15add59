import { describe, expect, it } from 'vitest'
import { quotedStretches } from './quoted-stretches'
import { standsVerbatim } from './verbatim'

const stretches = (text: string) => quotedStretches(text).map((stretch) => stretch.text)

describe('quotedStretches', () => {
  it.each([
    ['“One,” he said, “and two.”', ['One,', 'and two.']],
    ['"Straight," he said.', ['Straight,']],
    ['„Deutsch“, sagte er.', ['Deutsch']],
    ['„Polski”, powiedział.', ['Polski']],
    ['»Umgekehrt«, sagte er.', ['Umgekehrt']],
    ['« Bonjour », dit-il.', [' Bonjour ']],
    ['«Внешняя „внутренняя“ цитата»', ['Внешняя „внутренняя“ цитата']],
    ['”Svenska”, sade han.', ['Svenska']],
    ['港口局长说：“粮食将装运。”', ['粮食将装运。']],
    ['彼は「港は『開く』」と言った。', ['港は『開く』']],
    ['قال: «سنفتح الميناء».', ['سنفتح الميناء']],
    ['‘We won’t stop,’ he said.', ['We won’t stop,']],
    ["'We won't stop,' he said.", ["We won't stop,"]],
    ['The workers’ hall in the ’90s', []],
    ["The workers' hall", []],
    ['“He said ‘no’ to us,” she said.', ['He said ‘no’ to us,']],
    ['“Never closed', ['Never closed']],
    ['Nothing said. ""', []],
    ['《红楼梦》很长。', []],
  ])('%s', (text, expected) => {
    expect(stretches(text)).toEqual(expected)
  })
  it('gives the offsets of its words for any text', () => {
    const signs = ['“', '”', '"', '«', '»', "'", '’', ' ', 'a', '„', '「', '」', '\ud83c\udf3e', '']
    for (let seed = 1; seed < 3000; seed++) {
      let state = seed
      const pick = () => signs[(state = (state * 48271) % 2147483647) % signs.length] ?? ''
      const text = Array.from({ length: 14 }, pick).join('')
      let free = 0
      for (const { start, end, text: words } of quotedStretches(text)) {
        expect(start).toBeGreaterThanOrEqual(free)
        expect(text.slice(start, end)).toBe(words)
        free = end
      }
    }
  })
})

const SOURCE =
  "MARENZA – “The port, the largest in Lirania, won’t close,” director Ilse Darvan said. \"He said 'no' to us. We opened it [at the " +
  'forum] – and (...) we\u00a0will go o\u00adn." Кафе́ и ёлка. 粮食将在星期五前重新装运。'

describe('standsVerbatim', () => {
  it.each([
    ['The port, the largest in Lirania, won’t close,'],
    ["won't close."],
    ['The port … won’t close'],
    ['The port ... won’t close'],
    ['The port [...] won’t close,'],
    ['The port, (…), won’t close'],
    ['[t]he port, the largest in Lirania'],
    ['[T]he largest in Lirania'],
    ['The port [of Marenza], the largest in Lirania, won’t close'],
    ['[The town], the largest in Lirania, won’t close'],
    ['He said “no” to us.'],
    ['We opened it [at the forum]—and (...) we will go on'],
    ['and (...) we will'],
    ['Кафе\u0301 и ёлка'],
    ['粮食将在星期五前重新装运'],
    ['将在星期五前'],
    ['We opened … we will go on.'],
  ])('stands: %s', (words) => {
    expect(standsVerbatim(words, SOURCE)).toBe(true)
  })
  it.each([
    ['The port won’t close'],
    ['the port, the largest in Lirania'],
    ['The port, the biggest in Lirania'],
    ['won’t close … The port'],
    ['ort, the largest'],
    ['The port, the larg'],
    ['won’t close!'],
    ['The port [of Marenza] said'],
    ['The port … will close'],
    ['Кафе и ёлка'],
    ['粮食将在星期四前'],
    ['[x]he largest'],
    ['The port … … … … 18'],
  ])('does not stand: %s', (words) => {
    expect(standsVerbatim(words, SOURCE)).toBe(false)
  })
  it('finds every cut of a source with its ellipsis, and none with a word changed', () => {
    const words = SOURCE.split(' ').slice(2, 24)
    for (let a = 1; a < 10; a++) {
      for (let b = a + 1; b < 20; b += 3) {
        const cut = `${words.slice(0, a).join(' ')} … ${words.slice(b).join(' ')}`
        expect(standsVerbatim(cut, SOURCE), cut).toBe(true)
        expect(standsVerbatim(`${words.slice(0, a).join(' ')}x … ${words.slice(b).join(' ')}`, SOURCE)).toBe(false)
      }
    }
  })
  it('is quick on hostile quotes', () => {
    const began = performance.now()
    expect(standsVerbatim(Array.from({ length: 400 }, () => 'a').join(' [b] ') + ' z', 'a '.repeat(5000))).toBe(false)
    expect(performance.now() - began).toBeLessThan(1500)
  })
})
