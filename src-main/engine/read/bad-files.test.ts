import {
  appendFileSync,
  linkSync,
  mkdirSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articleAtPath, articlePaths, readArticle } from '../../sql/index/article'
import { listArticles } from '../../sql/index/library'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { packed } from '../formats/zip/packed.fixture'
import { runSearch } from '../search/run-search'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'
import type { PoolLike } from '../workers/worker-pool'

/** A folder as `prepare` leaves it, with a canary beside, read once. */
async function read(prepare: (folder: string) => void, pool: PoolLike = inlinePool()) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'canary.txt'), 'The canary sings.')
  prepare(folder)
  const session = new Session(folder, { directory: temporaryFolder(), pool })
  const report = await session.pipeline.run('text')
  const { files, indexed, partial, unchanged, moved, skipped, failed } = report
  expect(indexed + partial + unchanged + moved + skipped + failed).toBe(files)
  expect(find(session, 'canary')).toEqual(['canary.txt'])
  return { folder, session, report }
}

const find = (session: Session, query: string) =>
  runSearch(session.index, query, { sort: 'relevance', limit: 50, offset: 0 }).hits.map((hit) => hit.facts.path)
const paths = (session: Session) => articlePaths(session.index).map(({ path }) => path)

describe('bad files', () => {
  it('B16: names that turn the direction of writing are kept as they are, with their real ending', async () => {
    const { session } = await read((folder) => {
      writeFileSync(join(folder, 'report\u202etxt.exe.txt'), 'Turned round')
      writeFileSync(join(folder, 'تقرير.txt'), 'تقرير عن الميناء والسفن العائدة')
    })
    expect(paths(session)).toEqual(['canary.txt', 'report\u202etxt.exe.txt', 'تقرير.txt'])
    await session.close()
  })

  it('B22, B23, B24: links to themselves, out of the folder and to nothing are passed over, each with its reason', async () => {
    const { session, report } = await read((folder) => {
      mkdirSync(join(folder, 'a'))
      writeFileSync(join(folder, 'a', 'in.txt'), 'Inside')
      symlinkSync(folder, join(folder, 'a', 'up'))
      symlinkSync(join(folder, 'a'), join(folder, 'b'))
      symlinkSync('/etc/passwd', join(folder, 'passwd.txt'))
      symlinkSync('/nowhere/at/all', join(folder, 'dangling.txt'))
      symlinkSync('loop.txt', join(folder, 'loop.txt'))
    })
    expect(paths(session)).toEqual(['a/in.txt', 'canary.txt'])
    expect(report.problems.map(({ path, state }) => [path, state])).toEqual(
      ['a/up', 'b', 'dangling.txt', 'loop.txt', 'passwd.txt'].map((path) => [path, 'skipped']),
    )
    expect(report.problems.at(-1)?.reason).toMatch(/outside the folder/)
    expect(find(session, 'root')).toEqual([])
    await session.close()
  })

  it('B27: hard links and a thousand copies are one article with all its paths', async () => {
    const { session, report } = await read((folder) => {
      writeFileSync(join(folder, 'one.txt'), 'Copied words')
      linkSync(join(folder, 'one.txt'), join(folder, 'twin.txt'))
      for (let i = 0; i < 1000; i++) writeFileSync(join(folder, `copy-${i}.txt`), 'Copied words')
      writeFileSync(join(folder, 'packed.zip'), packed({ 'inside.txt': 'Copied words' }))
    })
    expect(report.indexed).toBe(1005)
    expect(find(session, 'copied')).toHaveLength(1)
    expect(readArticle(session.index, articleAtPath(session.index, 'one.txt') ?? '')?.paths).toHaveLength(1003)
    await session.close()
  })

  it('B28: thousands of files in one folder', async () => {
    const { session, report } = await read((folder) => {
      for (let i = 0; i < 3000; i++) writeFileSync(join(folder, `${i}.txt`), `Number n${i} of many`)
    })
    expect(report.indexed).toBe(3001)
    expect(find(session, 'n2999')).toEqual(['2999.txt'])
    await session.close()
  })

  it('B29: a file that grows while it is read is said to, and read again with the next scan', async () => {
    const inner = inlinePool()
    let growing = true
    const { session, report } = await read((folder) => writeFileSync(join(folder, 'log.html'), '<p>Begun</p>'), {
      ...inner,
      run: (task, onPart) => {
        if (task.kind === 'read' && growing)
          for (const file of task.files)
            if (file.path === 'log.html') appendFileSync(join(task.folder, file.path), '<p>grown</p>')
        return inner.run(task, onPart)
      },
    })
    // What the reader met is what is stored, with the size and time that belong to it.
    growing = false
    expect(report.indexed).toBe(2)
    expect(find(session, 'grown')).toEqual(['log.html'])
    appendFileSync(join(session.place.folder, 'log.html'), '<p>afterwards</p>')
    await session.pipeline.run('text')
    expect(find(session, 'afterwards')).toEqual(['log.html'])
    await session.close()
  })

  it('B30: a file that goes, or gives its place to a folder, between the walk and the reading is no error', async () => {
    const inner = inlinePool()
    const { session, report } = await read(
      (folder) => {
        for (const name of ['gone.txt', 'swapped.txt', 'moved.txt'])
          writeFileSync(join(folder, name), `Words of ${name}`)
      },
      {
        ...inner,
        run: (task, onPart) => {
          if (task.kind === 'read') {
            unlinkSync(join(task.folder, 'gone.txt'))
            unlinkSync(join(task.folder, 'swapped.txt'))
            mkdirSync(join(task.folder, 'swapped.txt'))
            renameSync(join(task.folder, 'moved.txt'), join(task.folder, 'found.txt'))
          }
          return inner.run(task, onPart)
        },
      },
    )
    expect(report.files).toBe(report.indexed + report.skipped + report.failed)
    expect(paths(session)).toEqual(['canary.txt'])
    await session.close()
  })

  it('B59: times before 1970 and far ahead sort, and drop nothing', async () => {
    const { session } = await read((folder) => {
      for (const [name, time] of [['old', -86_400], ['start', 0], ['far', 4_294_967_296]] as const) {
        writeFileSync(join(folder, `${name}.txt`), `Words of ${name}`)
        utimesSync(join(folder, `${name}.txt`), new Date(time * 1000), new Date(time * 1000))
      }
      writeFileSync(join(folder, 'future.eml'), 'From: a@b\nSubject: From the future\nDate: Wed, 17 Oct 2068 09:00:00 +0000\nMessage-ID: <1>\n\nWords')
    }) // prettier-ignore
    const { rows } = listArticles(session.index, {
      sort: 'date', descending: true, from: null, to: null, place: null, agency: null, language: null, among: null, without: [], offset: 0, limit: 10,
    }) // prettier-ignore
    expect(rows.map((row) => row.path)).toEqual(['far.txt', 'future.eml', 'canary.txt', 'start.txt', 'old.txt'])
    expect(statSync(join(session.place.folder, 'old.txt')).mtimeMs).toBe(-86_400_000)
    expect(await session.pipeline.run('text')).toMatchObject({ unchanged: 5, indexed: 0 })
    await session.close()
  })
})
