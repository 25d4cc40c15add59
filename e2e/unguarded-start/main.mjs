/**
 * The application with its guards against the network taken from its hands, for the control run of the proof of silence: the same
 * beacons must then get out. Nothing in the application switches its guards off; here the calls that set them up lead nowhere.
 */
import { app } from 'electron'

const NEVER = new Set(['session-created', 'web-contents-created'])
const on = app.on.bind(app)
app.on = (event, listener) => (NEVER.has(event) ? app : on(event, listener))
app.configureHostResolver = () => undefined
const appendSwitch = app.commandLine.appendSwitch.bind(app.commandLine)
app.commandLine.appendSwitch = (name, value) => (name === 'host-resolver-rules' ? undefined : appendSwitch(name, value))

const PolicyFree = class extends Response {
  constructor(body, { headers, ...rest }) {
    const kept = Object.entries(headers).filter(([name]) => name !== 'Content-Security-Policy')
    super(body, { ...rest, headers: Object.fromEntries(kept) })
  }
}
globalThis.Response = PolicyFree

await import('../held-start/main.mjs')
