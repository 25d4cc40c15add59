import { describe, expect, it } from 'vitest'
import { keywordLines, neighbours, sortLines } from './concordance'

const TEXT =
  'The new gas pipeline opened.\nOld gas prices fell, and then gas\nprices rose, while the long gas pipeline of the far north waited for its first delivery of the year.'
const matches = [...TEXT.matchAll(/gas/g)].map(({ index }) => ({ start: index, end: index + 3 }))
const lines = keywordLines(TEXT, matches)

describe('keywordLines', () => {
  it('shows each match between whole words, without line breaks', () => {
    expect(lines[1]).toMatchObject({ left: 'The new gas pipeline opened. Old ', keyword: 'gas' })
    expect(lines[3]?.left).toBe('Old gas prices fell, and then gas prices rose, while the long ')
    expect(lines[3]?.right).toBe(' pipeline of the far north waited for its first delivery of the year.')
    for (const { start, end, keyword } of lines) expect(TEXT.slice(start, end)).toBe(keyword)
  })
})

describe('sortLines', () => {
  const order = (by: Parameters<typeof sortLines>[1]) => sortLines(lines, by).map((line) => lines.indexOf(line))

  it('sorts by the words beside, outwards from the one asked for', () => {
    expect(order('text')).toEqual([0, 1, 2, 3])
    expect(order('left1')).toEqual([3, 0, 1, 2])
    expect(order('right1')).toEqual([3, 0, 1, 2])
    expect(order('right2')).toEqual([1, 3, 0, 2])
  })

  it('puts lines with nothing on that side last', () => {
    const edge = keywordLines('gas fell', [{ start: 0, end: 3 }])
    expect(sortLines([...edge, ...lines], 'left1').at(-1)).toBe(edge[0])
  })
})

describe('neighbours', () => {
  it('counts the words beside the keyword', () => {
    expect(neighbours(lines, 'right', 5)).toEqual([
      { value: 'pipeline', count: 2 },
      { value: 'prices', count: 2 },
    ])
    expect(neighbours(lines, 'left', 1)).toEqual([{ value: 'long', count: 1 }])
  })
})
