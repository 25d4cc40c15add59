import { describe, expect, it } from 'vitest'
import { type Pair, seamLabel } from './seam-label'

const span = (text: string) => ({ start: 0, end: text.length, text })
type Change = Pair['changes'][number]
const change = (kind: Change['kind'], a: string | null, b: string | null): Change => ({
  kind,
  a: a === null ? null : span(a),
  b: b === null ? null : span(b),
})
const range = { start: 0, end: 9 }
const pair = (relation: Pair['relation'], ...changes: Change[]): Pair => ({ a: range, b: range, relation, changes })

describe('seamLabel', () => {
  it.each([
    [pair('same'), 'same', ''],
    [pair('changed', change('text', 'fire', 'blast')), 'wording', 'wording'],
    [pair('changed', change('text', 'a', 'b'), change('number', 'Seven people', '17 people')), 'fact', 'Seven → 17'],
    [pair('changed', change('number', '4.2 million tonnes', '2.4 million tonnes')), 'fact', '4.2 → 2.4'],
    [pair('changed', change('number', 'two', null)), 'fact', 'two → –'],
    [pair('changed', change('name', 'Tomas Verrekh', 'Pavel Sorn')), 'fact', 'name'],
    [pair('changed', change('negation', null, 'not')), 'fact', '+ not'],
    [pair('changed', change('number', '1', '2'), change('negation', 'never', null)), 'fact', '1 → 2 +1'],
    [pair('moved'), 'moved', 'moved'],
    [pair('added'), 'alone', 'added'],
    [pair('dropped'), 'alone', 'left out'],
  ] as const)('%#', (given, tone, text) => expect(seamLabel(given)).toMatchObject({ tone, text }))

  it('says the whole of it to whoever cannot see the seam', () =>
    expect(seamLabel(pair('changed', change('number', 'Seven\npeople', '17 people'))).title).toBe(
      'number: “Seven people” became “17 people”',
    ))
})
