/** A screen where there is none: Xvfb on a free display, with a session bus where the machine has one. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { findOnPath } from './places.mjs'
import { SetupError } from './say.mjs'

const START_MS = 10_000

/**
 * Starts Xvfb on a display number it picks itself, so that any number of runs can share a machine.
 * @param {string} [size] width x height x depth
 * @returns {Promise<{ display: string, stop: () => void }>} `display` such as ":99"
 */
export async function startScreen(size = '1920x1200x24') {
  if (findOnPath('Xvfb') === null)
    throw new SetupError(
      'There is no screen and Xvfb is not installed: install it (on Debian or Ubuntu `apt-get install xvfb xauth`) and run the command again.',
    )
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  server.stderr.setEncoding('utf8').on('data', (chunk) => (complaint += chunk))
  const stop = () => server.kill('SIGTERM')
  process.once('exit', stop)
  const number = await Promise.race([
    once(server.stdio[3], 'data').then(([data]) => String(data).trim()),
    once(server, 'exit').then(() => null),
    new Promise((resolve) => setTimeout(resolve, START_MS, null).unref()),
  ])
  if (number === null) {
    stop()
    throw new SetupError(
      `Xvfb did not start (${complaint.trim().split('\n').pop() || 'it printed nothing'}): see whether \`Xvfb :99\` starts by hand.`,
    )
  }
  return { display: `:${number}`, stop }
}

/**
 * Wraps a command in a private session bus where the machine has the tool; without one Chromium prints warnings only.
 * @param {string} command @param {string[]} args @returns {[string, string[]]}
 */
export function withSessionBus(command, args) {
  return findOnPath('dbus-run-session') === null ? [command, args] : ['dbus-run-session', ['--', command, ...args]]
}
