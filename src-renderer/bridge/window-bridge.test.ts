import { DatelineError } from '@contract/errors'
import { describe, expect, it, vi } from 'vitest'
import { createWindowBridge, type ExposedApi } from './window-bridge'

const apiWith = (groups: Record<string, unknown>): ExposedApi => ({
  on: () => () => undefined,
  pathOf: () => '/dropped',
  ...groups,
})

describe('createWindowBridge', () => {
  it('asks the named call and returns its value', async () => {
    const get = vi.fn().mockResolvedValue({ ok: true, value: 'dark' })
    const bridge = createWindowBridge(apiWith({ state: { get } }))
    expect(await bridge.call('state.get', { key: 'theme' })).toBe('dark')
    expect(get).toHaveBeenCalledWith({ key: 'theme' })
  })

  it('sends null where a channel takes nothing', async () => {
    const current = vi.fn().mockResolvedValue({ ok: true, value: null })
    await createWindowBridge(apiWith({ workspace: { current } })).call('workspace.current')
    expect(current).toHaveBeenCalledWith(null)
  })

  it('rejects with an error that carries the fault’s code and sentence', async () => {
    const fault = { code: 'disk_full', message: 'The disk is full.' }
    const bridge = createWindowBridge(apiWith({ note: { save: () => Promise.resolve({ ok: false, fault }) } }))
    const failed = bridge.call('note.save', { id: null, expectedRevision: 0, title: '', body: {}, citations: [] })
    await expect(failed).rejects.toMatchObject({
      name: 'DatelineError',
      code: 'disk_full',
      message: 'The disk is full.',
    })
  })

  it('says so when the window has no such call', async () => {
    await expect(createWindowBridge(apiWith({})).call('workspace.close')).rejects.toBeInstanceOf(DatelineError)
  })
})
