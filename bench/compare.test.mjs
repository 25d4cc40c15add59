import { expect, test } from 'vitest'
import { findFamilies, judgeFamilies } from './family-work.mjs'
import { makeRetellings, MUTATIONS } from './retellings.mjs'

test('families of made retellings, the short form: 500 articles', () => {
  const made = makeRetellings({ articles: 500 })
  const judged = judgeFamilies(made, findFamilies(made).families)
  expect(judged.pairs).toBeGreaterThan(60)
  expect(Object.keys(judged.byMutation)).toEqual([...MUTATIONS].sort())
  expect(judged.precision).toBeGreaterThanOrEqual(0.98)
  expect(judged.recall).toBeGreaterThanOrEqual(0.95)
})

test('the judge counts what is missing and what is wrong', () => {
  const made = [
    { id: 'a', text: '', origin: 1, mutation: null },
    { id: 'b', text: '', origin: 1, mutation: 'cut' },
    { id: 'c', text: '', origin: 2, mutation: null },
  ]
  expect(judgeFamilies(made, [])).toMatchObject({ precision: 1, recall: 0, byMutation: { cut: 0 } })
  expect(judgeFamilies(made, [['a', 'b', 'c']])).toMatchObject({ precision: 1 / 3, recall: 1, byMutation: { cut: 1 } })
})
