import { describe, expect, it } from 'vitest'
import { findMatches, wantedOf } from './matches'
import { readQuery } from './read-query'
import { snippetOf } from './snippet'

const matches = (text: string, query: string, forms: Record<string, string[]> = {}) => {
  const { tree } = readQuery(query)
  if (!tree) throw new Error('no query')
  return findMatches(
    text,
    wantedOf(tree, (phrase) =>
      phrase.exact && phrase.terms.length === 1
        ? []
        : (forms[phrase.terms.join(' ')] ?? []).map((form) => form.split(' ')),
    ),
  )
}
const words = (text: string, query: string, forms?: Record<string, string[]>) =>
  matches(text, query, forms).map((match) => text.slice(match.start, match.end))

describe('findMatches', () => {
  it.each([
    ['Turkey’s Erdoğan met ERDOGAN', 'erdogan', ['Erdoğan', 'ERDOGAN']],
    ['the trade turnover of trade', '"trade turnover"', ['trade turnover']],
    ['negotiators negotiate a nego', 'negot*', ['negotiators', 'negotiate']],
    ['gas, not coal', 'gas -coal', ['gas']],
    ['习近平主席说', '近平', ['近平']],
    ['Die Straßen\u00adfeste', 'strassen*', ['Straßen\u00adfeste']],
    ['border region, border regions', '"border region*"', ['border region', 'border regions']],
    ['Qur’an', "qur'an", ['Qur’an']],
  ])('%s ⊃ %s', (text, query, expected) => {
    expect(words(text, query)).toEqual(expected)
  })

  it('marks both words where they are near, and not where they are far', () => {
    const text = 'gas for the new pipeline, and so far off gas and oil and coal and much more, a pipe'
    expect(matches(text, 'gas NEAR/3 pipeline').map(({ start }) => start)).toEqual([0, 16])
    expect(words(text, '"new pipeline" NEAR/4 gas')).toEqual(['gas', 'new pipeline', 'gas'])
  })

  it('marks a phrase in its other spellings', () => {
    expect(words('Владимир Путин', '"vladimir putin"', { 'vladimir putin': ['владимир путин'] })).toEqual([
      'Владимир Путин',
    ])
  })

  it('marks the forms that the index counted as the word', () => {
    expect(words('One agreement, ten agreements', 'agreement', { agreement: ['agreements'] })).toEqual([
      'agreement',
      'agreements',
    ])
    expect(words('One agreement, ten agreements', '=agreement', { agreement: ['agreements'] })).toEqual(['agreement'])
  })
})

describe('snippetOf', () => {
  const filler = 'Nothing of note was said here by anyone at all. '.repeat(20)

  it('shows the stretch with most of the words, exactly as it stands', () => {
    const text = `${filler}Oil fell. ${filler}Oil and gas prices rose in Astana. ${filler}`
    const snippet = snippetOf(text, matches(text, 'oil gas astana'))
    expect(text).toContain(snippet.text)
    expect(snippet.marks.map((mark) => snippet.text.slice(mark.start, mark.end))).toEqual(['Oil', 'gas', 'Astana'])
    expect(snippet.text.length).toBeLessThanOrEqual(260)
  })

  it('starts with the story where nothing is marked', () => {
    expect(snippetOf('date 2017 X. The story', [], 13).text).toBe('The story')
  })

  it('never cuts a character in two', () => {
    const text = '\u{1F600}'.repeat(400)
    for (const at of [0, 101, 399]) {
      const snippet = snippetOf(text, [{ start: at * 2, end: at * 2 + 2 }])
      expect(encodeURIComponent(snippet.text)).toContain('%F0%9F%98%80')
      expect(snippet.marks).toHaveLength(1)
    }
  })
})
