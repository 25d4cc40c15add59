import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomQueries } from './random-queries.fixture'
import { runSearch, type SearchHow } from './run-search'
import { searchedFolder } from './searched-folder.fixture'
import type { Session } from '../session'

let session: Session
beforeAll(async () => {
  session = await searchedFolder()
})
afterAll(() => session.close())

const search = (query: string, how: Partial<SearchHow> = {}) =>
  runSearch(session.index, query, { sort: 'relevance', limit: 50, offset: 0, ...how })
const paths = (query: string, how?: Partial<SearchHow>) =>
  search(query, how)
    .hits.map((hit) => hit.facts.path.replace('.txt', ''))
    .sort()
    .join(' ')
const marked = (query: string) =>
  search(query).hits.flatMap(({ snippet, marks }) => marks.map(({ start, end }) => snippet.slice(start, end)))

describe('runSearch', () => {
  it.each([
    // spellings and scripts
    ['Назарбаев', 'ar gas oil ru'],
    ['Nazarbaev', 'ar gas oil ru'],
    ['nazarbayev', 'ar gas oil ru'],
    ['نزارباييف', 'ar gas oil ru'],
    ['=Nazarbayev', 'oil'],
    ['"Nursultan Nazarbayev"', 'gas oil ru'],
    ['="Nursultan Nazarbayev"', 'gas oil ru'],
    ['Putin', 'ar forum ru'],
    // scripts without spaces
    ['习近平', 'zh'],
    ['哈萨克斯坦', 'zh'],
    ['อัสตานา', 'th'],
    ['استانا', 'ar oil ru'],
    // words
    ['negotiation', 'oil'],
    ['=negotiation', ''],
    ['pipe*', 'gas oil'],
    ['pipline~', 'gas oil'],
    ['kazakstan~1', 'forum'],
    ['azakhstan~', 'forum'],
    ['organization~', 'old'],
    ['gas NEAR/2 pipeline', 'gas'],
    ['pipeline NEAR/3 north', 'oil'],
    ['pipeline NEAR/1 built', ''],
    ['prices NOT gas', 'oil'],
    ['(gas OR oil) prices', 'gas oil'],
    // inside articles
    ['/nazarba(y?)ev/', 'gas oil'],
    [String.raw`/[a-z]+@[a-z]+\.kz/`, 'old'],
    [String.raw`/\b\d,\d{3}\b/ gas`, 'gas'],
    ['gas -/Naz.rba/', 'old'],
    ['quote:"border regions"', 'forum'],
    ['quote:pipeline', ''],
    ['says:Putin', 'forum'],
    ['says:"Vladimir Putin" glad', 'forum'],
    ['says:Nazarbayev', 'oil'],
    ['figure:>30%', 'forum'],
    ['figure:5..10%', 'gas'],
    ['figure:">3 billion"', 'gas'],
    ['figure:$3.5bn', 'gas'],
    ['figure:"4200 people"', 'gas'],
    ['figure:>1000000000000', ''],
    // facts
    ['agency:afp', 'gas oil'],
    ['place:=paris', 'gas'],
    ['person:Putin', 'forum'],
    ['name:Kazakhstan', 'forum'],
    ['format:txt path:=ru.txt', 'ru'],
    ['date:<2012', 'old'],
    ['date:>=2018-02 date:<2018-03', 'oil ru'],
    ['lang:zh', 'zh'],
  ])('%s', (query, found) => {
    expect(paths(query)).toBe(found)
  })

  it('finds names in other spellings only when asked to', () => {
    expect(paths('Nazarbayev', { spellings: false })).toBe('oil')
    expect(paths('"Nursultan Nazarbayev"', { spellings: false })).toBe('oil')
  })

  it('counts the last days up to the newest article that tells its date itself', () => {
    expect(paths('last 40 days agency:AFP')).toBe('gas oil')
    expect(paths('last 10 days agency:AFP')).toBe('gas')
    expect(paths('last 1 year agency:(AFP OR KAZINFORM)')).toBe('forum gas oil')
  })

  it('marks what it found, as it stands in the text', () => {
    expect(marked('Назарбаев').sort()).toEqual(['Nazarbaev', 'Nazarbayev', 'Назарбаев', 'نزارباييف'])
    expect(marked('/p[a-z]+@/')).toEqual(['press@'])
    expect(marked('figure:>30%').join()).toContain('31 percent')
    expect(marked('quote:"border regions"')).toEqual(['border regions'])
    expect(marked('gas -/Naz/').every((word) => /gas/i.test(word))).toBe(true)
  })

  it('finds articles like another, without itself', () => {
    const like = search('like:oil.txt')
    expect(like.hits[0]?.facts.path).toBe('gas.txt')
    expect(like.hits.map((hit) => hit.facts.path)).not.toContain('oil.txt')
    expect(search('like:nowhere.txt').message).toMatch(/no article at “nowhere.txt”/)
  })

  it('says that notes cannot be searched where no casebook is open', () => {
    expect(search('has:note').message).toMatch(/casebook/)
    expect(paths('agency:AFP has:note', { casebook: () => [search('=Nazarbayev').hits[0]?.facts.id ?? ''] })).toBe(
      'oil',
    )
  })

  it('answers a thousand made-up queries without a failure, in both orders', () => {
    for (const query of randomQueries(1000, 7)) {
      const outcome = search(query, { sort: query.length % 2 ? 'date' : 'relevance' })
      expect(outcome.hits.length).toBeLessThanOrEqual(outcome.total)
      for (const { snippet, marks } of outcome.hits)
        for (const { start, end } of marks) expect(snippet.slice(start, end)).not.toBe('')
    }
  })
})
