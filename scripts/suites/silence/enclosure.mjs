/**
 * Runs a command in the network namespace it was started in (`unshare --net --mount`), after joining that to a sink by a pair of
 * virtual cards: `enclosure.mjs FOLDER COMMAND ARGUMENTS…`. The command finds the card's name in DATELINE_SILENCE_CARD and what the
 * sink heard, one line each, in the file DATELINE_SILENCE_HEARD.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { CARD, configureCard, INSIDE, OUTSIDE } from './cards.mjs'

const [folder, command, ...args] = process.argv.slice(2)
const heard = join(folder, 'heard.log')
writeFileSync(heard, '')

const run = (line) => execFileSync('ip', line.split(' '), { stdio: ['ignore', 'ignore', 'inherit'] })
run(`link set lo up`)
run(`link add ${INSIDE.card} address ${INSIDE.mac} type veth peer name ${OUTSIDE.card} address ${OUTSIDE.mac}`)

// The sink has a namespace of its own: packets to it really cross from one card to the other.
const sink = spawn('unshare', ['--net', '--', process.execPath, join(import.meta.dirname, 'sink.mjs'), heard], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
const lines = createInterface({ input: sink.stdout })[Symbol.asyncIterator]()
await expectLine('waiting')
run(`link set ${OUTSIDE.card} netns ${sink.pid}`)
configureCard(INSIDE, OUTSIDE)
sink.stdin.write('joined\n')
await expectLine('answering')

// Names are asked of the sink, not of this machine's own resolver (which is out of reach in here).
const resolver = join(folder, 'resolv.conf')
writeFileSync(resolver, `nameserver ${OUTSIDE.ip4}\n`)
execFileSync('mount', ['--bind', resolver, '/etc/resolv.conf'])

const child = spawn(command, args, {
  stdio: 'inherit',
  env: { ...process.env, DATELINE_SILENCE_CARD: CARD, DATELINE_SILENCE_HEARD: heard },
})
const [code] = await once(child, 'exit')
sink.kill()
process.exit(code ?? 1)

async function expectLine(wanted) {
  const { value } = await lines.next()
  if (value !== wanted) throw new Error(`The sink said ${JSON.stringify(value)} where ${wanted} was expected`)
}
