/** Which Electron the project runs on this machine. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import {
  downloadOfficialElectron,
  findOfficialElectron,
  officialVersion,
  platformExecutable,
} from './official-electron.mjs'
import { inProject } from './places.mjs'
import {
  findRegistryElectron,
  makeRegistryElectron,
  REGISTRY_ELECTRON,
  registryElectronFits,
} from './registry-electron.mjs'
import { SetupError } from './say.mjs'

/**
 * @typedef {object} ElectronRuntime
 * @property {'official' | 'registry' | 'own'} kind downloaded by the electron package; built from the npm registry; named by
 *   ELECTRON_OVERRIDE_DIST_PATH
 * @property {string} version of Electron
 * @property {string} executable absolute path
 * @property {NodeJS.ProcessEnv} env what the tools need to find it (electron-vite, Playwright, the `electron` package)
 */

/**
 * The runtime that is ready on this machine, without any set-up work (a few file checks).
 * `DATELINE_ELECTRON=official` or `=registry` insists on one.
 * @returns {ElectronRuntime | null}
 */
export function findElectronRuntime() {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (own) {
    const executable = resolve(own, platformExecutable())
    if (!existsSync(executable))
      throw new SetupError(
        `ELECTRON_OVERRIDE_DIST_PATH points at ${own}, where there is no Electron: correct it or unset it.`,
      )
    return runtime('own', executable, versionBeside(executable))
  }
  const wish = process.env.DATELINE_ELECTRON
  const official = wish === 'registry' ? null : findOfficialElectron()
  if (official !== null) return runtime('official', official, officialVersion())
  const registry = wish === 'official' || !registryElectronFits() ? null : findRegistryElectron()
  return registry === null ? null : runtime('registry', registry, REGISTRY_ELECTRON.electron)
}

/**
 * Finds the runtime or gets one: the official download first, else the registry's.
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectronRuntime() {
  const found = findElectronRuntime() ?? (await getElectronRuntime())
  if (!electronPackageKnows(found)) writeFileSync(pathFile, placeFor(found))
  return found
}

async function getElectronRuntime() {
  const wish = process.env.DATELINE_ELECTRON
  if (wish !== 'registry') {
    const official = await downloadOfficialElectron()
    if (official !== null) return runtime('official', official, officialVersion())
  }
  if (wish === 'official' || !registryElectronFits()) {
    throw new SetupError(
      'Electron could not be downloaded from github.com: connect to the internet, or set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH, and run the command again.',
    )
  }
  return runtime('registry', await makeRegistryElectron(), REGISTRY_ELECTRON.electron)
}

const pathFile = inProject('node_modules', 'electron', 'path.txt')

/**
 * Whether `require('electron')`, `npx electron` and the CLI find this runtime without any environment: the electron
 * package reads the executable's place, relative to its `dist`, from path.txt.
 * @param {ElectronRuntime} found
 */
export function electronPackageKnows(found) {
  return existsSync(pathFile) && readFileSync(pathFile, 'utf8') === placeFor(found)
}

function placeFor(found) {
  if (found.kind === 'registry') return relative(inProject('node_modules', 'electron', 'dist'), found.executable)
  return platformExecutable()
}

/** @param {ElectronRuntime} found @returns {string} one line for a person */
export function describeRuntime({ kind, version, executable }) {
  const origin = {
    official: 'the official build',
    registry:
      'built from the npm registry, for development and tests; the official download takes its place with `npm run setup -- --official`',
    own: 'named by ELECTRON_OVERRIDE_DIST_PATH',
  }[kind]
  return `Electron ${version} (${origin}) in ${dirname(executable)}`
}

function runtime(kind, executable, version) {
  const env = { ELECTRON_EXEC_PATH: executable }
  if (kind === 'own') env.ELECTRON_OVERRIDE_DIST_PATH = dirname(executable)
  return { kind, version, executable, env }
}

function versionBeside(executable) {
  try {
    return readFileSync(join(dirname(executable), 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
  } catch {
    return 'of unknown version'
  }
}
