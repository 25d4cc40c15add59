import { describe, expect, it } from 'vitest'
import { idOf, MemoryArticles } from '../casebook/casebook.fixture'
import { createAnchorStates } from '../casebook/anchor-states'
import { PORT } from './briefing-desk.fixture'
import { readDefinition } from './read-definition'

const articles = new MemoryArticles()
articles.put('lps/port.txt', PORT)
articles.put('twice.txt', 'The hall burned. The hall burned.')

const read = (...citations: object[]) =>
  readDefinition(
    JSON.stringify({ title: 'T', sections: [{ heading: 'H', sentences: [{ type: 'fact', text: 'F.', citations }] }] }),
    articles,
  )
const placed = (citation: object) => {
  const anchor = read(citation).sections[0]?.sentences[0]?.citations[0]?.anchor
  if (!anchor) throw new Error('no anchor')
  return { anchor, ...createAnchorStates(() => articles).place(anchor) }
}

describe('readDefinition', () => {
  it('fills in what an anchor left out', () => {
    const { anchor, state, start } = placed({ path: './lps\\port.txt', exact: 'Seven people died' })
    expect(anchor).toMatchObject({ articleId: idOf(PORT), path: 'lps/port.txt', start: 26, end: 43 })
    expect(anchor.suffix).toMatch(/^ and 23 were injured/)
    expect({ state, start }).toEqual({ state: 'exact', start: 26 })
  })
  it('leaves to the gate what cannot be told: words that stand twice, are elsewhere, or nowhere', () => {
    expect(placed({ path: 'twice.txt', exact: 'The hall burned.' }).state).toBe('ambiguous')
    expect(placed({ path: 'twice.txt', exact: 'The hall burned.', start: 17 }).state).toBe('exact')
    expect(placed({ path: 'lps/port.txt', exact: 'Seven people died', start: 3 }).state).toBe('moved')
    expect(placed({ path: 'lps/port.txt', exact: 'Nobody at all was anywhere near' }).state).toBe('lost')
    expect(placed({ path: 'no/such.txt', exact: 'Seven' }).state).toBe('lost')
  })
  it('keeps the hash it was given, also of a file that changed', () => {
    const sha256 = 'a'.repeat(64)
    expect(placed({ path: 'lps/port.txt', sha256, exact: 'Seven people died' }).anchor.articleId).toBe(sha256)
    expect(placed({ path: 'gone.txt', sha256: idOf(PORT), exact: 'Seven people died' }).state).toBe('exact')
  })
  it('gives ids by place, so that the same definition is the same briefing', () => {
    expect(read({ path: 'a', exact: 'x' })).toEqual(read({ path: 'a', exact: 'x' }))
  })
  it('names the field that does not fit', () => {
    expect(() => readDefinition('{', articles)).toThrow(/no JSON/)
    expect(() => readDefinition('{"title":1,"sections":[]}', articles)).toThrow(/at title/)
    expect(() => read({ path: 'a' })).toThrow(/sections\.0\.sentences\.0\.citations\.0\.exact/)
  })
})
