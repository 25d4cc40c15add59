import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { zipSync } from 'fflate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CHANNELS } from '../../contract/channels'
import { ENCODING_CHOICES } from '../../domain/article/encoding-choices'
import { makeSourceTable } from '../../domain/briefing/source-table'
import { toJson } from '../../domain/briefing/to-json'
import { makeAnchor } from '../../domain/evidence/anchor'
import { articlePaths } from '../../sql/index/article'
import { troubledFiles } from '../../sql/index/file'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { placeBriefing } from '../briefing/place-briefing'
import { verifyFile } from '../briefing/verify-file'
import { sha256 } from '../casebook/content-hash'
import { encodingNamed } from '../decode/encoding'
import type { Context } from '../handlers'
import { libraryHandlers } from '../library/library-handlers'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'
import { decisionHandlers } from './decision-handlers'

const STORY = 'ASTANA (Kazinform) - Порт Актау.\nTrade rose by 31 percent on Monday, the office said.\n'
const CYRILLIC = iconv.encode(STORY, 'koi8-r')
const context: Context = { signal: new AbortController().signal }

async function open(folder: string, directory: string) {
  const session = new Session(folder, { directory, pool: inlinePool() })
  await session.pipeline.run('all')
  const decide = decisionHandlers(() => session)
  const library = libraryHandlers(() => session)
  onTestFinished(() => session.close())
  const idAt = (path: string) => session.articles.idAt(path) ?? ''
  return {
    session,
    idAt,
    choose: async (path: string, encoding: 'koi8-r' | 'utf-16le' | null) => {
      const draft = CHANNELS['decision.make'].input.parse({ kind: 'encoding', articleId: idAt(path), encoding })
      const made = await decide['decision.make'](draft, context)
      await session.settled()
      return made.id
    },
    takeBack: async (decision: string) => {
      await decide['decision.make']({ kind: 'revert', decision }, context)
      await session.settled()
    },
    list: async () => decide['decision.list'](null, context),
    article: async (path: string) => library['article.get']({ id: idAt(path) }, context),
    readAs: async (path: string, encoding: 'koi8-r' | null) =>
      library['article.readAs']({ id: idAt(path), encoding }, context),
  }
}

function scene(files: Record<string, Uint8Array> = { 'port.txt': CYRILLIC }) {
  const folder = temporaryFolder()
  for (const [path, bytes] of Object.entries(files)) writeFileSync(join(folder, path), bytes)
  return { folder, directory: temporaryFolder() }
}

describe('an encoding chosen for a file', () => {
  it('is guessed with little confidence, says so, and shows how another would read before anything is stored', async () => {
    const { folder, directory } = scene()
    const desk = await open(folder, directory)
    expect(await desk.article('port.txt')).toMatchObject({
      encoding: 'windows-1252',
      encodingConfidence: 0.3,
      encodingChosen: false,
      state: 'partial',
    })
    expect(troubledFiles(desk.session.index, [], 10)).toMatchObject([
      { articleId: desk.idAt('port.txt'), encoding: 'windows-1252', encodingConfidence: 0.3 },
    ])
    const sample = await desk.readAs('port.txt', 'koi8-r')
    expect(sample).toMatchObject({ encoding: 'koi8-r', damaged: false })
    expect(sample.lines[0]).toBe('ASTANA (Kazinform) - Порт Актау.')
    expect((await desk.readAs('port.txt', null)).encoding).toBe('windows-1252')
    expect((await desk.article('port.txt')).text).not.toContain('Порт')
  })

  it('reads the file again at once, is in the list of corrections, and is taken back there', async () => {
    const { folder, directory } = scene()
    const desk = await open(folder, directory)
    const before = await desk.article('port.txt')
    const id = await desk.choose('port.txt', 'koi8-r')
    expect(await desk.article('port.txt')).toMatchObject({
      id: before.id,
      text: STORY,
      encoding: 'koi8-r',
      encodingChosen: true,
      state: 'indexed',
      analysed: true,
    })
    expect(await desk.list()).toMatchObject([{ id, description: 'port.txt is read as koi8-r', holds: true }])
    await desk.takeBack(id)
    expect(await desk.article('port.txt')).toMatchObject({ text: before.text, encodingChosen: false, state: 'partial' })
    expect((await desk.list())[0]?.holds).toBe(false)
  })

  it('holds over an index made anew, over a move, and for the same bytes elsewhere and in an archive', async () => {
    const { folder, directory } = scene()
    const first = await open(folder, directory)
    await first.choose('port.txt', 'koi8-r')
    await first.session.close()
    for (const file of ['index.sqlite', 'index.sqlite-wal', 'index.sqlite-shm'])
      rmSync(join(directory, file), { force: true })
    copyFileSync(join(folder, 'port.txt'), join(folder, 'copy.txt'))
    rmSync(join(folder, 'port.txt'))
    writeFileSync(join(folder, 'all.zip'), zipSync({ 'inner.txt': CYRILLIC }))
    const again = await open(folder, directory)
    for (const path of ['copy.txt', 'all.zip!/inner.txt']) expect((await again.article(path)).text).toBe(STORY)
    const id = (await again.list())[0]?.id ?? ''
    await again.takeBack(id)
    expect((await again.article('all.zip!/inner.txt')).encoding).toBe('windows-1252')
  })

  it('is replaced by a later choice, and by the encoding detected', async () => {
    const { folder, directory } = scene()
    const desk = await open(folder, directory)
    await desk.choose('port.txt', 'utf-16le')
    await desk.choose('port.txt', 'koi8-r')
    expect((await desk.article('port.txt')).text).toBe(STORY)
    await desk.choose('port.txt', null)
    expect((await desk.article('port.txt')).encoding).toBe('windows-1252')
  })

  it('leaves a cited passage where its words are, and never calls another passage by its name', async () => {
    const { folder, directory } = scene({ 'port.txt': iconv.encode(`Порт Актау и Атырау. ${STORY}`, 'utf-16le') })
    const desk = await open(folder, directory)
    const { id, text } = await desk.article('port.txt')
    expect(text).toContain('Порт')
    const start = text.indexOf('Trade rose')
    const anchor = makeAnchor(text, start, start + 'Trade rose by 31 percent'.length, {
      articleId: id,
      path: 'port.txt',
    })
    expect(desk.session.states.place(anchor)).toMatchObject({ state: 'exact', start })
    const choice = await desk.choose('port.txt', 'koi8-r')
    expect(desk.session.states.place(anchor).state).not.toBe('exact')
    expect(desk.session.states.isSettled(() => anchor, id)).toBe(false)
    await desk.takeBack(choice)
    expect(desk.session.states.place(anchor)).toMatchObject({ state: 'exact', start })
    expect(desk.session.states.isSettled(() => anchor, id)).toBe(true)
  })

  it('can be each of those offered', async () => {
    for (const { name } of ENCODING_CHOICES) expect((await encodingNamed(name))?.name).toBe(name)
  })

  it('is refused for the row of a table, which has no bytes of its own', async () => {
    const rows =
      'title,text\nPort,The port of Marenza opened again on Monday after the storm.\nRail,Freight rose by a third in May.\n'
    const { folder, directory } = scene({ 'rows.csv': Buffer.from(rows) })
    const desk = await open(folder, directory)
    const [row] = articlePaths(desk.session.index)
    await expect(desk.readAs(row?.path ?? '', 'koi8-r')).rejects.toMatchObject({ code: 'unsupported' })
  })

  it('travels with a briefing, so that whoever has the file alone can check what is cited from it', async () => {
    const { folder, directory } = scene()
    const desk = await open(folder, directory)
    await desk.choose('port.txt', 'koi8-r')
    const { session } = desk
    const articles = session.articles
    const start = STORY.indexOf('Порт Актау')
    const anchor = makeAnchor(STORY, start, start + 10, { articleId: desk.idAt('port.txt'), path: 'port.txt' })
    const sentence = { id: 's', type: 'fact' as const, text: 'Порт Актау.', likelihood: null, confidence: null }
    const document = await placeBriefing(
      {
        title: 'T',
        marking: '',
        author: '',
        sections: [{ id: 'a', heading: '', sentences: [{ ...sentence, citations: [{ id: 'c', anchor }] }] }],
      },
      {
        articles,
        states: session.states,
        claims: () => Promise.resolve(null),
        grades: () => null,
        onFile: () => ({ conflicts: [], originOf: (path) => path }),
      },
    )
    const file = join(temporaryFolder(), 'b.json')
    writeFileSync(file, toJson(makeSourceTable(document, [], [], sha256)))
    expect(anchor.exact).toBe('Порт Актау')
    expect(await verifyFile(file, folder)).toMatchObject({ sentences: 1, verified: 1, failed: [] })
  })
})
