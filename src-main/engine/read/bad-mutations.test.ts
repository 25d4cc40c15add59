import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seededRandom } from '../../domain/evidence/edited-articles.fixture'
import { articlePaths, readArticle } from '../../sql/index/article'
import { troubledFiles } from '../../sql/index/file'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { everyFormat } from '../formats/every-format.fixture'
import { isLeftByPdf } from '../formats/pdf/left-rejections'
import { runSearch } from '../search/run-search'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'

/** Of each format; `npm run test:inputs -- --full` makes 500. */
const MUTATIONS = process.env['DATELINE_FULL'] ? 500 : 12
/** Share of the bytes that is changed, as zzuf has it. */
const RATIO = 0.004

/** Changes some bytes, and now and then cuts the end off or doubles a piece. */
function mutated(bytes: Buffer, next: () => number): Buffer {
  const copy = Buffer.from(bytes)
  const changes = Math.max(1, Math.round(copy.length * RATIO))
  for (let i = 0; i < changes; i++) copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256)
  const kind = next()
  if (kind < 0.1) return copy.subarray(0, Math.floor(next() * copy.length))
  if (kind > 0.9) return Buffer.concat([copy, copy.subarray(Math.floor(next() * copy.length))])
  return copy
}

const formats = await everyFormat()

// The test runner counts every rejection that nobody waits for as a failure; those that pdf.js leaves behind are expected here.
const listeners = process.listeners('unhandledRejection')
const onlyOurs = (reason: unknown, promise: Promise<unknown>) => {
  if (!isLeftByPdf(reason)) for (const listener of listeners) listener(reason, promise)
}
beforeAll(() => {
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', onlyOurs)
})
afterAll(() => {
  process.removeAllListeners('unhandledRejection')
  for (const listener of listeners) process.on('unhandledRejection', listener)
})

it('every sound file is read, and found by its words', async () => {
  const folder = temporaryFolder()
  for (const [name, bytes] of Object.entries(formats)) writeFileSync(join(folder, name), bytes)
  const session = new Session(folder, { directory: temporaryFolder(), pool: inlinePool() })
  expect((await session.pipeline.run('text')).problems).toEqual([])
  const texts = articlePaths(session.index).map(
    ({ path, hash }) => [path, readArticle(session.index, hash)?.text ?? ''] as const,
  )
  for (const name of Object.keys(formats)) {
    const own = texts.filter(([path]) => path === name || path.startsWith(`${name}!/`))
    expect([name, own.length > 0 && own.every(([, text]) => text.includes('harbour was full'))]).toEqual([name, true])
  }
  await session.close()
})

it(
  `B60: ${MUTATIONS} mutations of each format end in one state each, without a fault of ours`,
  { timeout: 600_000 },
  async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'canary.txt'), 'The canary sings.')
    Object.entries(formats).forEach(([name, bytes], kind) => {
      const next = seededRandom(kind + 1)
      mkdirSync(join(folder, name))
      for (let i = 0; i < MUTATIONS; i++) writeFileSync(join(folder, name, `${i}-${name}`), mutated(bytes, next))
    })
    const session = new Session(folder, { directory: temporaryFolder(), pool: inlinePool() })
    const { files, indexed, partial, skipped, failed } = await session.pipeline.run('text')
    expect(files).toBeGreaterThan(MUTATIONS * Object.keys(formats).length)
    expect(indexed + partial + skipped + failed).toBe(files)
    expect(troubledFiles(session.index, [], 1e6).filter(({ cause }) => cause === 'fault' || cause === 'crash')).toEqual(
      [],
    )
    const { hits } = runSearch(session.index, 'canary', { sort: 'relevance', limit: 10, offset: 0 })
    expect(hits.map((hit) => hit.facts.path)).toEqual(['canary.txt'])
    await session.close()
  },
)
