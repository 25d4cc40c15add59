import { DatelineError } from '../contract/errors'

/**
 * Makes every way out of this process throw. Chromium's own guards do not see Node's sockets; nothing in the engine has any
 * reason to open one, so an attempt is a fault (or somebody else's code) and must fail loudly.
 */
export function refuseNetwork(onAttempt: (what: string) => void = () => undefined): void {
  const refuse = (what: string) => (): never => {
    onAttempt(what)
    throw new DatelineError('internal', 'Something tried to reach the network. Dateline does not allow that.', what)
  }
  // Taken from the runtime, not imported: no file of this program may import a way to the network.
  const net = process.getBuiltinModule('node:net')
  const dgram = process.getBuiltinModule('node:dgram')
  const dns = process.getBuiltinModule('node:dns')
  // The sockets below every client (http, https, tls, fetch) are made here.
  net.Socket.prototype.connect = refuse('net.connect')
  net.Server.prototype.listen = refuse('net.listen')
  dgram.createSocket = refuse('dgram.createSocket')
  dgram.Socket.prototype.send = refuse('dgram.send')
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'] as const) {
    Object.assign(dns, { [name]: refuse(`dns.${name}`) })
    Object.assign(dns.promises, { [name]: refuse(`dns.${name}`) })
  }
}
