// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import type { FakeBridge } from '@/bridge/fake/fake-bridge'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import { useUndo } from '@/features/undo/undo-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { useCodes } from './codes-store'

describe('the codes', () => {
  let bridge: FakeBridge
  beforeEach(async () => {
    bridge = withFake().bridge
    await useWorkspace().start()
  })
  const anchor = (start: number) => {
    const view = bridge.views[0]
    if (!view) throw new Error('no article')
    const exact = view.text.slice(start, start + 4)
    return { articleId: view.id, path: view.path, start, end: start + 4, exact, prefix: '', suffix: '' }
  }
  const shape = () => useCodes().tree.map(({ code, depth }) => `${'-'.repeat(depth)}${code.name}`)
  const code = (name: string) => {
    const found = useCodes().codes.find((one) => one.name === name)
    if (!found) throw new Error(`no code ${name}`)
    return found
  }

  it('are moved by steps, merged and split, and every change is undone and done again in order', async () => {
    const codes = useCodes()
    const undos = useUndo()
    for (const name of ['Port', 'Berths', 'Grain']) await codes.create(name, null)
    await codes.step(code('Berths'), 'in')
    expect(shape()).toEqual(['Port', '-Berths', 'Grain'])
    await codes.step(code('Berths'), 'out')
    await codes.step(code('Berths'), 'down')
    expect(shape()).toEqual(['Port', 'Grain', 'Berths'])
    expect(await codes.step(code('Port'), 'up')).toBe(false)

    await codes.assign(code('Grain').id, anchor(0))
    await codes.assign(code('Grain').id, anchor(10))
    await codes.assign(code('Berths').id, anchor(10))
    await codes.merge(code('Grain'), code('Berths'))
    expect([shape(), codes.countOf(code('Berths').id)]).toEqual([['Port', 'Berths'], 2])
    const [first] = codes.codings.filter(({ codeId }) => codeId === code('Berths').id)
    await codes.split(code('Berths'), 'Closed', [first?.id ?? ''])
    expect([shape(), codes.countOf(code('Closed').id)]).toEqual([['Port', 'Berths', 'Closed'], 1])

    const all = undos.done.length
    for (let i = 0; i < all; i++) await undos.undo()
    expect([shape(), codes.codings]).toEqual([[], []])
    for (let i = 0; i < all; i++) await undos.redo()
    expect([shape(), codes.codings.length]).toEqual([['Port', 'Berths', 'Closed'], 2])
  })

  it('show what stands in an open article, and say when a passage is coded already', async () => {
    const codes = useCodes()
    const id = await codes.create('Port', null)
    const at = anchor(0)
    await codes.loadArticle(at.articleId)
    await codes.assign(id ?? '', at)
    await codes.assign(id ?? '', at)
    expect(codes.inArticle(at.articleId).map(({ codeId }) => codeId)).toEqual([id])
    await codes.unassign(codes.codings[0]?.id ?? '')
    expect(codes.inArticle(at.articleId)).toEqual([])
  })

  it('stay as they are when a change cannot be made', async () => {
    const codes = useCodes()
    await codes.create('Port', null)
    bridge.failNext('code.apply', 'disk_full')
    await codes.remove(code('Port'))
    expect([shape(), useUndo().done.length]).toEqual([['Port'], 1])
  })
})
