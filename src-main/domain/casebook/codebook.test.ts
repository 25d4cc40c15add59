import { describe, expect, it } from 'vitest'
import { codeTables } from './code-tables'
import { childrenOf, codePath, codeTree, nextColour, type Code, type CodebookChange, type Coding } from './codebook'
import { codePassage, mergeCodes, moveCode, removeCode, splitCode, type Codebook } from './edit-codebook'

const code = (id: string, parentId: string | null = null, position = 0): Code => ({
  id,
  parentId,
  name: id.toUpperCase(),
  colour: '#2f6f9f',
  definition: `what ${id} is`,
  memo: '',
  position,
  removed: false,
})
const anchor = (start: number, end: number) => ({
  articleId: 'f'.repeat(64),
  path: 'a.txt',
  start,
  end,
  exact: 'x'.repeat(end - start),
  prefix: '',
  suffix: '',
})
const coding = (id: string, codeId: string, start: number): Coding => ({
  id,
  codeId,
  anchor: anchor(start, start + 5),
  memo: '',
  removed: false,
})
const BOOK: Codebook = {
  codes: [code('port'), code('berths', 'port', 0), code('grain', 'port', 1), code('people', null, 1)],
  codings: [
    coding('c1', 'berths', 0),
    coding('c2', 'berths', 10),
    coding('c3', 'grain', 10),
    coding('c4', 'people', 12),
  ],
}
function apply({ codes, codings }: Codebook, changes: readonly CodebookChange[] | null): Codebook {
  const newCodes = new Map(codes.map((one) => [one.id, one]))
  const newCodings = new Map(codings.map((one) => [one.id, one]))
  for (const change of changes ?? []) {
    if (change.kind === 'code') newCodes.set(change.code.id, change.code)
    else newCodings.set(change.coding.id, change.coding)
  }
  return { codes: [...newCodes.values()], codings: [...newCodings.values()] }
}
const shape = ({ codes }: Codebook) => codeTree(codes).map(({ code: { id }, depth }) => `${'-'.repeat(depth)}${id}`)
const under = ({ codings }: Codebook, id: string) =>
  codings.filter((one) => !one.removed && one.codeId === id).map((one) => one.id)

describe('the tree of codes', () => {
  it('stands in order, parents first', () => {
    expect(shape(BOOK)).toEqual(['port', '-berths', '-grain', 'people'])
    expect(codePath(BOOK.codes, 'grain')).toBe('PORT › GRAIN')
  })

  it('shows every code even where parents are gone or stand in a circle', () => {
    const odd = [code('a', 'b'), code('b', 'a'), code('c', 'nowhere'), { ...code('d'), removed: true }]
    expect(codeTree(odd).map(({ code: { id } }) => id)).toEqual(['c', 'a', 'b'])
    expect(codePath(odd, 'a')).toBe('B › A')
  })

  it('gives the next code the colour least used', () => {
    expect(nextColour([])).toBe('#b3541e')
    expect(nextColour([{ ...code('a'), colour: '#b3541e' }])).toBe('#2f6f9f')
  })
})

describe('editing', () => {
  it('moves a code among its siblings and under another one, never under itself', () => {
    expect(shape(apply(BOOK, moveCode(BOOK.codes, 'grain', 'port', 0)))).toEqual([
      'port',
      '-grain',
      '-berths',
      'people',
    ])
    expect(shape(apply(BOOK, moveCode(BOOK.codes, 'port', 'people', 0)))).toEqual([
      'people',
      '-port',
      '--berths',
      '--grain',
    ])
    expect(shape(apply(BOOK, moveCode(BOOK.codes, 'berths', null, 9)))).toEqual(['port', '-grain', 'people', 'berths'])
    expect(moveCode(BOOK.codes, 'port', 'grain', 0)).toBeNull()
    expect(moveCode(BOOK.codes, 'port', 'port', 0)).toBeNull()
    expect(moveCode(BOOK.codes, 'port', null, 0)).toEqual([])
  })

  it('merges passages, children and definition, and keeps a passage that both have once', () => {
    const merged = apply(BOOK, mergeCodes(BOOK, 'berths', 'grain'))
    expect(shape(merged)).toEqual(['port', '-grain', 'people'])
    expect(under(merged, 'grain').sort()).toEqual(['c1', 'c3'])
    expect(merged.codes.find(({ id }) => id === 'grain')?.memo).toBe('Merged with “BERTHS”. what berths is')
    expect(shape(apply(BOOK, mergeCodes(BOOK, 'port', 'people')))).toEqual(['people', '-berths', '-grain'])
    expect(mergeCodes(BOOK, 'port', 'grain')).toBeNull()
    expect(mergeCodes(BOOK, 'port', 'port')).toBeNull()
  })

  it('splits passages off into a code that stands behind the first', () => {
    const made = { id: 'closed', name: 'Closed', colour: '#5b7d2a' }
    const split = apply(BOOK, splitCode(BOOK, 'berths', made, ['c2', 'c3']))
    expect(shape(split)).toEqual(['port', '-berths', '-closed', '-grain'].concat('people'))
    expect([under(split, 'berths'), under(split, 'closed'), under(split, 'grain')]).toEqual([['c1'], ['c2'], ['c3']])
    expect(splitCode(BOOK, 'berths', made, ['c3'])).toBeNull()
  })

  it('removes a code with all that is under it and nothing else', () => {
    const removed = apply(BOOK, removeCode(BOOK, 'port'))
    expect(shape(removed)).toEqual(['people'])
    expect(removed.codings.filter((one) => !one.removed).map(({ id }) => id)).toEqual(['c4'])
    expect(childrenOf(removed.codes, 'port')).toEqual([])
  })

  it('codes a passage once', () => {
    expect(codePassage(BOOK, 'people', anchor(0, 5), 'new')).toHaveLength(1)
    expect(codePassage(BOOK, 'berths', anchor(0, 5), 'new')).toEqual([])
  })
})

describe('the tables', () => {
  const placed = BOOK.codings.map(({ codeId, anchor: { start, end, articleId } }) => ({
    codeId,
    articleId,
    start,
    end,
  }))
  const counts = (withChildren: boolean) =>
    Object.fromEntries(codeTables(BOOK.codes, placed, withChildren).cells.map(({ codeId, count }) => [codeId, count]))

  it('count passages by code and article, with what is under a code or without', () => {
    expect(counts(false)).toEqual({ berths: 2, grain: 1, people: 1 })
    // Berths and grain share one passage, which counts once for the port.
    expect(counts(true)).toEqual({ port: 2, berths: 2, grain: 1, people: 1 })
  })

  it('count codes that stand on the same words', () => {
    expect(codeTables(BOOK.codes, placed, false).together).toEqual([
      { a: 'berths', b: 'grain', count: 1 },
      { a: 'berths', b: 'people', count: 1 },
      { a: 'grain', b: 'people', count: 1 },
    ])
  })
})
