import { CHANNELS } from '../contract/channels'
import { DatelineError } from '../contract/errors'
import { HOST_CHANNELS } from '../contract/host'
import { createClient, type Client } from '../rpc/client'
import { emitterPort } from '../rpc/port'
import { createServer, type Server } from '../rpc/server'
import { createHandlers } from './create-handlers'
import { Engine } from './engine'
import { servedHandlers } from './handlers'
import { refuseNetwork } from './no-network'

/** The utility process's side of its parent, as Electron gives it. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: Parameters<typeof emitterPort>[0][] }) => void): void
}

const parentPort = (process as { parentPort?: ParentPort }).parentPort
if (!parentPort) throw new Error('The engine must be started by Dateline.')

const log = (what: string, error: unknown): void => {
  const detail =
    error instanceof DatelineError
      ? `${error.code}: ${error.detail ?? error.message}`
      : error instanceof Error
        ? error.message
        : String(error)
  process.stderr.write(`${what}: ${detail.replaceAll('\n', ' ')}\n`)
}

const servers = new Set<Server>()
let host: Client | null = null

const engine = new Engine(
  (event, payload) => {
    for (const server of servers) server.emit(event, payload)
  },
  (error) => log('trouble', error),
)
// Attempts made before the host is there are told to it when it comes.
let untold: string[] = []
const tellRefusals = (): void => {
  if (!host) return
  for (const what of untold)
    host
      .call('host.refused', { what }, { timeout: HOST_CHANNELS['host.refused'].timeout })
      .catch((error: unknown) => log('refused', error))
  untold = []
}
refuseNetwork((what) => {
  untold.push(what)
  tellRefusals()
})

const handlers = servedHandlers(
  createHandlers(engine, {
    async print(job) {
      if (!host) throw new DatelineError('print_failed', 'The window that prints is not there. Try again.')
      return HOST_CHANNELS['host.print'].output.parse(
        await host.call('host.print', job, { timeout: HOST_CHANNELS['host.print'].timeout }),
      )
    },
  }),
)

parentPort.on('message', ({ data, ports: [port] }) => {
  const kind = typeof data === 'object' && data !== null && 'kind' in data ? data.kind : null
  if (kind === 'connect-page' && port) connectPage(port)
  else if (kind === 'connect-host' && port) {
    host = createClient(emitterPort(port))
    tellRefusals()
  } else if (kind === 'shutdown') shutDown()
})

function connectPage(port: Parameters<typeof emitterPort>[0]): void {
  const server = createServer(emitterPort(port), CHANNELS, handlers, (channel, error) => log(channel, error))
  servers.add(server)
  // A second listener of the port: the server has its own for the same end.
  port.on('close', () => servers.delete(server))
}

let endsAlready = false

/** Closes both databases and ends; a close that fails is told, and ends all the same: the next start checks what it finds. */
function shutDown(): void {
  // Asked twice, a second close would find nothing left to do and end the process in the middle of the first.
  if (endsAlready) return
  endsAlready = true
  void engine
    .close()
    .catch((error: unknown) => log('close', error))
    .finally(() => process.exit(0))
}
