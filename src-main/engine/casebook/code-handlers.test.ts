import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CodingViewSchema } from '../../contract/codes'
import type { Code, CodebookChange, Coding } from '../../domain/casebook/codebook'
import { mergeCodes } from '../../domain/casebook/edit-codebook'
import { anchorIn, openDesk, temporaryFolder, type Desk } from './casebook.fixture'

const STORY = 'MARENZA (LPS) - A fire killed seven people. Berths were closed. Grain will leave by Friday.'
const code = (id: string, parentId: string | null = null): CodebookChange & { kind: 'code' } => ({
  kind: 'code',
  code: { id, parentId, name: id, colour: '#2f6f9f', definition: '', memo: '', position: 0, removed: false },
})
const coding = (id: string, codeId: string, anchor: Coding['anchor']): CodebookChange => ({
  kind: 'coding',
  coding: { id, codeId, anchor, memo: '', removed: false },
})

function scene(): Desk & { directory: string } {
  const directory = temporaryFolder()
  const desk = openDesk({ directory })
  const article = desk.articles.put('a.txt', STORY, { title: 'Port fire' })
  const changes = [
    // A child before its parent: what counts is how it stands when all of it is done.
    code('code-berths', 'code-port'),
    code('code-port'),
    code('code-people'),
    coding('coding-01', 'code-berths', anchorIn(article, 'Berths were closed.')),
    coding('coding-02', 'code-people', anchorIn(article, 'seven people')),
    coding('coding-03', 'code-people', anchorIn(article, 'people. Berths')),
  ]
  desk.handlers['code.apply']({ label: 'first codes', changes })
  return { ...desk, directory }
}
const names = ({ handlers }: Desk) => handlers['code.list'](null).codes.map(({ id }) => id)

describe('the codebook', () => {
  it('gives passages by code, with what is under it, placed in the files as they are', () => {
    const { handlers, articles } = scene()
    const passages = (codeId: string, withChildren: boolean) =>
      handlers['code.passages']({ codeId, withChildren }).map((one) => CodingViewSchema.parse(one))
    expect(passages('code-port', false)).toEqual([])
    expect(passages('code-port', true)).toMatchObject([
      { id: 'coding-01', state: 'exact', title: 'Port fire', label: 'LPS 2' },
    ])
    const changed = articles.put('a.txt', `UPDATE. ${STORY.replace('A fire killed seven people. ', '')}`)
    expect(passages('code-port', true)).toMatchObject([{ state: 'moved', articleId: changed.id }])
    expect(passages('code-people', true)[0]).toMatchObject({
      state: 'lost',
      start: null,
      anchor: { exact: 'seven people' },
    })
    expect(handlers['code.inArticle']({ id: changed.id }).map(({ id }) => id)).toContain('coding-01')
  })

  it('counts codes by article and codes on the same words', () => {
    const { handlers } = scene()
    const { articles, cells, together } = handlers['code.tables']({ withChildren: true })
    expect(articles.map(({ path }) => path)).toEqual(['a.txt'])
    expect(cells.map(({ codeId, count }) => [codeId, count])).toEqual([
      ['code-berths', 1],
      ['code-people', 2],
      ['code-port', 1],
    ])
    expect(together).toEqual([{ a: 'code-berths', b: 'code-people', count: 1 }])
  })

  it('is as it was before once a change is undone, merges too', () => {
    const desk = scene()
    const { handlers } = desk
    const before = handlers['code.list'](null)
    const merge = mergeCodes(before, 'code-berths', 'code-people')
    const { inverse } = handlers['code.apply']({ label: 'merge', changes: merge ?? [] })
    expect(names(desk)).toEqual(['code-people', 'code-port'])
    const { inverse: again } = handlers['code.apply']({ label: 'undo', changes: inverse })
    expect(handlers['code.list'](null)).toEqual(before)
    handlers['code.apply']({ label: 'redo', changes: again })
    expect(names(desk)).toEqual(['code-people', 'code-port'])
    expect(handlers['code.history']({ limit: 9 }).map(({ label }) => label)).toEqual([
      'redo',
      'undo',
      'merge',
      'first codes',
    ])
  })

  it('refuses circles, missing parents and passages without a code, and then changes nothing', () => {
    const desk = scene()
    const before = desk.handlers['code.list'](null)
    const anchor = before.codings[0]?.anchor
    if (!anchor) throw new Error('nothing coded')
    for (const changes of [
      [code('code-port', 'code-berths')],
      [code('code-new', 'no-such-code')],
      [code('code-fine'), coding('coding-99', 'no-such-code', anchor)],
    ]) {
      expect(() => desk.handlers['code.apply']({ label: 'bad', changes })).toThrow(
        expect.objectContaining({ code: 'bad_request' }),
      )
    }
    expect(desk.handlers['code.list'](null)).toEqual(before)
  })

  it('comes back from the journal alone', () => {
    const { store, handlers, directory } = scene()
    const renamed: Code = { ...code('code-people').code, name: 'Casualties' }
    handlers['code.apply']({ label: 'rename', changes: [{ kind: 'code', code: renamed }] })
    const before = handlers['code.list'](null)
    store.close()
    rmSync(join(directory, 'casebook.sqlite'))
    rmSync(join(directory, 'backups'), { recursive: true })
    expect(openDesk({ directory }).handlers['code.list'](null)).toEqual(before)
  })
})
