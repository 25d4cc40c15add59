/**
 * `npm start [-- FOLDER]`: sets up what is missing and opens the application on a folder, by default the sample corpus.
 * Where there is no screen the main job is done on the same folder without a window.
 */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { doMainJobHeadless } from './headless.mjs'
import { inProject, projectFolder } from './setup/places.mjs'
import { runCommand } from './setup/run-command.mjs'
import { runScript, say, SetupError } from './setup/say.mjs'
import { checkSandbox, sandboxArguments } from './setup/sandbox.mjs'
import { hasDisplay } from './setup/system-libraries.mjs'
import { setUp } from './setup.mjs'

/** Chromium's own log: what it misses of a desktop (a bus, a graphics card) it does without, and says so at length. */
const QUIET = ['--log-level=3']

await runScript(async () => {
  // npm changes into the project's folder and keeps in INIT_CWD where the person stood.
  const standing = process.env.INIT_CWD ?? process.cwd()
  const [given] = process.argv.slice(2)
  const folder = given === undefined ? inProject('seeds') : resolve(standing, given)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new SetupError(
      `${folder} is not a folder: give the folder that holds the articles, as in \`npm start -- ~/articles\`.`,
    )
  }
  const runtime = await setUp()
  checkSandbox(runtime)
  const sandbox = sandboxArguments()
  if (sandbox.length > 0)
    say("Running as root: Chromium's sandbox is off for this start. Use an ordinary account to have it on.")
  if (!hasDisplay()) return doMainJobHeadless({ folder, runtime, standing })

  say(`Opening ${folder} …`)
  const wayland = process.platform === 'linux' && !process.env.DISPLAY ? ['--ozone-platform=wayland'] : []
  const { code } = await runCommand(runtime.executable, [...sandbox, ...wayland, ...QUIET, projectFolder, folder], {
    cwd: projectFolder,
    env: { ...process.env, ...runtime.env },
    inherit: true,
  })
  if (code !== 0)
    say(`The application ended with exit code ${code}; \`npm run doctor\` says what state the set-up is in.`)
  return code
})
