import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { databaseOf } from '../sql/connection'
import { articlePaths, countArticles } from '../sql/index/article'
import { listEntities } from '../sql/index/entity'
import { temporaryFolder } from '../sql/temporary-folder.fixture'
import { libraryHandlers } from './library/library-handlers'
import { runSearch } from './search/run-search'
import { searchHandlers } from './search/search-handlers'
import { Session } from './session'
import { inlinePool } from './workers/inline-pool.fixture'

const write = (folder: string, files: Record<string, string | Buffer>) => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

const NEWS = {
  'a/forum.txt':
    'date 2017-11-09 CHELYABINSK. KAZINFORM The governments of Kazakhstan and Russia signed 10 agreements during the forum. "We are glad," President Vladimir Putin said.',
  'b/gas.txt':
    'PARIS, March 3 (AFP) - Gas prices rose by 31 percent, the ministry said on Friday. Negotiations continue in Paris.',
  'c/note.md': '---\ntitle: A note on oil\ndate: 2018-02-01\n---\n\nOil prices fell in Astana.',
  'd/page.html':
    '<html><head><title>Bank closes</title><meta property="article:published_time" content="2020-06-02"></head><body><article><h1>Bank closes</h1><p>The Corvane Bank closed its doors on Tuesday after a long run of losses.</p><p>Its chairman, Edda Holm, told reporters that savers would lose nothing.</p></article></body></html>',
}

async function indexed(files: Record<string, string | Buffer> = NEWS) {
  const folder = temporaryFolder()
  const data = temporaryFolder()
  write(folder, files)
  const session = new Session(folder, { directory: data, pool: inlinePool() })
  const report = await session.pipeline.run('all')
  return { folder, data, session, report }
}

const paths = (session: Session, query: string) =>
  runSearch(session.index, query, { sort: 'relevance', limit: 50, offset: 0 }).hits.map((hit) => hit.facts.path)

describe('a session', () => {
  it('reads everything again, once, when other readers made the index, and keeps each article its number', async () => {
    const { session } = await indexed()
    const database = databaseOf(session.index)
    const numbers = () => database.prepare('SELECT id, lower(hex(hash)) AS hash FROM article ORDER BY id').all()
    const before = numbers()
    database.exec("UPDATE article SET reader = 'older', agency = 'Wrong', title = 'Wrong'")
    database.exec("UPDATE meta SET value = 'older' WHERE key = 'reader'")
    expect(await session.pipeline.run('all')).toMatchObject({ files: 4, indexed: 4, unchanged: 0 })
    expect(numbers()).toEqual(before)
    expect(
      database.prepare("SELECT count(*) FROM article WHERE agency = 'Wrong' OR title = 'Wrong'").pluck().get(),
    ).toBe(0)
    expect(paths(session, 'agreements')).toEqual(['a/forum.txt'])
    expect(listEntities(session.index, { type: 'person', name: 'Putin', limit: 5 })).toMatchObject([{ articles: 1 }])
    const counted =
      'SELECT articles = (SELECT count(*) FROM article WHERE block_id = block.id) + (SELECT count(*) FROM extraction WHERE block_id = block.id) FROM block'
    expect(new Set(database.prepare(counted).pluck().all())).toEqual(new Set([1]))
    expect(await session.pipeline.run('all')).toMatchObject({ indexed: 0, unchanged: 4 })
    await session.close()
  })

  it('reads a folder, makes it searchable and analyses it', async () => {
    const { session, report } = await indexed()
    expect(report).toMatchObject({ files: 4, indexed: 4, partial: 0, skipped: 0, failed: 0, problems: [] })
    expect(paths(session, 'gas')).toEqual(['b/gas.txt'])
    expect(paths(session, 'negotiation')).toEqual(['b/gas.txt'])
    expect(paths(session, '=negotiation')).toEqual([])
    expect(paths(session, 'person:Putin')).toEqual(['a/forum.txt'])
    expect(paths(session, 'agency:kazinform')).toEqual(['a/forum.txt'])
    expect(paths(session, 'place:chelyabinsk 2017-11..2017-12')).toEqual(['a/forum.txt'])
    expect(paths(session, 'title:bank')).toEqual(['d/page.html'])
    expect(paths(session, 'prices -gas')).toEqual(['c/note.md'])
    expect(paths(session, 'path:note OR "savers would lose"').sort()).toEqual(['c/note.md', 'd/page.html'])
    expect(paths(session, '2018..2021')).toEqual(['d/page.html', 'c/note.md'])
    expect(listEntities(session.index, { type: 'person', name: 'putin', limit: 5 })).toMatchObject([
      { name: 'Vladimir Putin', articles: 1 },
    ])
    await session.close()
  })

  it('gives the screen an article whose spans are its own words', async () => {
    const { session } = await indexed()
    const handlers = libraryHandlers(() => session)
    const context = { signal: new AbortController().signal }
    const list = await handlers['library.list'](
      { sort: 'date', descending: true, unreadOnly: false, starredOnly: false, from: null, to: null, place: null, agency: null, language: null, offset: 0, limit: 10 },
      context,
    ) // prettier-ignore
    expect(list.rows.map((row) => row.path)).toEqual(
      ['d/page.html', 'c/note.md', 'a/forum.txt', 'b/gas.txt'].sort(
        (a, b) => list.rows.findIndex((r) => r.path === a) - list.rows.findIndex((r) => r.path === b),
      ),
    )
    expect(list).toMatchObject({ total: 4 })
    for (const row of list.rows) {
      const article = await handlers['article.get']({ id: row.id }, context)
      expect(article.extraction?.sentences.length).toBeGreaterThan(0)
      for (const entity of article.extraction?.entities ?? [])
        for (const mention of entity.mentions) expect(article.text.slice(mention.start, mention.end)).toBe(mention.text)
      for (const block of article.blocks)
        expect(article.text.slice(block.start, block.end)).toBe(article.text.slice(block.start, block.end).trim())
    }
    const found = await searchHandlers(() => session)['search.run'](
      { query: 'prices', spellings: true, newOf: null, sort: 'relevance', limit: 10, offset: 0 },
      context,
    )
    for (const hit of found.hits) {
      const { text } = await handlers['article.get']({ id: hit.id }, context)
      expect(hit.spans.map((span) => text.slice(span.start, span.end).toLowerCase())).toContain('prices')
      expect(text).toContain(hit.snippet)
      expect(hit.marks.map((mark) => hit.snippet.slice(mark.start, mark.end).toLowerCase())).toContain('prices')
    }
    await handlers['article.mark']({ id: found.hits[0]?.id ?? '', read: true }, context)
    const unread = await handlers['library.list'](
      { sort: 'path', descending: false, unreadOnly: true, starredOnly: false, from: null, to: null, place: null, agency: null, language: null, offset: 0, limit: 10 },
      context,
    ) // prettier-ignore
    expect(unread.total).toBe(3)
    await session.close()
  })

  it('reads again only what changed', async () => {
    const { folder, session } = await indexed()
    expect(await session.pipeline.run('all')).toMatchObject({ indexed: 0, unchanged: 4 })
    write(folder, { 'b/gas.txt': 'PARIS, March 3 (AFP) - Coal prices rose.', 'e.txt': 'A new story about wind.' })
    expect(await session.pipeline.run('all')).toMatchObject({ files: 5, indexed: 2, unchanged: 3, removed: 0 })
    expect(paths(session, 'gas')).toEqual([])
    expect(paths(session, 'coal')).toEqual(['b/gas.txt'])
    expect(countArticles(session.index)).toBe(5)
    rmSync(join(folder, 'e.txt'))
    expect(await session.pipeline.run('all')).toMatchObject({ files: 4, removed: 1, unchanged: 4 })
    expect(paths(session, 'wind')).toEqual([])
    await session.close()
  })

  it('knows an article again under another name, with its analysis, without a second one', async () => {
    const { folder, session } = await indexed()
    const before = articlePaths(session.index)
    mkdirSync(join(folder, 'moved'))
    renameSync(join(folder, 'a/forum.txt'), join(folder, 'moved/forum.txt'))
    renameSync(join(folder, 'b/gas.txt'), join(folder, 'x.txt'))
    renameSync(join(folder, 'c/note.md'), join(folder, 'b/gas.txt'))
    renameSync(join(folder, 'x.txt'), join(folder, 'c/note.md'))
    const report = await session.pipeline.run('all')
    expect(report).toMatchObject({ files: 4, removed: 0, failed: 0 })
    const hashes = (list: { hash: string }[]) => list.map((row) => row.hash).sort()
    expect(hashes(articlePaths(session.index))).toEqual(hashes(before))
    expect(countArticles(session.index)).toBe(4)
    expect(paths(session, 'person:Putin')).toEqual(['moved/forum.txt'])
    await session.close()
  })

  it('keeps one text for many files with the same bytes, and all their paths', async () => {
    const copies = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [`copy-${i}.txt`, 'The same short story about a harbour.']),
    )
    const { folder, session, report } = await indexed({ ...copies, 'other.txt': 'Another story.' })
    linkSync(join(folder, 'other.txt'), join(folder, 'twin.txt'))
    await session.pipeline.run('all')
    expect(report.indexed).toBe(101)
    expect(countArticles(session.index)).toBe(2)
    const { hits } = runSearch(session.index, 'harbour', { sort: 'relevance', limit: 10, offset: 0 })
    expect(hits.map((hit) => hit.facts.copies)).toEqual([99])
    rmSync(join(folder, 'copy-0.txt'))
    await session.pipeline.run('all')
    expect(paths(session, 'harbour')).toEqual(['copy-1.txt'])
    await session.close()
  })

  it('rebuilds a damaged index from the files and says so', async () => {
    const { folder, data, session } = await indexed()
    await session.close()
    truncateSync(join(data, 'index.sqlite'), 5000)
    const again = new Session(folder, { directory: data, pool: inlinePool() })
    expect(again.info().notice).toMatchObject({ kind: 'index-rebuilding' })
    await again.pipeline.run('all')
    expect(paths(again, 'gas')).toEqual(['b/gas.txt'])
    expect(statSync(join(data, 'damaged')).isDirectory()).toBe(true)
    await again.close()
  })

  it('finds a damaged page that nobody has met yet, and makes the index anew', async () => {
    const stories = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`${i}.txt`, `Story ${i} of ships and harbours.`]),
    )
    const { folder, data, session } = await indexed(stories)
    const page = Number(
      databaseOf(session.index).prepare("SELECT max(pageno) FROM dbstat WHERE name = 'article_fts_data'").pluck().get(),
    )
    const size = Number(databaseOf(session.index).pragma('page_size', { simple: true }))
    await session.close()
    const file = openSync(join(data, 'index.sqlite'), 'r+')
    writeSync(file, Buffer.alloc(size, 0xaa), 0, size, (page - 1) * size)
    closeSync(file)
    const troubles: unknown[] = []
    const again = new Session(folder, {
      directory: data,
      pool: inlinePool(),
      onTrouble: (error) => troubles.push(error),
    })
    again.rescan()
    await vi.waitUntil(
      () =>
        existsSync(join(data, 'damaged')) &&
        again.pipeline.status().phase === 'idle' &&
        again.pipeline.status().articles === 300,
      20_000,
    )
    expect(troubles).toEqual([expect.objectContaining({ code: 'damaged' })])
    expect(again.info().notice).toMatchObject({ kind: 'index-rebuilding' })
    expect(runSearch(again.index, 'harbours', { sort: 'relevance', limit: 1, offset: 0 }).total).toBe(300)
    await again.close()
  })

  it('does not touch the index of a folder that another program has open', async () => {
    const { folder, data, session } = await indexed()
    session.store()
    expect(() => new Session(folder, { directory: data, pool: inlinePool() })).toThrow(
      expect.objectContaining({ code: 'in_use' }),
    )
    await session.close()
  })

  it('leaves every source file as it was, bytes and times', async () => {
    const folder = temporaryFolder()
    write(folder, NEWS)
    for (const path of Object.keys(NEWS)) {
      utimesSync(join(folder, path), 1000, 1000)
      chmodSync(join(folder, path), 0o444)
    }
    const session = new Session(folder, { directory: temporaryFolder(), pool: inlinePool() })
    await session.pipeline.run('all')
    await session.close()
    for (const path of Object.keys(NEWS)) expect(statSync(join(folder, path)).mtimeMs).toBe(1_000_000)
  })

  it('stops when cancelled, keeps what it has, and goes on with the next run', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 600 }, (_, i) => [`${i}.txt`, `Story number ${i} about harbours.`]),
    )
    const folder = temporaryFolder()
    write(folder, files)
    const pool = inlinePool()
    const data = temporaryFolder()
    let tasks = 0
    const session: Session = new Session(folder, {
      directory: data,
      pool: {
        ...pool,
        run: (task) => {
          if (++tasks === 3) session.pipeline.cancel()
          return pool.run(task)
        },
      },
    })
    await session.pipeline.run('all')
    const part = countArticles(session.index)
    expect(part).toBeGreaterThan(0)
    expect(part).toBeLessThan(600)
    expect(session.pipeline.status().phase).toBe('cancelled')
    await session.close()
    const rest = new Session(folder, { directory: data, pool })
    await rest.pipeline.run('all')
    expect(countArticles(rest.index)).toBe(600)
    expect(runSearch(rest.index, 'harbours', { sort: 'relevance', limit: 1, offset: 0 }).total).toBe(600)
    await rest.close()
  })

  it('follows no links out of the folder', async () => {
    const outside = temporaryFolder()
    write(outside, { 'secret.txt': 'A secret about submarines.' })
    const folder = temporaryFolder()
    write(folder, { 'in.txt': 'A story about boats.' })
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'out.txt'))
    symlinkSync(outside, join(folder, 'outside'))
    symlinkSync(folder, join(folder, 'self'))
    symlinkSync(join(folder, 'in.txt'), join(folder, 'alias.txt'))
    symlinkSync('/nowhere', join(folder, 'dangling.txt'))
    const session = new Session(folder, { directory: temporaryFolder(), pool: inlinePool() })
    const report = await session.pipeline.run('all')
    expect(report).toMatchObject({ files: 6, indexed: 1, skipped: 5 })
    expect(paths(session, 'submarines')).toEqual([])
    const reasons = new Map(report.problems.map(({ path, reason }) => [path, reason]))
    for (const path of ['out.txt', 'outside']) expect(reasons.get(path)).toMatch(/outside the folder/)
    expect(reasons.get('self') ?? '').not.toMatch(/outside the folder/)
    await session.close()
  })
})
