import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Session } from '../session'
import { concordanceOf } from './concordance'
import { runSearch } from './run-search'
import { facetsOf } from './search-facets'
import { searchedFolder } from './searched-folder.fixture'

let session: Session
beforeAll(async () => {
  session = await searchedFolder()
})
afterAll(() => session.close())

describe('facetsOf', () => {
  it('counts every fact of the hits, and each count is what a search for it finds', () => {
    const facets = facetsOf(session.index, 'Nazarbayev OR gas', {})
    expect(facets?.total).toBe(5)
    expect(facets?.facts.agency).toEqual(
      expect.arrayContaining([
        { value: 'AFP', count: 2 },
        { value: 'Reuters', count: 1 },
      ]),
    )
    const search = (query: string) => runSearch(session.index, query, { sort: 'date', limit: 50, offset: 0 }).total
    const fields = { agency: 'agency', place: 'place', language: 'lang', format: 'format' } as const
    for (const [fact, field] of Object.entries(fields))
      for (const { value, count } of facets?.facts[fact as keyof typeof fields] ?? [])
        expect(search(`(Nazarbayev OR gas) ${field}:="${value}"`)).toBe(count)
    for (const { value, count } of facets?.facts.day ?? [])
      expect(search(`(Nazarbayev OR gas) date:${value}`)).toBe(count)
    for (const { name, count } of facets?.entities ?? [])
      expect(search(`(Nazarbayev OR gas) name:="${name}"`)).toBeGreaterThanOrEqual(count)
    expect(facets?.entities.map(({ name }) => name)).toContain('Nursultan Nazarbayev')
  })

  it('sees what was written since', async () => {
    expect(facetsOf(session.index, 'gas', {})?.total).toBe(2)
    expect(facetsOf(session.index, '"', {})).toBeNull()
    const other = await searchedFolder({ 'a.txt': 'PARIS, March 3, 2018 (AFP) - Gas.' })
    expect(facetsOf(other.index, 'gas', {})?.facts.place).toEqual([{ value: 'Paris', count: 1 }])
    await other.close()
  })
})

describe('concordanceOf', () => {
  const lines = (query: string, order: Parameters<typeof concordanceOf>[2]['order'] = 'text') =>
    concordanceOf(session.index, query, { order, offset: 0, limit: 100 })

  it('has a line for every match, whose offsets lead back to the words', () => {
    const concordance = lines('Nazarbayev')
    expect(concordance).toMatchObject({ articles: 4, read: 4, total: 4 })
    expect(concordance.lines.map((line) => line.keyword).sort()).toEqual(
      ['Nazarbaev', 'Nazarbayev', 'Назарбаев', 'نزارباييف'].sort(),
    )
    expect(concordance.right.map(({ value }) => value)).toContain('visited')
  })

  it('sorts all lines before it cuts a page', () => {
    const sorted = lines('pipeline OR gas', 'right1').lines
    const page = concordanceOf(session.index, 'pipeline OR gas', { order: 'right1', offset: 1, limit: 2 })
    expect(page.lines).toEqual(sorted.slice(1, 3))
    expect(page.total).toBe(sorted.length)
  })
})
