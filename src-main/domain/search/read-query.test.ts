import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchNode } from './query'
import { readQuery } from './read-query'

/** The tree on one line: {a b} all, [a b] any, ! not, =exact, "phrase", begin*, fuzzy~1, <a b 5> near. */
function show(node: SearchNode | null): string {
  if (!node) return ''
  switch (node.kind) {
    case 'phrase': {
      const words = node.terms.length > 1 ? `"${node.terms.join(' ')}"` : `${node.exact ? '=' : ''}${node.terms[0]}`
      return `${node.title ? 'title:' : ''}${words}${node.prefix ? '*' : ''}${node.edits ? `~${node.edits}` : ''}`
    }
    case 'near':
      return `<${node.parts.map(show).join(' ')} ${node.distance}>`
    case 'all':
      return `{${node.parts.map(show).join(' ')}}`
    case 'any':
      return `[${node.parts.map(show).join(' ')}]`
    case 'not':
      return `!${show(node.part)}`
    case 'fact':
      return `${node.field}:${node.whole ? '=' : ''}${node.value}`
    case 'casebook':
      return `${node.field}:${node.value}`
    case 'date':
      return `${node.from ?? ''}..${node.to ?? ''}`
    case 'recent':
      return `last ${node.days}`
    case 'pattern':
      return `/${node.source}/${node.caseSensitive ? 'c' : ''}`
    case 'quote':
      return `quote:${node.terms.join(' ')}${node.prefix ? '*' : ''}`
    case 'says':
      return `says:${node.terms.join(' ')}`
    case 'figure': {
      const bound = (sign: string, limit: { value: number; inclusive: boolean } | null) =>
        limit ? `${sign}${limit.inclusive ? '=' : ''}${limit.value}` : ''
      return `figure:${bound('>', node.above)}${bound('<', node.below)}${node.unit ? ` ${node.unit}` : ''}`
    }
    case 'like':
      return `like:${node.path}`
    case 'articles':
      return 'articles'
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
    ['gas NEAR/5 pipeline', '<gas pipeline 5>'],
    ['gas NEAR "trade turnover" NEAR/3 oil', '<gas "trade turnover" oil 10>'],
    ['NEAR(gas pipeline, 4)', '<gas pipeline 4>'],
    ['"gas pipeline turkey"~6', '<=gas =pipeline =turkey 6>'],
    ['Nazarbaev~', 'nazarbaev~2'],
    ['gaz~ oil~0', '{gaz~1 oil}'],
    ['/naz[ae]r/ gas', '{/naz[ae]r/ gas}'],
    ['/US/c', '/US/c'],
    ['/usr/bin', '"usr bin"'],
    ['and/or', '"and or"'],
    ['last 30 days forum', '{last 30 forum}'],
    ['last 2 weeks', 'last 14'],
    ['the last of them', 'last'],
    ['date:"last 6 months"', 'last 180'],
    ['date:>2017', '2018..'],
    ['date:>=2017-11', '2017-11..'],
    ['date:<2018-01', '..2017-12'],
    ['date:<=2018-02-28', '..2018-02-28'],
    ['date:>2017-12-31', '2018-01-01..'],
    ['quote:"border region"', 'quote:border region'],
    ['says:Nazarbayev says:"Vladimir Putin"', '{says:nazarbayev says:vladimir putin}'],
    ['figure:>10', 'figure:>10'],
    ['figure:>=5%', 'figure:>=5 percent'],
    ['figure:10..20km', 'figure:>=10<=20 km'],
    ['figure:"$3.5bn"', 'figure:>=3500000000<=3500000000 usd'],
    ['figure:"<4,200 people"', 'figure:<4200 people'],
    ['figure:jobs', 'figure: jobs'],
    ['has:note has:starred', '{has:note has:star}'],
    ['note:pipeline code:claim', '{note:pipeline code:claim}'],
    ['place:="Nur-Sultan" name:=gas', '{place:=Nur-Sultan name:=gas}'],
    ['place:(Astana OR Moscow)', '[place:Astana place:Moscow]'],
    ['title:(gas NOT oil)', '{title:gas !title:oil}'],
    ['like:2017/forum.txt', 'like:2017/forum.txt'],
    ['format:html', 'format:html'],
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
    ['NEAR(gas oil', '<gas oil 10>', /never closed/],
    ['gas NEAR', 'gas', /each side/],
    ['NEAR gas', 'gas', /each side/],
    ['gas NEAR/3 place:Astana', '{gas place:Astana}', /words and/],
    ['/(/ gas', 'gas', /never closed/],
    ['/a*/ gas', 'gas', /everywhere/],
    ['figure:=> gas', 'gas', /figure:>10/],
    ['has:wings gas', 'gas', /has: takes note/],
    ['title: gas', '{title gas}', null],
    ['col:x', '{col x}', /no field “col”/],
    ['date:soon gas', 'gas', /A date is written/],
    ['title:', 'title', null],
    ["'; DROP TABLE article; --", '{drop table article}', null],
  ])('mends %j and says so', (typed, tree, message) => {
    const read = readQuery(typed)
    expect(show(read.tree)).toBe(tree)
    if (message) expect(read.message).toMatch(message)
    else expect(read.message).toBeNull()
  })

  it('takes three hundred brackets and a hundred thousand characters', () => {
    expect(readQuery('('.repeat(300) + 'gas').tree).toBeDefined()
    expect(readQuery('-'.repeat(5000)).tree).toBeNull()
    expect(readQuery('word '.repeat(20_000)).message).toMatch(/Only the first/)
  })

  it('reads anything at all without failing, and no term carries syntax', () => {
    const termsOf = (node: SearchNode | null): string[] => {
      if (!node) return []
      if ('terms' in node) return node.terms
      if ('part' in node) return termsOf(node.part)
      return 'parts' in node ? node.parts.flatMap(termsOf) : []
    }
    const pieces = [
      ...['"', '(', ')', '*', '~', '=', '-', ':', ' ', ' ', '..', '/', '\0', '^', '[', '{2', '>', '%', ','],
      ...['AND', 'OR', 'NOT', 'NEAR', 'NEAR/3', 'NEAR(', 'a', 'gas', 'Назарбаев', '习近平', '2017-11', 'last 30 days'],
      ...['title:', 'place:', 'figure:', 'says:', 'quote:', 'has:', 'like:', 'code:', 'date:', 'nofield:'],
    ]
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anything, (typed) => {
        const read = readQuery(typed)
        for (const term of termsOf(read.tree)) expect(term).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
        if (!read.tree && typed.trim() !== '') expect(read.message).not.toBeNull()
      }),
      { numRuns: 5000, seed: 1 },
    )
  })
})
