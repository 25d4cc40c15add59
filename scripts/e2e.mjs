/**
 * `npm run test:e2e [-- Playwright's arguments]`: the real application under a screen of its own.
 * The tests find Electron by ELECTRON_EXEC_PATH and its extra arguments by DATELINE_ELECTRON_ARGS (separated by spaces).
 */
import { inProject, isMainModule, projectFolder, projectNode, toolEnvironment } from './setup/places.mjs'
import { runCommand } from './setup/run-command.mjs'
import { runScript } from './setup/say.mjs'
import { checkSandbox, sandboxArguments } from './setup/sandbox.mjs'
import { startScreen, withSessionBus } from './setup/screen.mjs'
import { setUp } from './setup.mjs'

/**
 * @param {string[]} args passed to `playwright test`
 * @param {NodeJS.ProcessEnv} [env] added to the tests' environment
 * @returns {Promise<number>} Playwright's exit code
 */
export async function runEndToEnd(args, env = {}) {
  const runtime = await setUp({ tests: true })
  checkSandbox(runtime)
  const screen = process.platform === 'linux' ? await startScreen() : null
  try {
    const playwright = [
      inProject('node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '-c',
      'e2e/playwright.config.ts',
      ...args,
    ]
    const [command, commandArgs] =
      screen === null ? [projectNode(), playwright] : withSessionBus(projectNode(), playwright)
    const display = screen === null ? {} : { DISPLAY: screen.display, WAYLAND_DISPLAY: '' }
    const { code } = await runCommand(command, commandArgs, {
      cwd: projectFolder,
      env: toolEnvironment({
        ...runtime.env,
        ...display,
        DATELINE_ELECTRON_ARGS: sandboxArguments().join(' '),
        ...env,
      }),
      inherit: true,
    })
    return code
  } finally {
    screen?.stop()
  }
}

if (isMainModule(import.meta.url)) await runScript(() => runEndToEnd(process.argv.slice(2)))
