/** What Electron and the tests need of a Debian or Ubuntu machine. Other systems are left alone. */
import { existsSync } from 'node:fs'
import { runCommand, lastLine } from './run-command.mjs'
import { findOnPath } from './places.mjs'
import { progress, SetupError } from './say.mjs'

/** By purpose: the libraries Electron links to; a screen where there is none; the compiler; what only tests use. */
export const SYSTEM_PACKAGES = Object.freeze({
  electron: [
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libnotify4',
    'libxtst6',
    'fonts-dejavu-core',
  ],
  screen: ['xvfb', 'xauth', 'dbus'],
  compiler: ['g++'],
  tests: ['poppler-utils', 'qpdf', 'iproute2'],
})

/** Newer releases renamed some libraries for 64-bit time. */
const RENAMED_SUFFIX = 't64'

/** @returns {boolean} whether the person has a screen to show a window on */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** @returns {boolean} whether packages can be asked about and installed the Debian way */
export function isDebianLike() {
  return process.platform === 'linux' && existsSync('/var/lib/dpkg/info') && findOnPath('apt-get') !== null
}

/**
 * @param {(keyof typeof SYSTEM_PACKAGES)[]} purposes
 * @returns {string[]} packages that are not installed, by dpkg's file lists (under a millisecond); [] on other systems
 */
export function missingSystemPackages(purposes) {
  if (!isDebianLike()) return []
  return purposes.flatMap((purpose) => SYSTEM_PACKAGES[purpose]).filter((name) => !isInstalled(name))
}

function isInstalled(name) {
  const architecture = { x64: 'amd64', arm64: 'arm64' }[process.arch] ?? process.arch
  const spellings = [
    name,
    `${name}:${architecture}`,
    `${name}${RENAMED_SUFFIX}`,
    `${name}${RENAMED_SUFFIX}:${architecture}`,
  ]
  return spellings.some(
    (spelling) =>
      existsSync(`/var/lib/dpkg/info/${spelling}.list`) && existsSync(`/var/lib/dpkg/info/${spelling}.md5sums`),
  )
}

/**
 * Installs packages as root; otherwise says the exact command.
 * @param {string[]} names from missingSystemPackages
 */
export async function installSystemPackages(names) {
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `System libraries are missing and only root may install them: run \`sudo ${command}\` and then this command again.`,
    )
  }
  const bar = progress(`Installing ${names.length} system packages (${names.join(', ')})`)
  const timer = setInterval(() => bar.update('still installing'), 1000)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => runCommand('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-q', ...args], { env })
  await apt('update')
  const known = await Promise.all(names.map(currentName))
  const result = await apt('install', '-y', '--no-install-recommends', ...known)
  clearInterval(timer)
  if (result.code !== 0)
    throw new SetupError(
      `apt-get did not succeed (${lastLine(result)}): run \`${command}\` by hand, mend what it says, and run this command again.`,
    )
  bar.done()
}

/** @param {string} name @returns {Promise<string>} the name this release has for it */
async function currentName(name) {
  const renamed = `${name}${RENAMED_SUFFIX}`
  const found = await runCommand('apt-cache', ['show', '--no-all-versions', renamed])
  return found.code === 0 && found.stdout.includes(`Package: ${renamed}`) ? renamed : name
}
