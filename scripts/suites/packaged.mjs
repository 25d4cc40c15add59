/**
 * `npm run test:packaged`: the program packed as a release is (from the Electron at hand, nothing is fetched): the fuses are read back
 * from its binary, it is started, and the ways in that the fuses close are tried.
 */
import { FuseState, getCurrentFuseWire } from '@electron/fuses'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { inProject, toolEnvironment } from '../setup/places.mjs'
import { runScript, say } from '../setup/say.mjs'
import { sandboxArguments } from '../setup/sandbox.mjs'
import { startScreen } from '../setup/screen.mjs'
import { setUp } from '../setup.mjs'
import { fuseWishes } from './packaged/fuse-wishes.mjs'
import { pack } from './packaged/pack.mjs'

const START_MS = 120_000

await runScript(async () => {
  if (process.platform !== 'linux') {
    say('skipped: the packed program is laid out for Linux only; on other systems look at the installer')
    return 0
  }
  const runtime = await setUp({ tests: true })
  const work = mkdtempSync(join(tmpdir(), 'dateline-packed-'))
  const screen = await startScreen()
  let failed = 0
  const check = (what, holds, detail = '') => {
    if (!holds) failed++
    say(`${holds ? 'passed' : 'FAILED'}  ${what}${holds || !detail ? '' : ` (${detail})`}`)
  }
  const environment = { DISPLAY: screen.display, WAYLAND_DISPLAY: '', DATELINE_DATA: join(work, 'data') }
  try {
    const wishes = fuseWishes(readFileSync(inProject('electron-builder.yml'), 'utf8'))
    const executable = await pack(runtime.executable, work, wishes)
    const wire = await getCurrentFuseWire(executable)
    for (const { name, option, on } of wishes) {
      const state = wire[option]
      check(
        `fuse ${name} is ${on ? 'on' : 'off'}`,
        state === (on ? FuseState.ENABLE : FuseState.DISABLE),
        `state ${state}`,
      )
    }

    const folder = join(work, 'sources')
    mkdirSync(folder)
    writeFileSync(join(folder, 'canary.txt'), 'MARENZA, March 12 (LPS) - The canary sings.')
    const program = start(executable, [folder], environment)
    const recents = join(work, 'data', 'recents.json')
    const read = () => existsSync(recents) && /"articles": 1\b/.test(readFileSync(recents, 'utf8'))
    check('it starts from its archive, with its database, and reads a folder', await until(read), program.said())

    const marker = join(work, 'marker')
    const script = join(work, 'intruder.cjs')
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, 'ran')`)
    // Each is a second start on the same data, which ends by itself.
    const asNode = start(executable, [script], { ...environment, ELECTRON_RUN_AS_NODE: '1' })
    const required = start(executable, [], { ...environment, NODE_OPTIONS: `--require=${script}` })
    const inspected = start(executable, ['--inspect=0'], environment)
    for (const one of [asNode, required, inspected])
      await Promise.race([one.ended, after(START_MS, null, { ref: false })])
    check('it is no Node by environment (ELECTRON_RUN_AS_NODE), nor loads what NODE_OPTIONS names', !existsSync(marker))
    check('it opens no debugger by --inspect', !inspected.said().includes('Debugger listening'))

    program.child.kill('SIGTERM')
    const [code] = await program.ended
    check('it ends in order', code === 0, `exit code ${code}`)
    return failed > 0 ? 1 : 0
  } finally {
    screen.stop()
    rmSync(work, { recursive: true, force: true })
  }
})

function start(executable, args, environment) {
  const child = spawn(executable, [...sandboxArguments(), ...args], {
    env: toolEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (output += chunk))
  return { child, ended: once(child, 'exit'), said: () => output.slice(-2000) }
}

/** Whether a condition holds within the time a slow machine needs for a start. */
async function until(condition) {
  for (const end = Date.now() + START_MS; Date.now() < end; await after(100)) if (condition()) return true
  return false
}
