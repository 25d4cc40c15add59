import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { DatelineError, type Fault, toFault } from '../contract/errors'
import { APP_CHANNELS, type ChannelName, ENGINE_CHANNELS, EVENTS, timeoutOf } from '../contract/names'
import { type Client, createClient } from '../rpc/client'
import { webPort } from '../rpc/port'
import { watchLinkHints } from './link-hints'

type Outcome = { ok: true; value: unknown } | { ok: false; fault: Fault }
type NamedCall = (input?: unknown) => Promise<Outcome>
type Listener = (payload: unknown) => void

const listeners = new Map<string, Set<Listener>>(EVENTS.map((name) => [name, new Set()]))
const deliver = (name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload)
}
ipcRenderer.on('event', (_event, name: string, payload: unknown) => deliver(name, payload))

// Calls made before the engine is there wait for it, but no longer than their own time-out.
let client: Client | undefined
let waiting: ((client: Client) => void)[] = []
ipcRenderer.on('engine-port', (event) => {
  const port = event.ports[0]
  if (!port) return
  client?.close()
  client = createClient(webPort(port))
  client.onEvent(deliver)
  for (const proceed of waiting) proceed(client)
  waiting = []
})
const engine = (timeout: number) =>
  client && !client.closed
    ? Promise.resolve(client)
    : new Promise<Client>((resolve, reject) => {
        const down = new DatelineError('engine_down', 'The engine is not running. Everything saved is safe; try again.')
        const timer = setTimeout(() => reject(down), timeout)
        waiting.push((ready) => {
          clearTimeout(timer)
          resolve(ready)
        })
      })

const askEngine = async (name: ChannelName, input: unknown): Promise<Outcome> => {
  try {
    const timeout = timeoutOf(name)
    return { ok: true, value: await (await engine(timeout)).call(name, input ?? null, { timeout }) }
  } catch (error) {
    return { ok: false, fault: toFault(error) }
  }
}
const askApp = (name: ChannelName, input: unknown): Promise<Outcome> =>
  ipcRenderer.invoke(name, input ?? null) as Promise<Outcome>

// Requests that the page's policy stops never reach the main process's filter; it is told of them, so that they count.
const refused = (directive: string, address: string) => ipcRenderer.send('refused', directive, address)
document.addEventListener('securitypolicyviolation', (event) => refused(event.effectiveDirective, event.blockedURI))
watchLinkHints((address) => refused('hint', address))

/** One function per channel, in groups: `note.save` becomes `dateline.note.save(input)`. Nothing else crosses. */
const api: Record<string, Record<string, NamedCall>> = {}
const expose = (name: ChannelName, ask: (name: ChannelName, input: unknown) => Promise<Outcome>) => {
  const [group, call] = name.split('.') as [string, string]
  ;(api[group] ??= {})[call] = (input) => ask(name, input)
}
for (const name of ENGINE_CHANNELS) expose(name, askEngine)
for (const name of APP_CHANNELS) expose(name, askApp)

contextBridge.exposeInMainWorld('dateline', {
  ...api,
  /** Listens to an event of the closed list; returns the function that stops listening. */
  on: (name: string, listener: Listener) => {
    const set = listeners.get(name)
    if (!set) throw new Error(`No such event: ${name}`)
    set.add(listener)
    return () => set.delete(listener)
  },
  /** The absolute path of a file or folder dropped on the window. */
  pathOf: (file: File) => webUtils.getPathForFile(file),
})
