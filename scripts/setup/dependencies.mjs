/** Node, npm and node_modules. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { inProject } from './places.mjs'
import { npmComplaint, runCommand } from './run-command.mjs'
import { progress, SetupError } from './say.mjs'

const STAMP = ['node_modules', '.dateline-lockfile']

/** The oldest Node that can run these scripts, and the oldest that can run the project where no Node comes with it. */
const OLDEST_FOR_SETUP = [18, 0]
const OLDEST_FOR_PROJECT = [22, 14]

/** @param {string} version "22.14.0" @param {number[]} oldest [major, minor] @returns {boolean} */
export function isAtLeast(version, [major, minor]) {
  const [hasMajor, hasMinor] = version.split('.').map(Number)
  return hasMajor > major || (hasMajor === major && hasMinor >= minor)
}

/** Throws when this Node cannot set the project up. On Linux x64 a Node 24 comes with the dependencies, so an older one is enough to begin. */
export function checkNode() {
  const comesAlong = process.platform === 'linux' && process.arch === 'x64'
  const oldest = comesAlong ? OLDEST_FOR_SETUP : OLDEST_FOR_PROJECT
  if (isAtLeast(process.versions.node, oldest)) return
  throw new SetupError(
    `This is Node ${process.versions.node} and Dateline needs ${oldest.join('.')} or newer: install a current Node from nodejs.org and run the command again.`,
  )
}

/** @returns {boolean} whether node_modules is what package-lock.json says; the full comparison only when the lockfile changed */
export function dependenciesAreReady() {
  const lockfile = readFileSync(inProject('package-lock.json'), 'utf8')
  const stamp = createHash('sha256').update(lockfile).digest('hex')
  if (existsSync(inProject(...STAMP)) && readFileSync(inProject(...STAMP), 'utf8') === stamp) return true
  const hidden = inProject('node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  if (!lockfileIsInstalled(JSON.parse(lockfile), JSON.parse(readFileSync(hidden, 'utf8')))) return false
  writeFileSync(inProject(...STAMP), stamp)
  return true
}

/**
 * Whether npm's own record of node_modules holds every package of the lockfile in its version. Optional packages may be
 * absent (other platforms).
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} lockfile
 * @param {{ packages: Record<string, { version?: string }> }} installed node_modules/.package-lock.json
 */
export function lockfileIsInstalled(lockfile, installed) {
  return Object.entries(lockfile.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed.packages[path]
    return found === undefined ? Boolean(wanted.optional) : found.version === wanted.version
  })
}

/** Installs exactly what the lockfile says. No install script of any package is needed, so none is run. */
export async function installDependencies() {
  const total = Object.keys(JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages).length
  const bar = progress('Installing dependencies (npm ci)')
  const timer = setInterval(() => bar.update(`${countPackages()} of at most ${total} packages`), 1000)
  const result = await runCommand('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: inProject(),
    env: systemEnvironment(),
    shell: process.platform === 'win32',
  })
  clearInterval(timer)
  if (result.code === 127)
    throw new SetupError('npm was not found: install Node with npm from nodejs.org and run the command again.')
  if (result.code !== 0 || !dependenciesAreReady()) {
    throw new SetupError(
      `npm ci did not succeed (${npmComplaint(result)}): check that the npm registry can be reached (\`npm ping\`) and run the command again.`,
    )
  }
  bar.done()
}

/** Without node_modules/.bin in PATH: npm ci removes the Node that lies there while it runs. */
function systemEnvironment() {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/]\.bin[\\/]?$/.test(folder))
  return { ...process.env, PATH: path.join(delimiter) }
}

function countPackages() {
  const folder = inProject('node_modules')
  if (!existsSync(folder)) return 0
  return readdirSync(folder).reduce((count, name) => {
    if (name.startsWith('.')) return count
    return count + (name.startsWith('@') ? readdirSync(inProject('node_modules', name)).length : 1)
  }, 0)
}
