// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import { useToasts } from '@/features/feedback/toast-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { useExchange } from './exchange-store'

describe('taking work out and in', () => {
  it('asks for a file, and shows what came of it', async () => {
    const { bridge } = withFake()
    await useWorkspace().start()
    const exchange = useExchange()
    await exchange.exportAs('refi-qda')
    expect(bridge.calls.at(-1)).toEqual({
      name: 'casebook.export',
      input: { out: '/home/analyst/Marenza port casebook.qdpx', format: 'refi-qda' },
    })
    expect(exchange.exported?.format).toBe('refi-qda')
    await exchange.importFile()
    expect(exchange.imported?.counts.notes.added).toBe(1)
  })

  it('says why it could not', async () => {
    const { bridge } = withFake()
    const exchange = useExchange()
    bridge.failNext('casebook.import', 'bad_request', 'This file is none.')
    await exchange.importFile()
    expect([exchange.busy, useToasts().toasts[0]?.message]).toEqual([false, 'This file is none.'])
  })
})
