import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CHANNELS, type Output, type Parsed } from '../../contract/channels'
import type { Draft } from '../../contract/decisions'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import type { Context } from '../handlers'
import { libraryHandlers } from '../library/library-handlers'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'
import { decisionHandlers } from './decision-handlers'

const SUMMIT =
  'ASTANA, March 3, 2018 (Kazinform) - President Nursultan Nazarbayev met Vladimir Putin in Astana on Saturday. "We are glad to see you," Nazarbayev said. Trade rose by 31 percent, Putin said.'
const VISIT =
  'MOSCOW, March 4, 2018 (TASS) - Russian President Vladimir Putin will visit Astana again, his spokesman Dmitry Peskov said on Sunday. Putin met Nursultan Nazarbayev last week.'
const FILES = { 'a/summit.txt': SUMMIT, 'b/visit.txt': VISIT }

const write = (folder: string, files: Record<string, string>) => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

interface Desk {
  session: Session
  make(draft: Draft): Promise<Output<'decision.make'>>
  preview(draft: Draft): Promise<Output<'decision.preview'>>
  list(): Promise<Output<'decision.list'>>
  article(path: string): Promise<Output<'article.get'>>
  entities(): Promise<string[]>
  addNames(file: string): Promise<Output<'gazetteer.add'>>
  close(): Promise<void>
}

const context: Context = { signal: new AbortController().signal }

async function openDesk(folder: string, directory: string): Promise<Desk> {
  const session = new Session(folder, { directory, pool: inlinePool() })
  await session.pipeline.run('all')
  const decide = decisionHandlers(() => session)
  const library = libraryHandlers(() => session)
  const parsed = (draft: Draft): Parsed<'decision.make'> => CHANNELS['decision.make'].input.parse(draft)
  let open = true
  const close = async () => {
    if (open) await session.close()
    open = false
  }
  onTestFinished(close)
  return {
    session,
    make: async (draft) => decide['decision.make'](parsed(draft), context),
    preview: async (draft) => decide['decision.preview'](parsed(draft), context),
    addNames: async (file) => decide['gazetteer.add']({ file }, context),
    list: async () => decide['decision.list'](null, context),
    article: async (path) => {
      const id = session.articles.idAt(path) ?? ''
      return CHANNELS['article.get'].output.parse(await library['article.get']({ id }, context))
    },
    entities: async () => {
      const rows = await library['entity.list']({ type: null, name: null, limit: 100 }, context)
      return rows.map(({ type, name, mentions, articles }) => `${type} ${name} ${mentions}/${articles}`)
    },
    close,
  }
}

async function scene() {
  const [folder, directory] = [temporaryFolder(), temporaryFolder()]
  write(folder, FILES)
  return { folder, directory, desk: await openDesk(folder, directory) }
}

const placeOf = (view: { id: string; text: string }, words: string, after = 0) => {
  const start = view.text.indexOf(words, after)
  return { articleId: view.id, start, end: start + words.length }
}
const names = (view: Output<'article.get'>) =>
  view.extraction?.entities.map(({ type, name }) => `${type} ${name}`) ?? []

describe('a correction', () => {
  it('shows what it changes before, changes all of it, and is taken back without a trace', async () => {
    const { desk } = await scene()
    const before = { entities: await desk.entities(), summit: await desk.article('a/summit.txt') }
    const target = placeOf(before.summit, 'Vladimir Putin')
    const draft: Draft = { kind: 'retype', target, scope: 'corpus', type: 'organization' }
    const preview = await desk.preview(draft)
    expect(preview).toMatchObject({ articles: 2, conflicts: [] })
    expect(await desk.entities()).toEqual(before.entities)
    const { id } = await desk.make(draft)
    const row = (await desk.entities()).find((line) => line.includes('Putin'))
    expect(row).toBe(`organization Vladimir Putin ${preview.mentions}/2`)
    expect(names(await desk.article('b/visit.txt'))).toContain('organization Vladimir Putin')
    await desk.make({ kind: 'revert', decision: id })
    expect(await desk.entities()).toEqual(before.entities)
    expect((await desk.article('a/summit.txt')).extraction).toEqual(before.summit.extraction)
    expect(await desk.list()).toMatchObject([{ id, holds: false }])
  })

  it('survives a re-index, a moved file, a new session, and words put before its place', async () => {
    const { folder, directory, desk } = await scene()
    const view = await desk.article('a/summit.txt')
    await desk.make({ kind: 'reject', target: placeOf(view, 'Vladimir Putin'), scope: 'mention' })
    await desk.make({ kind: 'reject-figure', place: placeOf(view, '31 percent') })
    await desk.close()
    for (const name of ['index.sqlite', 'index.sqlite-wal', 'index.sqlite-shm'])
      rmSync(join(directory, name), { force: true })
    mkdirSync(join(folder, 'moved'))
    renameSync(join(folder, 'a/summit.txt'), join(folder, 'moved/summit.txt'))
    const again = await openDesk(folder, directory)
    const corrected = async (path: string) => {
      const { extraction, text } = await again.article(path)
      const here = (extraction?.entities ?? []).flatMap(({ mentions }) => mentions)
      expect(here.some(({ start }) => start === text.indexOf('Vladimir Putin'))).toBe(false)
      expect(extraction?.figures.map((figure) => figure.text)).not.toContain('31 percent')
    }
    await corrected('moved/summit.txt')
    renameSync(join(folder, 'moved/summit.txt'), join(folder, 'a/summit.txt'))
    writeFileSync(join(folder, 'a/summit.txt'), `A correction was printed first.\n\n${SUMMIT}`)
    await again.session.pipeline.run('all')
    await corrected('a/summit.txt')
    expect((await again.list()).every(({ lost }) => !lost)).toBe(true)
    writeFileSync(join(folder, 'a/summit.txt'), 'Nothing of it is left in this file at all.')
    await again.session.pipeline.run('all')
    expect((await again.list()).every(({ lost }) => lost)).toBe(true)
  })

  it('merges people, in lists, texts, counts and search', async () => {
    const { desk } = await scene()
    const view = await desk.article('a/summit.txt')
    await desk.make({
      kind: 'merge',
      target: placeOf(view, 'Vladimir Putin'),
      with: placeOf(view, 'Nursultan Nazarbayev'),
    })
    const people = (await desk.entities()).filter((line) => line.startsWith('person'))
    expect(people.find((line) => line.includes('Nazarbayev'))).toMatch(/\/2$/)
    expect(people.some((line) => line.includes('Putin'))).toBe(false)
    const merged = (await desk.article('b/visit.txt')).extraction?.entities.find(({ name }) =>
      name.includes('Nazarbayev'),
    )
    expect(merged?.mentions.map(({ text }) => text)).toEqual(expect.arrayContaining(['Putin', 'Nursultan Nazarbayev']))
  })

  it('adds a name wherever the words stand, and gives a quote to somebody else', async () => {
    const { desk } = await scene()
    const view = await desk.article('a/summit.txt')
    await desk.make({ kind: 'add', place: placeOf(view, 'Trade'), name: 'The Trade', type: 'work', everywhere: true })
    expect(await desk.entities()).toContain('work The Trade 1/1')
    const quote = view.extraction?.attributions.find(({ kind }) => kind === 'direct')?.content[0]
    expect(quote).toBeDefined()
    await desk.make({
      kind: 'speaker',
      place: { articleId: view.id, start: quote?.start ?? 0, end: quote?.end ?? 0 },
      speaker: placeOf(view, 'Vladimir Putin'),
    })
    const after = (await desk.article('a/summit.txt')).extraction
    const source = after?.attributions.find(({ kind }) => kind === 'direct')?.source.entityId
    expect(after?.entities.find(({ id }) => id === source)?.name).toBe('Vladimir Putin')
  })

  it('takes a list of names, uses it in every article, and gives it back', async () => {
    const { desk, folder } = await scene()
    const before = await desk.entities()
    const file = join(temporaryFolder(), 'names.csv')
    writeFileSync(file, 'name,type,aliases\nTrade of the World,work,Trade\nDmitry Peskov,organization,\n')
    const added = await desk.addNames(file)
    expect(added).toMatchObject({ entries: 2, problems: [] })
    expect(await desk.entities()).toEqual(
      expect.arrayContaining(['work Trade of the World 1/1', expect.stringMatching(/^organization Dmitry Peskov/)]),
    )
    write(folder, { 'c/new.txt': 'PARIS, May 1, 2018 (AFP) - Trade fell again, Dmitry Peskov said.' })
    await desk.session.pipeline.run('all')
    expect(await desk.entities()).toContain('work Trade of the World 2/2')
    expect(names(await desk.article('c/new.txt'))).toContain('organization Dmitry Peskov')
    await desk.make({ kind: 'revert', decision: added.id })
    rmSync(join(folder, 'c'), { recursive: true })
    await desk.session.pipeline.run('all')
    expect((await desk.entities()).sort()).toEqual(before.sort())
  })

  it('states what it overrules', async () => {
    const { desk } = await scene()
    const target = placeOf(await desk.article('a/summit.txt'), 'Vladimir Putin')
    const { id } = await desk.make({ kind: 'retype', target, scope: 'corpus', type: 'organization' })
    const second: Draft = { kind: 'retype', target, scope: 'corpus', type: 'place' }
    expect((await desk.preview(second)).conflicts).toHaveLength(1)
    await desk.make(second)
    expect((await desk.list()).find((row) => row.id === id)?.conflicts).toHaveLength(1)
  })

  it('says so when nothing is at the place', async () => {
    const { desk } = await scene()
    const view = await desk.article('a/summit.txt')
    const target = { articleId: view.id, start: 1, end: 3 }
    await expect(desk.make({ kind: 'reject', target, scope: 'mention' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(desk.make({ kind: 'revert', decision: 'no-such-decision' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
