import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { builtCli } from '../../cli/built-cli.fixture'
import { databaseOf } from '../../sql/connection'
import { articlePaths, countArticles } from '../../sql/index/article'
import { JsonFile } from '../json-file'
import { checkHealth } from '../../sql/health'
import { runSearch } from '../search/run-search'
import { z } from 'zod'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'
import { WorkerLost } from '../workers/worker-pool'
import { makeScene, Scene } from './scene.fixture'

const INDEX = 'index.sqlite'
const cli = builtCli()

/** The command line on the scene's folder and workspace. */
const indexing = (scene: Scene): string[] => [
  cli.script,
  'index',
  scene.folder,
  '--workspace',
  scene.directory,
  '--json',
]

function addMany(scene: Scene, count: number): void {
  mkdirSync(scene.source('many'))
  for (let i = 0; i < count; i++)
    writeFileSync(
      join(scene.source('many'), `${i}.txt`),
      `PARIS, March 3 (AFP) - Ship ${i} left on Friday, said John Smith.`,
    )
}

describe('the index', () => {
  const damages: Record<string, (file: string) => void> = {
    'F17 index deleted': (file) => rmSync(file),
    'F17 index overwritten': (file) => writeFileSync(file, Buffer.alloc(readFileSync(file).length, 'garbage ')),
    'F17 index cut in half': (file) => truncateSync(file, readFileSync(file).length >> 1),
  }
  for (const [name, damage] of Object.entries(damages)) {
    it(`${name}: made anew from the files, notes usable at once`, async () => {
      const scene = await makeScene()
      damage(scene.file(INDEX))
      const session = await scene.open({ read: false })
      scene.save(session, 'Before anything is read', 'at once')
      await session.close()
      await scene.expectWhole()
    })
  }

  it('F18 rows of the full text gone: found by the check of the whole index, which is made anew', async () => {
    const scene = await makeScene()
    const session = await scene.open()
    // SQLite defends its shadow tables; only a database opened for this may touch them.
    const database = databaseOf(session.index)
    database.unsafeMode(true)
    database.exec('DELETE FROM article_fts_data WHERE rowid > 10')
    expect(database.pragma('integrity_check(1)', { simple: true })).not.toBe('ok')
    database.unsafeMode(false)
    await session.close()
    const again = await scene.open({ read: false })
    again.rescan()
    await vi.waitFor(() => expect(readdirSync(scene.file('damaged'))).toHaveLength(1), 10_000)
    await vi.waitFor(() => expect(checkHealth(again.index).verdict).toBe('ok'), 10_000)
    await again.close()
    await scene.expectWhole()
  })
})

describe('files change under the reading', () => {
  it('F29 files deleted, cut and replaced between two looks: each has one end, nothing fails', async () => {
    const scene = await makeScene()
    const session = await scene.open()
    rmSync(scene.source('fire.txt'))
    truncateSync(scene.source('grain.txt'), 0)
    writeFileSync(scene.source('port.txt'), 'MARENZA, March 13 (LPS) - Quite another report of the ferry.')
    const report = await session.pipeline.run('all')
    expect(report).toMatchObject({ removed: 1, failed: 0 })
    const ferry = runSearch(session.index, 'ferry', { sort: 'relevance', limit: 5, offset: 0 })
    expect(ferry.hits.map(({ facts }) => facts.path)).toEqual(['port.txt'])
    await session.close()
    await scene.expectWhole()
  })

  it('F30 the folder’s files moved: the same articles under other paths, none twice', async () => {
    const scene = await makeScene()
    addMany(scene, 500)
    const session = await scene.open()
    const before = countArticles(session.index)
    renameSync(scene.source('many'), scene.source('moved'))
    const report = await session.pipeline.run('all')
    expect(report).toMatchObject({ moved: 500, failed: 0 })
    expect(countArticles(session.index)).toBe(before)
    await session.close()
    await scene.expectWhole()
  })

  it('F28 the whole folder gone while it is open: notes are saved, what was read is there, and comes back', async () => {
    const scene = await makeScene()
    const session = await scene.open()
    renameSync(scene.folder, `${scene.folder}-away`)
    await session.pipeline.run('all').catch(() => undefined)
    scene.save(session, 'While it was away', 'still saved')
    const canary = runSearch(session.index, 'kanarienvogel', { sort: 'relevance', limit: 5, offset: 0 })
    expect(canary.hits).toHaveLength(1)
    renameSync(`${scene.folder}-away`, scene.folder)
    await session.close()
    await scene.expectWhole()
  })
})

describe('the machine', () => {
  it('F35 few open files allowed: everything is read all the same', async () => {
    const scene = await makeScene()
    addMany(scene, 400)
    const run = spawnSync('sh', ['-c', 'ulimit -n 64 && exec "$0" "$@"', process.execPath, ...indexing(scene)], {
      encoding: 'utf8',
    })
    expect([run.status, run.stderr]).toEqual([0, ''])
    expect(JSON.parse(run.stdout)).toMatchObject({ files: 404, failed: 0 })
    await scene.expectWhole()
  })

  it('B26 a file and a folder nobody may read, seen by an account that is not root: counted, with the reason', () => {
    const scene = new Scene()
    writeFileSync(scene.source('canary.txt'), 'The kanarienvogel sings.')
    writeFileSync(scene.source('closed.txt'), 'Closed words')
    mkdirSync(scene.source('closed'))
    chmodSync(scene.source('closed.txt'), 0)
    chmodSync(scene.source('closed'), 0)
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    if (nobody.uid) for (const path of [scene.folder, scene.directory]) chownSync(path, nobody.uid, nobody.gid)
    const run = spawnSync(process.execPath, indexing(scene), { encoding: 'utf8', ...nobody })
    const report = JSON.parse(run.stdout) as {
      files: number
      indexed: number
      problems: { path: string; reason: string }[]
    }
    expect(report).toMatchObject({ files: 3, indexed: 1 })
    expect(report.problems.map(({ path, reason }) => [path, /permission/i.test(reason)])).toEqual([['closed', true], ['closed.txt', true]]) // prettier-ignore
    chmodSync(scene.source('closed'), 0o700)
  })

  it('F5 a reader that hangs over one file: that file timed out, the others are read', async () => {
    const scene = await makeScene()
    for (const name of ['a', 'hang', 'z']) writeFileSync(scene.source(`${name}.txt`), `Words of ${name}.`)
    const pool = inlinePool()
    const run: typeof pool.run = (task) => {
      const at = task.kind === 'read' ? task.files.findIndex(({ path }) => path === 'hang.txt') : -1
      return at < 0 ? pool.run(task) : Promise.reject(new WorkerLost('timeout', at, 'as after 30 seconds'))
    }
    const session = new Session(scene.folder, { directory: scene.directory, pool: { ...pool, run } })
    const report = await session.pipeline.run('all')
    expect(report).toMatchObject({ files: 7, failed: 1 })
    expect(report.problems).toMatchObject([
      { path: 'hang.txt', state: 'failed', reason: expect.stringMatching(/longer than 30 seconds/) as string },
    ])
    expect(articlePaths(session.index).map(({ path }) => path)).toEqual(expect.arrayContaining(['a.txt', 'z.txt']))
    await session.close()
    await scene.expectWhole()
  })

  it('F38 stopped and woken while it indexes: goes on, no row twice', async () => {
    const scene = await makeScene()
    addMany(scene, 1500)
    const child = spawn(process.execPath, indexing(scene), { stdio: ['ignore', 'pipe', 'ignore'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    let naps = 0
    const nap = setInterval(() => {
      naps += 1
      child.kill('SIGSTOP')
      setTimeout(() => child.kill('SIGCONT'), 60)
    }, 150)
    const [code] = (await once(child, 'close')) as [number]
    clearInterval(nap)
    expect([code, naps > 1]).toEqual([0, true])
    expect(JSON.parse(output)).toMatchObject({ files: 1504, failed: 0 })
    const session = await scene.open()
    expect(new Set(articlePaths(session.index).map(({ path }) => path)).size).toBe(1504)
    expect(articlePaths(session.index)).toHaveLength(1504)
    expect(countArticles(session.index)).toBe(1504)
    await session.close()
    await scene.expectWhole()
  })

  it.each(['', '{', 'null', '[1,2', '\0\0\0'])(
    'F36 a settings file that holds %j: the default, and the bad copy is kept',
    async (content) => {
      const scene = await makeScene()
      const path = scene.file('state.json')
      writeFileSync(path, content)
      const file = new JsonFile(path, z.record(z.string(), z.string()), { fallback: 'yes' })
      expect(file.read()).toEqual({ fallback: 'yes' })
      expect(readFileSync(`${path}.broken`, 'utf8')).toBe(content)
      file.write({ next: 'works' })
      expect(existsSync(path) && readdirSync(scene.directory).filter((name) => name.endsWith('.tmp'))).toEqual([])
    },
  )
})
