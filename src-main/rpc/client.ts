import { DatelineError, fromFault } from '../contract/errors'
import { isMessage } from './messages'
import type { Port } from './port'

interface Waiting {
  resolve(output: unknown): void
  reject(error: DatelineError): void
  stop(): void
}

export interface CallOptions {
  /** Milliseconds until the caller gives up with `timeout`; the other side is told to stop. */
  timeout: number
  signal?: AbortSignal
}

export interface Client {
  /**
   * Asks the other side. The promise always settles: with the output, with the fault the other side answered, or with
   * `timeout`, `cancelled` or `engine_down`.
   */
  call(channel: string, input: unknown, options: CallOptions): Promise<unknown>
  /** Called for every event of the other side. */
  onEvent(listener: (name: string, payload: unknown) => void): void
  /** Rejects everything under way with `engine_down` and refuses what comes later. */
  close(): void
  readonly closed: boolean
}

/** The asking half of a port. */
export function createClient(port: Port): Client {
  const waiting = new Map<number, Waiting>()
  const listeners: ((name: string, payload: unknown) => void)[] = []
  let nextId = 1
  let closed = false

  const settle = (id: number): Waiting | undefined => {
    const entry = waiting.get(id)
    if (!entry) return undefined
    waiting.delete(id)
    entry.stop()
    return entry
  }
  const giveUp = (id: number, error: DatelineError) => {
    const entry = settle(id)
    if (!entry) return
    if (!closed) port.post({ kind: 'cancel', id })
    entry.reject(error)
  }
  const down = () =>
    new DatelineError(
      'engine_down',
      'The engine stopped while this was under way. It is being started again; try once more.',
    )
  const closeAll = () => {
    if (closed) return
    closed = true
    for (const id of [...waiting.keys()]) settle(id)?.reject(down())
  }

  port.onMessage((message) => {
    if (!isMessage(message)) return
    if (message.kind === 'event') for (const listener of listeners) listener(message.name, message.payload)
    if (message.kind !== 'response') return
    const entry = settle(message.id)
    if (message.ok) entry?.resolve(message.output)
    else entry?.reject(fromFault(message.fault))
  })
  port.onClose(closeAll)

  return {
    get closed() {
      return closed
    },
    onEvent: (listener) => void listeners.push(listener),
    close: () => {
      closeAll()
      port.close()
    },
    call: (channel, input, { timeout, signal }) =>
      new Promise((resolve, reject) => {
        const cancelled = () => new DatelineError('cancelled', 'This was cancelled.')
        if (closed) return reject(down())
        if (signal?.aborted) return reject(cancelled())
        const id = nextId++
        const timer = setTimeout(
          () => giveUp(id, new DatelineError('timeout', 'This took too long and was stopped. Try again.', channel)),
          timeout,
        )
        const onAbort = () => giveUp(id, cancelled())
        signal?.addEventListener('abort', onAbort, { once: true })
        waiting.set(id, {
          resolve,
          reject,
          stop: () => {
            clearTimeout(timer)
            signal?.removeEventListener('abort', onAbort)
          },
        })
        port.post({ kind: 'request', id, channel, input })
      }),
  }
}
