/** `npm run doctor`: the state of the set-up in plain lines, without changing anything. Exit code 1 when something is missing. */
import { existsSync, statSync } from 'node:fs'
import { buildIsFresh } from './setup/app-build.mjs'
import { dataFolder } from './setup/data-folder.mjs'
import { checkNode, dependenciesAreReady } from './setup/dependencies.mjs'
import { describeRuntime, findElectronRuntime } from './setup/electron-runtime.mjs'
import { cacheFolder, findOnPath, projectNode } from './setup/places.mjs'
import { runCommand } from './setup/run-command.mjs'
import { runScript } from './setup/say.mjs'
import { bindingIsReady, bindingProblem, needsOwnBinding } from './setup/sqlite-binding.mjs'
import { hasDisplay, isDebianLike, missingSystemPackages } from './setup/system-libraries.mjs'

await runScript(async () => {
  let missing = 0
  const line = (good, name, text) => {
    if (!good) missing++
    console.log(`${good ? 'ok     ' : 'MISSING'}  ${name.padEnd(13)} ${text}`)
  }
  const note = (name, text) => console.log(`        ${`  ${name}`.padEnd(14)} ${text}`)

  line(attempt(checkNode), 'Node', `${process.versions.node} runs this script`)
  const installed = dependenciesAreReady()
  line(
    installed,
    'dependencies',
    installed ? 'node_modules is what package-lock.json says' : '`npm ci`, or `npm start`, installs them',
  )
  if (installed)
    note('tools run on', `Node ${(await runCommand(projectNode(), ['-p', 'process.versions.node'])).stdout.trim()}`)

  const packages = missingSystemPackages(hasDisplay() ? ['electron'] : ['electron', 'screen'])
  if (isDebianLike())
    line(
      packages.length === 0,
      'libraries',
      packages.length === 0
        ? 'everything Electron needs is installed'
        : `as root: apt-get install -y --no-install-recommends ${packages.join(' ')}`,
    )
  else note('libraries', 'not a Debian or Ubuntu system: Electron itself says what it misses')
  const forTests = missingSystemPackages(['screen', 'tests'])
  if (forTests.length > 0) note('for tests', `npm test also installs ${forTests.join(' ')}`)
  note(
    'display',
    hasDisplay()
      ? `${process.env.WAYLAND_DISPLAY ?? process.env.DISPLAY ?? 'yes'}`
      : `none: npm start works without a window${findOnPath('Xvfb') === null ? '' : ' (Xvfb is there)'}`,
  )

  const runtime = installed ? findElectronRuntime() : null
  line(runtime !== null, 'Electron', runtime === null ? '`npm run setup` fetches it' : describeRuntime(runtime))
  if (runtime !== null) {
    const problem = bindingIsReady(runtime) ? await bindingProblem(runtime) : '`npm run setup` compiles it'
    line(
      problem === null,
      'SQLite',
      problem ??
        (needsOwnBinding(runtime)
          ? 'compiled for this Electron, works in it and in Node'
          : 'the prebuilt binary works'),
    )
  }
  const fresh = installed && buildIsFresh()
  line(
    fresh,
    'build',
    fresh
      ? 'out/ is made from the sources as they are'
      : 'out/ is missing or older than the sources; `npm run build`, or `npm start`, makes it',
  )

  const data = dataFolder()
  note(
    'data',
    existsSync(data)
      ? `${data} (since ${statSync(data).birthtime.toISOString().slice(0, 10)}); \`npx dateline doctor\` checks the databases`
      : `${data} (made at the first start)`,
  )
  note('cache', existsSync(cacheFolder()) ? cacheFolder() : `${cacheFolder()} (empty)`)
  console.log(
    missing === 0
      ? '\nEverything is set up.'
      : `\n${missing} missing; \`npm run setup\` does what it can and says what it cannot.`,
  )
  return missing === 0 ? 0 : 1
})

function attempt(check) {
  try {
    check()
    return true
  } catch {
    return false
  }
}
