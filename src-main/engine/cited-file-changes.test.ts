import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { anchorAt } from './briefing/briefing-desk.fixture'
import { saveNote } from './casebook/save-note'
import { articleAtPath } from '../sql/index/article'
import { analysedArticles } from '../sql/index/extraction'
import { temporaryFolder } from '../sql/temporary-folder.fixture'
import { Session } from './session'
import { inlinePool } from './workers/inline-pool.fixture'

const BEFORE =
  'MARENZA, March 12 (LPS) - Seven people died in the fire at the grain terminal. Crews had it under control by noon.'
const AFTER =
  'MARENZA, March 12 (LPS) - Nine people died in the fire at the grain terminal. Crews had it under control by noon.'

it('a cited file that changes or goes is never called exact: the text kept for the note is no file of the folder', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'a.txt')
  writeFileSync(file, BEFORE)
  const session = new Session(folder, { directory: temporaryFolder(), pool: inlinePool() })
  await session.pipeline.run('all')
  const cited = {
    died: anchorAt(BEFORE, 'a.txt', 'Seven people died'),
    noon: anchorAt(BEFORE, 'a.txt', 'under control by noon'),
  }
  const citations = Object.values(cited).map((anchor, i) => ({ id: `00000000-0000-4000-8000-00000000000${i}`, anchor }))
  saveNote(session.store(), {
    id: null,
    expectedRevision: 0,
    title: 'Fire',
    pinned: false,
    body: { type: 'doc', content: [] },
    citations,
  })
  expect(session.states.place(cited.died).state).toBe('exact')

  writeFileSync(file, AFTER)
  utimesSync(file, new Date(), new Date(Date.now() + 5_000))
  await session.pipeline.run('all')
  expect(session.states.place(cited.died)).not.toMatchObject({ state: 'exact', changed: false })
  expect(session.states.place(cited.noon)).toMatchObject({
    articleId: articleAtPath(session.index, 'a.txt'),
    changed: false,
  })

  // What is compared, taught and told of is the folder as it is.
  expect(analysedArticles(session.index)).toEqual([articleAtPath(session.index, 'a.txt')])

  rmSync(file)
  await session.pipeline.run('all')
  for (const anchor of Object.values(cited)) expect(session.states.place(anchor).state).toBe('lost')
  expect(analysedArticles(session.index)).toEqual([])
  await session.close()
})
