import { type MessagePortMain, MessageChannelMain, type UtilityProcess, utilityProcess } from 'electron'
import { createInterface } from 'node:readline'
import { HOST_CHANNELS } from '../contract/host'
import { emitterPort } from '../rpc/port'
import { createServer, type Handler } from '../rpc/server'

export type EngineState = 'up' | 'restarting' | 'down'

export interface EngineHost {
  /** Joins a page's port to the engine; after a restart the page must be joined again. */
  connect(port: MessagePortMain): void
  /** Asks the engine, once, to close its databases, and kills it when it does not within `graceMs`. */
  stop(graceMs: number): Promise<void>
}

interface Options {
  script: string
  env: Record<string, string>
  handlers: Record<string, Handler>
  /** Hears every line the engine writes about itself. */
  onLine(line: string): void
  /** Called after every start and stop. On `up` after a restart all pages must be connected anew. */
  onState(state: EngineState): void
}

/** Milliseconds before the n-th restart in a row. */
export const backOff = (failures: number): number => Math.min(250 * 2 ** failures, 8_000)

/** Failures in a row after which the engine counts as down. */
const DOWN_AFTER = 5
/** Milliseconds between two starts of an engine that is down: what made it fail may pass, and words wait in the window to be saved. */
export const DOWN_RETRY_MS = 30_000
/** An engine that ran this long before it died starts the count afresh. */
const STEADY_MS = 60_000

/** Starts the engine and keeps it running: restarted with back-off, after five failures in a row only every half minute. */
export function startEngine({ script, env, handlers, onLine, onState }: Options): EngineHost {
  let child: UtilityProcess
  let failures = 0
  let stopping: Promise<void> | null = null

  const start = () => {
    // Quitting may come while a restart is waited for.
    if (stopping) return
    const startedAt = Date.now()
    child = utilityProcess.fork(script, [], {
      env: { ...process.env, ...env },
      serviceName: 'Dateline engine',
      stdio: ['ignore', 'inherit', 'pipe'],
    })
    if (child.stderr) createInterface({ input: child.stderr }).on('line', onLine)
    const { port1, port2 } = new MessageChannelMain()
    createServer(emitterPort(port1), HOST_CHANNELS, handlers)
    child.postMessage({ kind: 'connect-host' }, [port2])
    child.once('spawn', () => onState('up'))
    child.once('exit', (code) => {
      onLine(`ended with code ${code}`)
      port1.close()
      if (stopping) return
      failures = Date.now() - startedAt > STEADY_MS ? 0 : failures + 1
      const down = failures >= DOWN_AFTER
      onState(down ? 'down' : 'restarting')
      setTimeout(start, down ? DOWN_RETRY_MS : backOff(failures))
    })
  }
  start()

  return {
    connect: (port) => child.postMessage({ kind: 'connect-page' }, [port]),
    stop: (graceMs) =>
      (stopping ??= new Promise((done) => {
        if (child.pid === undefined) return done()
        const timer = setTimeout(() => child.kill(), graceMs)
        child.once('exit', () => {
          clearTimeout(timer)
          done()
        })
        child.postMessage({ kind: 'shutdown' })
      })),
  }
}
