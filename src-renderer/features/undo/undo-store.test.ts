// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import { useToasts } from '@/features/feedback/toast-store'
import { useUndo } from './undo-store'

describe('the changes of a session', () => {
  beforeEach(() => void withFake())
  const log: string[] = []
  const change = (label: string, key?: string) => ({
    label,
    undo: () => Promise.resolve(log.push(`-${label}`)),
    redo: () => Promise.resolve(log.push(`+${label}`)),
    ...(key ? { key } : {}),
  })

  it('are taken back in reverse order and done again in theirs', async () => {
    log.length = 0
    const undos = useUndo()
    undos.did(change('a'))
    undos.did(change('b'))
    await undos.undo()
    await undos.undo()
    expect(await undos.undo()).toBe(false)
    await undos.redo()
    await undos.redo()
    expect(await undos.redo()).toBe(false)
    expect(log).toEqual(['-b', '-a', '+a', '+b'])
    expect(undos.done.map(({ label }) => label)).toEqual(['a', 'b'])
  })

  it('join while the same thing is changed on, and not past another change', () => {
    const undos = useUndo()
    undos.did(change('note', 'n1'))
    undos.did(change('note, more', 'n1'))
    undos.did(change('mark'))
    undos.did(change('note, later', 'n1'))
    expect(undos.done.map(({ label }) => label)).toEqual(['note, more', 'mark', 'note, later'])
  })

  it('forget what was taken back once something new is done', async () => {
    const undos = useUndo()
    undos.did(change('a'))
    await undos.undo()
    undos.did(change('b'))
    expect(undos.next).toBeNull()
  })

  it('stay in the list when they cannot be taken back, and say why', async () => {
    const undos = useUndo()
    undos.did({ ...change('a'), undo: () => Promise.reject(new Error('no')) })
    expect(await undos.undo()).toBe(false)
    expect(undos.last?.label).toBe('a')
    expect(useToasts().toasts[0]?.message).toMatch(/^“a” could not be undone/)
  })

  it('can be taken back out of order from their message', async () => {
    log.length = 0
    const undos = useUndo()
    undos.didAloud(change('a'), 'A.')
    undos.did(change('b'))
    const [toast] = useToasts().toasts
    useToasts().act(toast?.id ?? 0)
    await undos.undo()
    expect(log).toEqual(['-a', '-b'])
    expect(useToasts().undoUnlisted()).toBe(false)
  })
})
