import { describe, expect, it } from 'vitest'
import { isNarrowed, narrowQuery, NO_FILTERS } from './narrow-query'
import { readQuery } from './read-query'

describe('narrowQuery', () => {
  it('writes filters in the search language, and reads back without a word of complaint', () => {
    const query = narrowQuery('gas OR oil', {
      ...NO_FILTERS,
      from: '2018-10-01',
      to: '2018-10-05',
      place: ['Nur-Sultan', 'Paris'],
      agency: ['The "Wire"'],
      names: ['World Bank'],
    })
    expect(query).toBe(
      '2018-10-01..2018-10-05 place:(="Nur-Sultan" OR ="Paris") agency:=«The "Wire"» name:="World Bank" (gas OR oil)',
    )
    expect(readQuery(query)).toMatchObject({
      message: null,
      tree: {
        kind: 'all',
        parts: [
          { kind: 'date' },
          {
            kind: 'any',
            parts: [
              { value: 'Nur-Sultan', whole: true },
              { value: 'Paris', whole: true },
            ],
          },
          { field: 'agency', value: 'The "Wire"' },
          { field: 'name', value: 'World Bank', whole: true },
          { kind: 'any' },
        ],
      },
    })
  })

  it.each(['"gas', '(gas', 'gas)', '/gas', 'title:', 'gas OR'])('keeps its filters whatever was typed: %s', (typed) => {
    const { tree } = readQuery(narrowQuery(typed, { ...NO_FILTERS, language: ['ru'] }))
    expect(JSON.stringify(tree)).toContain('{"kind":"fact","field":"lang","value":"ru","whole":true}')
  })

  it('leaves a query without filters as it was', () => {
    expect(narrowQuery(' gas ', NO_FILTERS)).toBe('gas')
    expect(isNarrowed(NO_FILTERS)).toBe(false)
    expect(narrowQuery('', { ...NO_FILTERS, to: '2018' })).toBe('..2018')
  })
})
