import { describe, expect, it } from 'vitest'
import { classesOf, cutAtMarks, marksPerBlock, type TextMark } from './text-marks'

const text = 'Port Authority director Ilse Darvan said 7 people died.'
const mark = (words: string, name: string): TextMark => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, name }
}
const whole = { start: 0, end: text.length }

describe('cutAtMarks', () => {
  it('joins to exactly the text, whatever overlaps', () => {
    const marks = [
      mark('Port Authority', 'e'),
      mark('Authority director Ilse', 'hl'),
      mark('Ilse Darvan said 7', 'q'),
      mark('7 people', 'f'),
    ]
    const pieces = cutAtMarks(whole, marks)
    expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    expect(pieces.every((piece, i) => i === 0 || piece.start === pieces[i - 1]?.end)).toBe(true)
  })

  it('gives the shared part of two overlapping marks both of them', () => {
    const pieces = cutAtMarks(whole, [mark('Port Authority', 'e'), mark('Authority director', 'hl')])
    const shared = pieces.find(({ start, end }) => text.slice(start, end) === 'Authority')
    expect(shared?.marks.map(({ name }) => name)).toEqual(['e', 'hl'])
  })

  it('leaves marks of other paragraphs and empty marks out', () => {
    const block = { start: 0, end: 14 }
    expect(cutAtMarks(block, [mark('Ilse', 'e'), { start: 5, end: 5, name: 'hl' }])).toEqual([{ ...block, marks: [] }])
  })

  it('cuts a mark that runs over the paragraph’s end at that end', () => {
    const pieces = cutAtMarks({ start: 0, end: 14 }, [mark('Authority director', 'hl')])
    expect(pieces.map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [5, 14],
    ])
  })
})

describe('classesOf', () => {
  it('says where a mark begins and ends', () => {
    const pieces = cutAtMarks(whole, [mark('7 people', 'f'), mark('people', 'e')])
    expect(pieces.filter((piece) => piece.marks.length > 0).map(classesOf)).toEqual([
      'f f-from',
      'f f-to e e-from e-to',
    ])
  })
})

describe('marksPerBlock', () => {
  const blocks = [
    { start: 0, end: 14 },
    { start: 15, end: 23 },
    { start: 24, end: 55 },
  ]

  it('gives each block what touches it, also what runs over several, in the order given', () => {
    const over = marksPerBlock(
      blocks,
      [mark('Ilse', 'e'), mark('Authority director Ilse', 'hl'), mark('Port', 'e')],
      [],
    )
    expect(over.map((marks) => marks.map(({ name }) => name))).toEqual([['hl', 'e'], ['hl'], ['e', 'hl']])
  })

  it('keeps the very array of a block whose marks did not change', () => {
    const before = marksPerBlock(blocks, [mark('Port', 'e'), mark('Ilse', 'e')], [])
    const after = marksPerBlock(blocks, [mark('Port', 'e'), mark('Ilse', 'sel')], before)
    expect(after[0]).toBe(before[0])
    expect(after[1]).toBe(before[1])
    expect(after[2]).not.toBe(before[2])
  })
})
