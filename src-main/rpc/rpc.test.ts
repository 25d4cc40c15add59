import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { DatelineError } from '../contract/errors'
import { createClient } from './client'
import type { Port } from './port'
import { createServer, type Handler } from './server'

/** Two ports joined in memory; messages are cloned as a real channel does and arrive in a later turn. */
function pair(): [Port, Port] {
  const sides = [0, 1].map(() => ({ message: (_: unknown): void => undefined, closed: (): void => undefined }))
  let open = true
  const port = (own: number, other: number): Port => ({
    post: (message) => {
      const copy: unknown = structuredClone(message)
      if (open) queueMicrotask(() => sides[other]?.message(copy))
    },
    onMessage: (listener) => void (sides[own]!.message = listener),
    onClose: (listener) => void (sides[own]!.closed = listener),
    close: () => {
      open = false
      sides[other]?.closed()
    },
  })
  return [port(0, 1), port(1, 0)]
}

const table = { double: { input: z.object({ n: z.number() }) }, wait: { input: z.null() } }

function connect(handlers: Record<string, Handler>) {
  const [near, far] = pair()
  const server = createServer(far, table, handlers)
  return { client: createClient(near), server, near, far }
}

const quick = { timeout: 1000 }

describe('rpc', () => {
  it('answers concurrent calls each with its own output', async () => {
    const { client } = connect({ double: (input) => Promise.resolve(z.object({ n: z.number() }).parse(input).n * 2) })
    const answers = await Promise.all([1, 2, 3].map((n) => client.call('double', { n }, quick)))
    expect(answers).toEqual([2, 4, 6])
  })

  it('refuses input that does not fit, and channels it does not know, without calling a handler', async () => {
    const handler = vi.fn()
    const { client } = connect({ double: handler })
    await expect(client.call('double', { n: 'two' }, quick)).rejects.toMatchObject({ code: 'bad_request' })
    await expect(client.call('constructor', {}, quick)).rejects.toMatchObject({ code: 'bad_request' })
    expect(handler).not.toHaveBeenCalled()
  })

  it('carries a coded error across as data, and hides the words of an unknown one', async () => {
    const { client } = connect({
      double: () => {
        throw new DatelineError('disk_full', 'The disk is full.')
      },
      wait: () => {
        throw new TypeError('secret words')
      },
    })
    await expect(client.call('double', { n: 1 }, quick)).rejects.toMatchObject({
      code: 'disk_full',
      message: 'The disk is full.',
    })
    const error: unknown = await client.call('wait', null, quick).catch((e: unknown) => e)
    expect(error).toMatchObject({ code: 'internal' })
    expect((error as Error).message).not.toContain('secret')
  })

  it('gives up after the time-out and tells the handler to stop', async () => {
    vi.useFakeTimers()
    const aborted = vi.fn()
    const { client } = connect({
      wait: (_input, { signal }) => new Promise(() => signal.addEventListener('abort', aborted)),
    })
    const call = client.call('wait', null, { timeout: 50 })
    const outcome = expect(call).rejects.toMatchObject({ code: 'timeout' })
    await vi.advanceTimersByTimeAsync(60)
    await outcome
    expect(aborted).toHaveBeenCalledOnce()
    vi.useRealTimers()
  })

  it('cancels on the signal', async () => {
    const { client } = connect({ wait: () => new Promise(() => undefined) })
    const controller = new AbortController()
    const call = client.call('wait', null, { timeout: 1000, signal: controller.signal })
    controller.abort()
    await expect(call).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('rejects everything under way when the other side goes, and everything asked later', async () => {
    const { client, far } = connect({ wait: () => new Promise(() => undefined) })
    const calls = [client.call('wait', null, quick), client.call('wait', null, quick)]
    far.close()
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'engine_down' })
    await expect(client.call('wait', null, quick)).rejects.toMatchObject({ code: 'engine_down' })
  })

  it('delivers events in order', async () => {
    const { client, server } = connect({})
    const heard: unknown[] = []
    client.onEvent((name, payload) => heard.push([name, payload]))
    server.emit('status', 1)
    server.emit('status', 2)
    await new Promise((done) => queueMicrotask(() => queueMicrotask(() => done(null))))
    expect(heard).toEqual([
      ['status', 1],
      ['status', 2],
    ])
  })

  it('ignores what is no message', async () => {
    const { client, near } = connect({ double: () => 1 })
    for (const junk of [null, 7, 'x', {}, { kind: 'request' }, { kind: 'response', id: 'x' }]) near.post(junk)
    await expect(client.call('double', { n: 1 }, quick)).resolves.toBe(1)
  })
})
