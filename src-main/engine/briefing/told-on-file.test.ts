import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Judgement } from '../../domain/compare/conflicts/judgement'
import { articleAtPath } from '../../sql/index/article'
import { relatedArticles } from '../../sql/index/entity-articles'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'
import { indexOnFile } from './told-on-file'

const SEEDS = resolve(import.meta.dirname, '../../../seeds')
const FIRE = '2019-03-12/lps-1120-marenza-terminal.txt'
const BLAST = '2019-03-12/meridian-1405-marenza.html'
const TEA = '2018-08/dongan-0826-tea.txt'

describe('what the sample corpus has on file', () => {
  const session = new Session(SEEDS, { directory: temporaryFolder(), pool: inlinePool() })
  beforeAll(() => session.pipeline.run('all'))
  afterAll(() => session.close())
  const idOf = (path: string) => articleAtPath(session.index, path) ?? ''
  const onFile = (paths: string[], judged: Judgement[] = []) =>
    indexOnFile(
      () => session.index,
      () => judged,
    )(paths.map(idOf))
  const deaths = ({ conflicts }: ReturnType<typeof onFile>) =>
    conflicts.filter(
      ({ kind, sides }) =>
        kind === 'contradiction' && sides.some(({ value }) => value === 17) && sides.some(({ value }) => value === 7),
    )

  it('is what contradicts the cited articles, and nothing of other stories', () => {
    expect(deaths(onFile([FIRE])).length).toBeGreaterThan(0)
    expect(onFile([TEA]).conflicts).toEqual([])
    expect(relatedArticles(session.index, [idOf(FIRE)], 5)).toHaveLength(5)
    expect(relatedArticles(session.index, [idOf(FIRE)], 50)).toContain(idOf(BLAST))
  })

  it('leaves out what the analyst settled', () => {
    const [conflict] = deaths(onFile([FIRE]))
    if (!conflict) throw new Error('The planted contradiction is not found')
    const sides = conflict.sides.map(({ evidence }) =>
      evidence.map(({ path, text }) => ({ articleId: idOf(path), path, text })),
    )
    const judged = (verdict: Judgement['verdict']) => [{ kind: conflict.kind, sides, verdict, note: '', madeAt: '' }]
    expect(deaths(onFile([FIRE], judged('resolved')))).not.toContainEqual(conflict)
    expect(deaths(onFile([FIRE], judged('conflict')))).toContainEqual(conflict)
  })

  it('knows which articles are tellings of one dispatch', () => {
    const { originOf } = onFile([FIRE])
    expect(originOf('2019-03-12/2019-03-12_ledger_port-fire.txt')).toBe(originOf(FIRE))
    expect(originOf(TEA)).toBe(TEA)
  })
})
