import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { CHANNELS } from '../../contract/channels'
import type { Draft } from '../../contract/decisions'
import { shipStory } from '../../domain/extract/names/made-corpus.fixture'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { storedExtraction } from '../analysis/stored-extraction'
import { decisionHandlers } from '../decisions/decision-handlers'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'
import { learningHandlers } from './learning-handlers'

const STORIES = 60
const TAUGHT = 20

async function scene() {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'wire'))
  for (let i = 0; i < STORIES; i++) writeFileSync(join(folder, `wire/${i}.txt`), shipStory(i).text)
  const session = new Session(folder, { directory: temporaryFolder(), pool: inlinePool() })
  onTestFinished(() => session.close())
  await session.pipeline.run('all')
  const context = { signal: new AbortController().signal }
  const make = async (draft: Draft) =>
    decisionHandlers(() => session)['decision.make'](CHANNELS['decision.make'].input.parse(draft), context)
  const idOf = (i: number) => session.articles.idAt(`wire/${i}.txt`) ?? ''
  /** What a story's ship is taken for. */
  const taken = (i: number) => {
    const { text, start, end } = shipStory(i)
    const entities = storedExtraction(session.index, idOf(i), text)?.entities ?? []
    return entities.find(({ mentions }) => mentions.some((one) => one.start === start && one.end === end))?.type ?? null
  }
  const wrong = () =>
    Array.from({ length: STORIES - TAUGHT }, (_, i) => taken(i + TAUGHT)).filter((type) => type !== 'other').length
  return { session, make, idOf, taken, wrong, learning: learningHandlers(() => session), context }
}

it('an error corrected twenty times is rarer in the other articles, is switched off and on, and forgotten', async () => {
  const { session, make, idOf, taken, wrong, learning, context } = await scene()
  const before = wrong()
  expect(before).toBeGreaterThan(10)
  for (let i = 0; i < TAUGHT; i++) {
    const { start, end, text } = shipStory(i)
    const place = { articleId: idOf(i), start, end }
    await make({ kind: 'add', place, name: text.slice(start, end), type: 'other', everywhere: false })
    await session.settled()
  }
  const state = await learning['learning.get'](null, context)
  expect(state).toMatchObject({ on: true, used: true, refused: false, corrections: TAUGHT })
  expect(state.after).toBeGreaterThanOrEqual(state.before)
  expect(wrong()).toBeLessThan(before * 0.7)
  expect(taken(0)).toBe('other')

  await learning['learning.set']({ on: false }, context)
  await session.settled()
  expect(wrong()).toBe(before)
  await learning['learning.set']({ on: true }, context)
  await session.settled()
  expect(wrong()).toBeLessThan(before * 0.7)
  expect(await learning['learning.reset'](null, context)).toMatchObject({ used: false, learnedFrom: 0 })
  await session.settled()
  expect(wrong()).toBe(before)
  expect(taken(0)).toBe('other')
})
