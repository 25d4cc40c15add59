/**
 * `npm run test:silence [-- --full]`: proof that nothing leaves the machine. The real application runs in a network of its own whose
 * only way out leads to a sink that answers everything; the packets that went there are counted by the kernel. The short form
 * takes a minute, `--full` half an hour. The same run with the guards taken away must send something, else nothing was proved.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findOnPath, inProject, isMainModule, projectFolder, projectNode, toolEnvironment } from '../setup/places.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { runScript, say } from '../setup/say.mjs'
import { sandboxArguments } from '../setup/sandbox.mjs'
import { startScreen, withSessionBus } from '../setup/screen.mjs'
import { setUp } from '../setup.mjs'

/** `unshare`'s arguments for a network and mounts of one's own; an ordinary account needs to be root in there. */
const ENCLOSED = [...(process.getuid?.() === 0 ? [] : ['--map-root-user']), '--net', '--mount', '--']

/** @returns {string | null} why this machine cannot make a network of its own; null when it can */
export function whyNoEnclosure() {
  if (process.platform !== 'linux') return 'only Linux has network namespaces'
  for (const tool of ['unshare', 'ip', 'mount']) if (findOnPath(tool) === null) return `${tool} is not installed`
  const tried = spawnSync('unshare', [...ENCLOSED, 'ip', 'link', 'add', 'one', 'type', 'veth', 'peer', 'name', 'two'])
  return tried.status === 0 ? null : `this account may not make a network namespace (${String(tried.stderr).trim()})`
}

/**
 * @param {{ full?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} Playwright's exit code
 */
export async function runSilence({ full = false, env = {} } = {}) {
  const runtime = await setUp({ tests: true })
  const screen = await startScreen()
  const work = mkdtempSync(join(tmpdir(), 'dateline-silence-'))
  try {
    const playwright = [
      inProject('node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '-c',
      'e2e/silence/silence.config.ts',
    ]
    const [command, args] = withSessionBus(projectNode(), playwright)
    const enclosure = [
      projectNode(),
      inProject('scripts', 'suites', 'silence', 'enclosure.mjs'),
      work,
      command,
      ...args,
    ]
    const { code } = await runCommand('unshare', [...ENCLOSED, ...enclosure], {
      cwd: projectFolder,
      env: toolEnvironment({
        ...runtime.env,
        DISPLAY: screen.display,
        WAYLAND_DISPLAY: '',
        DATELINE_ELECTRON_ARGS: sandboxArguments().join(' '),
        DATELINE_SILENCE_MINUTES: full ? '30' : '0',
        ...env,
      }),
      inherit: true,
    })
    return code
  } finally {
    screen.stop()
    rmSync(work, { recursive: true, force: true })
  }
}

if (isMainModule(import.meta.url)) {
  await runScript(async () => {
    const reason = whyNoEnclosure()
    if (reason === null) return runSilence({ full: process.argv.includes('--full') })
    say(`skipped: the proof of silence (${reason})`)
    return 0
  })
}
