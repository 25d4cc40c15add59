import { expect, test } from 'vitest'
import { f1, madeArticles, measureLearning, mistakesOf } from './learning-work.mjs'

test('mistakes are told apart by what was read and what is right', () => {
  const gold = [
    { start: 0, end: 4, type: 'person' },
    { start: 10, end: 20, type: 'place' },
    { start: 30, end: 35, type: 'organization' },
    { start: 50, end: 55, type: 'place' },
  ]
  const read = [
    { start: 0, end: 4, type: 'organization' },
    { start: 10, end: 15, type: 'place' },
    { start: 40, end: 44, type: 'person' },
    { start: 50, end: 55, type: 'place' },
  ]
  expect(mistakesOf(gold, read)).toEqual([
    { start: 0, end: 4, type: 'person', kind: 'organization, is person' },
    { start: 10, end: 20, type: 'place', kind: 'place cut wrong' },
    { start: 30, end: 35, type: 'organization', kind: 'organization missed' },
    { start: 40, end: 44, type: null, kind: 'person, is no name' },
  ])
  expect(f1([{ text: '', gold }], [read])).toBe(25)
})

test('made articles say truly where their names stand', () => {
  for (const { text, gold } of madeArticles(50))
    for (const { start, end } of gold) expect(text.slice(start, end)).toMatch(/^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?$/u)
})

test('an error corrected in one half of the made articles is rarer in the other, and nothing else is worse', () => {
  const [most] = measureLearning(madeArticles(120), { splits: 1, kinds: 1, corrections: 20, seed: 1 })
  const [{ made, before, after, f1Before, f1After }] = most.runs
  expect(made).toBeGreaterThan(5)
  expect(before).toBeGreaterThan(5)
  expect(after).toBeLessThan(before / 2)
  expect(f1After).toBeGreaterThanOrEqual(f1Before)
})
