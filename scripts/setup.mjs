/**
 * Sets up what is missing, step by step; every step that has nothing to do says nothing.
 *   npm run setup [-- --official] [-- --no-build]
 * Plain JavaScript for Node 18 and newer without dependencies: it runs before anything is installed.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { buildApp, buildIsFresh } from './setup/app-build.mjs'
import { checkNode, dependenciesAreReady, installDependencies } from './setup/dependencies.mjs'
import {
  describeRuntime,
  electronPackageKnows,
  ensureElectronRuntime,
  findElectronRuntime,
} from './setup/electron-runtime.mjs'
import { withLock } from './setup/lock.mjs'
import { cacheFolder, isMainModule, projectFolder } from './setup/places.mjs'
import { runScript, say } from './setup/say.mjs'
import { bindingIsReady, ensureBinding, needsOwnBinding } from './setup/sqlite-binding.mjs'
import { hasDisplay, installSystemPackages, missingSystemPackages } from './setup/system-libraries.mjs'

/**
 * Brings the working tree to where the application can start.
 * @param {{ tests?: boolean, screen?: boolean, build?: boolean | 'always' }} [options] `tests`: also what only tests need; `screen`: a
 *   virtual screen even where there is a real one; `build`: make out/ when it is missing or older than the sources (true), or
 *   even when it is fresh ('always', with the tools' own output)
 * @returns {Promise<import('./setup/electron-runtime.mjs').ElectronRuntime>}
 */
export async function setUp({ tests = false, screen = tests || !hasDisplay(), build = true } = {}) {
  checkNode()
  const purposes = ['electron', ...(screen ? ['screen'] : []), ...(tests ? ['tests'] : [])]
  const ready = findReady(purposes, build)
  if (ready !== null) return ready
  // One set-up per working tree; its lock lies in the cache, since node_modules may not exist yet.
  const tree = createHash('sha256').update(projectFolder).digest('hex').slice(0, 16)
  return withLock(join(cacheFolder(), `tree-${tree}.lock`), () => work(purposes, build), {
    onWait: (holder) => say(`Another set-up (${holder}) is at work in this folder; waiting for it.`),
  })
}

/** @returns {import('./setup/electron-runtime.mjs').ElectronRuntime | null} the runtime when nothing is to be done */
function findReady(purposes, build) {
  if (!dependenciesAreReady() || missingSystemPackages(purposes).length > 0) return null
  const runtime = findElectronRuntime()
  if (runtime === null || !electronPackageKnows(runtime) || !bindingIsReady(runtime)) return null
  return build && (build === 'always' || !buildIsFresh()) ? null : runtime
}

async function work(purposes, build) {
  if (!dependenciesAreReady()) await installDependencies()
  const missing = missingSystemPackages(purposes)
  if (missing.length > 0) await installSystemPackages(missing)
  const known = findElectronRuntime()
  const runtime = await ensureElectronRuntime()
  if (known === null) say(`Runtime: ${describeRuntime(runtime)}`)
  if (!bindingIsReady(runtime)) {
    const compiler = needsOwnBinding(runtime) ? missingSystemPackages(['compiler']) : []
    if (compiler.length > 0) await installSystemPackages(compiler)
    await ensureBinding(runtime)
  }
  // Still under the lock: two builds at once empty each other's out/.
  if (build === 'always') await buildApp(runtime, { verbose: true })
  else if (build && !buildIsFresh()) await buildApp(runtime)
  return runtime
}

if (isMainModule(import.meta.url)) {
  await runScript(async () => {
    if (process.argv.includes('--official')) process.env.DATELINE_ELECTRON = 'official'
    const runtime = await setUp({ build: !process.argv.includes('--no-build') })
    say(`Ready. Runtime: ${describeRuntime(runtime)}`)
  })
}
