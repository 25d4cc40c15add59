import { describe, expect, it } from 'vitest'
import { figuresIn } from './figures-in'

const read = (text: string) => figuresIn(text).map(({ value, unit }) => [value, unit])

describe('figuresIn', () => {
  it.each([
    ['Погибли 17 человек.', [[17, undefined]]],
    ['Отгружено 4,2 млн тонн.', [[4_200_000, undefined]]],
    ['Выделено 1 250 000 рублей.', [[1_250_000, undefined]]],
    ['Рост составил 31 %.', [[31, 'percent']]],
    ['Өсім 31 пайыз болды.', [[31, 'percent']]],
    ['В 2019 году, 12 марта, в 6:40, на 3-й день.', []],
    ['Терминал № 3 закрыт.', []],
    ['أصيب ٢٣ شخصا.', [[23, undefined]]],
    ['بلغت الصادرات ٤٫٢ مليون طن.', [[4_200_000, undefined]]],
    ['火灾造成23人受伤。', [[23, undefined]]],
    ['出口420万吨。', [[4_200_000, undefined]]],
    ['2019年3月12日发生火灾。', []],
    ['增长百分之12。', [[12, 'percent']]],
    ['१२ लोग घायल हुए।', [[12, undefined]]],
    [
      'Seven people died and 4.2 million tonnes burned.',
      [
        [7, 'people'],
        [4_200_000, 'tonne'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
  it('gives offsets of its words', () => {
    for (const text of ['Погибли 17 человек, ранены 1 200.', 'It cost $3.5 billion in all.']) {
      for (const { start, end, text: words } of figuresIn(text)) expect(text.slice(start, end)).toBe(words)
    }
  })
})
