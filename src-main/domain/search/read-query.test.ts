import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchNode } from './query'
import { readQuery } from './read-query'

/** The tree on one line: {a b} all, [a b] any, ! not, =exact, "phrase", begin*. */
function show(node: SearchNode | null): string {
  if (!node) return ''
  switch (node.kind) {
    case 'phrase': {
      const words = node.terms.length > 1 ? `"${node.terms.join(' ')}"` : `${node.exact ? '=' : ''}${node.terms[0]}`
      return `${node.title ? 'title:' : ''}${words}${node.prefix ? '*' : ''}`
    }
    case 'all':
      return `{${node.parts.map(show).join(' ')}}`
    case 'any':
      return `[${node.parts.map(show).join(' ')}]`
    case 'not':
      return `!${show(node.part)}`
    case 'fact':
      return `${node.field}:${node.value}`
    case 'date':
      return `${node.from ?? ''}..${node.to ?? ''}`
  }
}

describe('readQuery', () => {
  it.each([
    ['Nazarbayev', 'nazarbayev'],
    ['Nazarbayev Putin', '{nazarbayev putin}'],
    ['"trade turnover"', '"trade turnover"'],
    ['“trade turnover” gas', '{"trade turnover" gas}'],
    ['gas OR oil pipeline', '[gas {oil pipeline}]'],
    ['(gas OR oil) pipeline', '{[gas oil] pipeline}'],
    ['gas AND oil NOT coal', '{gas oil !coal}'],
    ['gas -coal', '{gas !coal}'],
    ['Kassym-Jomart', '"kassym jomart"'],
    ['negot* =agreement', '{negot* =agreement}'],
    ["Qur'an", '"qur an"'],
    ['title:forum place:Astana lang:ru', '{title:forum place:Astana lang:ru}'],
    ['title:"border region" person:"Vladimir Putin"', '{title:"border region" person:Vladimir Putin}'],
    ['2017-11..2018-02 forum', '{2017-11..2018-02 forum}'],
    ['2017.. ..2018', '{2017.. ..2018}'],
    ['2017-11-09', '2017-11-09..2017-11-09'],
    ['2017', '2017'],
    ['date:2017', '2017..2017'],
    ['who won the election in Kazakhstan', '{won election kazakhstan}'],
    ['the', 'the'],
    ['to be or not to be', '{to be or not to be}'],
    ['习近平', '"习 近 平"'],
    ['-(gas oil)', '!{gas oil}'],
    ['NOT NOT gas', 'gas'],
    ['http://x.org/a', '"http x org a"'],
  ])('%s', (typed, tree) => {
    const read = readQuery(typed)
    expect(show(read.tree)).toBe(tree)
    expect(read.message).toBeNull()
  })

  it.each([
    ['"', '', /Type a word/],
    ['*', '', /Type a word/],
    ['gas AND', 'gas', /AND/],
    ['a*', 'a', /two letters/],
    ['OR gas', 'gas', /OR/],
    ['gas OR', 'gas', /OR/],
    ['NOT', '', /NOT/],
    ['(gas', 'gas', /never closed/],
    ['gas)', 'gas', /closing bracket/],
    ['NEAR(gas oil', '{near {gas oil}}', /never closed/],
    ['col:x', '{col x}', /no field “col”/],
    ['date:soon gas', 'gas', /A date is written/],
    ['title:', '"title"'.slice(1, -1), /^$/],
    ["'; DROP TABLE article; --", '"drop"'.slice(1, -1), /^$/],
  ])('mends %j and says so', (typed, tree, message) => {
    const read = readQuery(typed)
    if (!message.test('')) {
      expect(show(read.tree)).toBe(tree)
      expect(read.message).toMatch(message)
    } else expect(show(read.tree)).toContain(tree)
  })

  it('takes three hundred brackets and a hundred thousand characters', () => {
    expect(readQuery('('.repeat(300) + 'gas').tree).toBeDefined()
    expect(readQuery('-'.repeat(5000)).tree).toBeNull()
    expect(readQuery('word '.repeat(20_000)).message).toMatch(/Only the first/)
  })

  it('reads anything at all without failing, and no term carries syntax', () => {
    const terms = (node: SearchNode | null): string[] => {
      if (!node) return []
      if (node.kind === 'phrase') return node.terms
      if (node.kind === 'not') return terms(node.part)
      return node.kind === 'all' || node.kind === 'any' ? node.parts.flatMap(terms) : []
    }
    const piece = fc.constantFrom(
      '"',
      '(',
      ')',
      '*',
      'AND',
      'OR',
      'NOT',
      '-',
      ':',
      'title:',
      ' ',
      '..',
      '=',
      '\0',
      'a',
      'NEAR',
      '^',
    )
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(anything, (typed) => {
        const read = readQuery(typed)
        for (const term of terms(read.tree)) expect(term).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
        if (!read.tree && typed.trim() !== '') expect(read.message).not.toBeNull()
      }),
    )
  })
})
