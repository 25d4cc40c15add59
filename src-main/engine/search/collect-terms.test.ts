import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { databaseOf } from '../../sql/connection'
import { termsBeginning } from '../../sql/index/search-terms'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'

describe('the list of words', () => {
  it('has every word of the full-text index, however the articles came and went', async () => {
    const folder = temporaryFolder()
    mkdirSync(folder, { recursive: true })
    const session = new Session(folder, { directory: temporaryFolder(), pool: inlinePool() })
    const database = databaseOf(session.index)
    const missing = () =>
      database.prepare('SELECT term FROM temp.article_terms WHERE term NOT IN (SELECT term FROM term)').pluck().all()
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

    for (let i = 0; i < 45; i++) write(`${i}.txt`, `Article number${i} about the Erdoğan${i} 习近平 of Астана.`)
    await session.pipeline.run('text')
    expect(missing()).toEqual([])
    expect(termsBeginning(session.index, 'erdogan4', 3)).toEqual(['erdogan4', 'erdogan40', 'erdogan41'])

    write('45.txt', 'A newcomer')
    await session.pipeline.run('text')
    expect(missing()).toEqual([])
    // The newcomer's row number is free again for the next one.
    rmSync(join(folder, '45.txt'))
    await session.pipeline.run('text')
    write('46.txt', 'Another latecomer')
    await session.pipeline.run('text')
    expect(missing()).toEqual([])

    database.exec("UPDATE article SET reader = 'older'; UPDATE meta SET value = 'older' WHERE key = 'reader'")
    database.exec("DELETE FROM term; UPDATE meta SET value = 'older 46' WHERE key = 'termsUpTo'")
    await session.pipeline.run('text')
    expect(missing()).toEqual([])
    await session.close()
  })
})
