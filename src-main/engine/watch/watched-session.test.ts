import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { articlePaths } from '../../sql/index/article'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'

it('an open folder takes in what is put into it, in new folders too, without being asked', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'first.txt'), 'The first of them')
  let articles: (count: number) => void = () => undefined
  const session = new Session(folder, {
    directory: temporaryFolder(),
    pool: inlinePool(),
    watch: true,
    emit: (event, payload) => {
      if (event === 'articles.changed') articles((payload as { articles: number }).articles)
    },
  })
  const has = (wanted: number) =>
    new Promise<void>((resolve) => {
      articles = (count) => {
        if (count === wanted) resolve()
      }
    })
  const one = has(1)
  session.rescan()
  await one
  const two = has(2)
  mkdirSync(join(folder, 'new'))
  writeFileSync(join(folder, 'new', 'second.txt'), 'The second of them')
  await two
  expect(articlePaths(session.index).map(({ path }) => path)).toEqual(['first.txt', 'new/second.txt'])
  await session.close()
})
