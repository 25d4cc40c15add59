import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CHANNELS } from '../../contract/channels'
import { articleAtPath, articleText } from '../../sql/index/article'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { writeHighlight } from '../../sql/casebook/highlights'
import { markArticle } from '../../sql/casebook/article-marks'
import { writeChange } from '../../sql/casebook/codebook'
import type { CodebookChange } from '../../domain/casebook/codebook'
import { createCasebookHandlers } from '../casebook/casebook-handlers'
import type { Session } from '../session'
import { searchHandlers } from './search-handlers'
import { searchedFolder } from './searched-folder.fixture'

let session: Session
beforeEach(async () => {
  session = await searchedFolder()
})
afterEach(() => session.close())

/** Calls a handler as the page does: input and output pass the contract. */
async function call<N extends keyof ReturnType<typeof searchHandlers>>(name: N, input: unknown): Promise<never> {
  const handler = searchHandlers(() => session)[name] as (input: unknown, context: unknown) => unknown
  const output = await handler(CHANNELS[name].input.parse(input), { signal: new AbortController().signal })
  return CHANNELS[name].output.parse(output) as never
}
const found = async (query: string, more: object = {}) =>
  ((await call('search.run', { query, ...more })) as { hits: { path: string }[] }).hits.map(({ path }) => path).sort()

const hashOf = (path: string) => articleAtPath(session.index, path) ?? ''

function anchorIn(path: string, words: string) {
  const text = articleText(session.index, hashOf(path)) ?? ''
  const start = text.indexOf(words)
  return { articleId: hashOf(path), path, start, end: start + words.length, exact: words, prefix: text.slice(0, start).slice(-32), suffix: text.slice(start + words.length, start + words.length + 32) } // prettier-ignore
}

describe('kept searches', () => {
  it('tell what is new since the last look, and list only that', async () => {
    const saved: { id: string } = await call('search.save', { id: null, name: 'Gas', query: 'gas' })
    expect(saved).toMatchObject({ name: 'Gas', total: 2, fresh: 0 })
    writeFileSync(join(session.place.folder, 'new.txt'), 'VIENNA, June 1, 2018 (APA) - More gas came.')
    await session.pipeline.run('text')
    expect(await call('search.saved', null)).toMatchObject([{ id: saved.id, total: 3, fresh: 1 }])
    expect(await found('gas', { newOf: saved.id })).toEqual(['new.txt'])
    await call('search.looked', { id: saved.id })
    expect(await call('search.saved', null)).toMatchObject([{ total: 3, fresh: 0 }])
    expect(await found('gas', { newOf: saved.id })).toEqual([])
  })

  it('are renamed, removed and taken back', async () => {
    const { id }: { id: string } = await call('search.save', { id: null, name: 'Oil', query: 'oil', spellings: false })
    await call('search.save', { id, name: 'Oil and gas', query: 'oil OR gas' })
    expect(await call('search.saved', null)).toMatchObject([{ id, name: 'Oil and gas', total: 3, spellings: true }])
    await call('search.remove', { id })
    expect(await call('search.saved', null)).toEqual([])
    await call('search.restore', { id })
    expect(await call('search.saved', null)).toHaveLength(1)
    await expect(call('search.remove', { id: 'nothing-here-1234' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('keep a history, newest first, each query once', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    for (const [second, query] of ['gas', 'oil', 'gas'].entries()) {
      vi.setSystemTime(new Date(Date.UTC(2026, 0, 1, 12, 0, second)))
      await call('search.remember', { query })
    }
    vi.useRealTimers()
    const history: { query: string }[] = await call('search.history', null)
    expect(history.map(({ query }) => query)).toEqual(['gas', 'oil'])
    await call('search.forget', null)
    expect(await call('search.history', null)).toEqual([])
  })
})

describe('what the analyst made of articles', () => {
  it('is found: stars, marked passages, notes and their words', async () => {
    const { casebook, newId, now } = session.store()
    markArticle(casebook, hashOf('oil.txt'), { starred: true })
    writeHighlight(
      casebook,
      { id: newId(), anchor: anchorIn('gas.txt', 'Gas prices'), noteId: null, madeAt: now() },
      () => undefined,
    )
    const notes = createCasebookHandlers({
      store: () => session.store(),
      articles: () => session.articles,
      states: session.states,
      programState: () => null,
      emit: () => undefined,
    })
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Two capitals agree.' }] }],
    }
    notes['note.save'](
      CHANNELS['note.save'].input.parse({
        id: null,
        expectedRevision: 0,
        title: 'Negotiators',
        body,
        citations: [{ id: 'cite-0001', anchor: anchorIn('forum.txt', '10 agreements') }],
        pinned: false,
      }),
    )
    const code = { colour: '#2f6f9f', definition: '', memo: '', position: 0, removed: false }
    const changes: CodebookChange[] = [
      { kind: 'code', code: { ...code, id: 'code-0001', parentId: null, name: 'Energy' } },
      { kind: 'code', code: { ...code, id: 'code-0002', parentId: 'code-0001', name: 'Oil fields' } },
      {
        kind: 'coding',
        coding: {
          id: 'coding-01',
          codeId: 'code-0002',
          anchor: anchorIn('oil.txt', 'Oil prices'),
          memo: '',
          removed: false,
        },
      },
    ]
    writeChange(casebook, { id: 'change-01', label: 'coded', changes, madeAt: now() }, () => undefined)
    expect(await found('code:energy')).toEqual(['oil.txt'])
    expect(await found('code:"oil fields"')).toEqual(['oil.txt'])
    expect((await call('search.run', { query: 'code:none' })) as object).toMatchObject({
      total: 0,
      message: 'There is no code called “none”.',
    })
    expect(await found('has:star')).toEqual(['oil.txt'])
    expect(await found('has:highlight')).toEqual(['gas.txt'])
    expect(await found('has:note')).toEqual(['forum.txt'])
    expect(await found('note:capitals')).toEqual(['forum.txt'])
    expect(await found('note:nothing')).toEqual([])
    expect(await found('agency:afp -has:star')).toEqual(['gas.txt'])
  })
})

describe('views and exports', () => {
  it('count many queries', async () => {
    const rows: object[] = await call('search.batch', { queries: ['gas', 'says:Putin', '"', 'nothingatall'] })
    expect(rows).toMatchObject([
      { query: 'gas', total: 2, newest: { path: 'gas.txt' } },
      { query: 'says:Putin', total: 1 },
      { query: '"', total: 0, newest: null, message: expect.stringMatching(/Type a word/) as string },
      { query: 'nothingatall', total: 0, newest: null },
    ])
  })

  it('answer facets and lines as the contract says', async () => {
    expect(await call('search.facets', { query: 'gas' })).toMatchObject({ total: 2 })
    expect(await call('search.facets', { query: '' })).toBeNull()
    expect(await call('search.concordance', { query: 'gas', order: 'left1' })).toMatchObject({ articles: 2 })
  })

  it.each(['hits', 'lines', 'batch'] as const)('write %s as CSV and JSON, outside of the folder only', async (what) => {
    const out = join(temporaryFolder(), 'out.csv')
    const queries = ['gas', '"border regions"']
    const report: { rows: number } = await call('search.export', { what, queries, format: 'csv', out })
    const lines = readFileSync(out, 'utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(report.rows + 1)
    expect(lines[0]).toMatch(/^\ufeffquery,/)
    await call('search.export', { what, queries, format: 'json', out })
    const objects = JSON.parse(readFileSync(out, 'utf8')) as Record<string, unknown>[]
    expect(objects).toHaveLength(report.rows)
    expect(objects[0]).toMatchObject({ query: 'gas' })
    const inside = join(session.place.folder, 'out.csv')
    await expect(call('search.export', { what, queries, format: 'csv', out: inside })).rejects.toMatchObject({
      code: 'read_only',
    })
  })
})
