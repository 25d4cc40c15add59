import { DatelineError, toFault } from '../contract/errors'
import { isMessage } from './messages'
import type { Port } from './port'

/** What did not fit, by place and kind; the words that did not are left out, since faults go to the log. */
interface Issue {
  path: readonly PropertyKey[]
  code: string
}

const MOST_ISSUES = 5
const describe = (issues: readonly Issue[]) =>
  issues
    .slice(0, MOST_ISSUES)
    .map(({ path, code }) => `${path.map(String).join('.') || 'input'} ${code}`)
    .join(', ')

interface Parser {
  safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: { issues: readonly Issue[] } }
}

/** A channel as the server needs it: how its input is checked. */
export type ServerTable = Record<string, { input: Parser }>

export interface CallContext {
  /** Aborted when the caller cancels, times out or goes away. */
  signal: AbortSignal
}

export type Handler = (input: unknown, context: CallContext) => unknown

export interface Server {
  /** Tells the other side something it did not ask for. */
  emit(name: string, payload: unknown): void
  close(): void
}

/**
 * The answering half of a port. Input is checked against the table before any handler sees it; whatever a handler throws
 * crosses as data. `onFault` hears of every failed call, for the log.
 */
export function createServer(
  port: Port,
  table: ServerTable,
  handlers: Record<string, Handler>,
  onFault: (channel: string, error: unknown) => void = () => undefined,
): Server {
  const running = new Map<number, AbortController>()
  let open = true

  const answer = async (id: number, channel: string, input: unknown) => {
    const controller = new AbortController()
    running.set(id, controller)
    try {
      const entry = Object.hasOwn(table, channel) ? table[channel] : undefined
      const handler = Object.hasOwn(handlers, channel) ? handlers[channel] : undefined
      if (!entry || !handler) throw new DatelineError('bad_request', 'Dateline does not know this request.', channel)
      const parsed = entry.input.safeParse(input)
      if (!parsed.success) {
        throw new DatelineError(
          'bad_request',
          'Dateline was asked for something it cannot read.',
          `${channel}: ${describe(parsed.error.issues)}`,
        )
      }
      const output = await handler(parsed.data, { signal: controller.signal })
      if (open && !controller.signal.aborted) port.post({ kind: 'response', id, ok: true, output })
    } catch (error) {
      onFault(channel, error)
      if (open && !controller.signal.aborted) port.post({ kind: 'response', id, ok: false, fault: toFault(error) })
    } finally {
      running.delete(id)
    }
  }
  const stopAll = () => {
    open = false
    for (const controller of running.values()) controller.abort()
  }

  port.onMessage((message) => {
    if (!isMessage(message)) return
    if (message.kind === 'cancel') running.get(message.id)?.abort()
    if (message.kind === 'request' && !running.has(message.id)) void answer(message.id, message.channel, message.input)
  })
  port.onClose(stopAll)

  return {
    emit: (name, payload) => {
      if (open) port.post({ kind: 'event', name, payload })
    },
    close: () => {
      stopAll()
      port.close()
    },
  }
}
