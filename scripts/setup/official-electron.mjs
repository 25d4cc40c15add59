/** The Electron binary that the `electron` package downloads by itself; its checksums come with the package. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, projectNode, toolEnvironment } from './places.mjs'
import { lastLine, runCommand } from './run-command.mjs'
import { progress, say } from './say.mjs'

const PROBE_MS = 6_000
const DOWNLOAD_MS = 15 * 60_000

/** @returns {string} the version package.json asks for */
export function officialVersion() {
  return JSON.parse(readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8')).version
}

/** @returns {string} the executable's path below `dist`, as the electron package names it */
export function platformExecutable() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/** @returns {string | null} the downloaded executable, when it is of the version asked for */
export function findOfficialElectron() {
  const dist = inProject('node_modules', 'electron', 'dist')
  const executable = join(dist, platformExecutable())
  try {
    const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
    return version === officialVersion() && existsSync(executable) ? executable : null
  } catch {
    return null
  }
}

/**
 * Asks for the official download. Where the server cannot be reached this takes a few seconds and is no failure.
 * @returns {Promise<string | null>} the executable, or null with the reason already printed
 */
export async function downloadOfficialElectron() {
  const version = officialVersion()
  const reason = await unreachable(version)
  if (reason !== null) {
    say(`Electron ${version}: the official download cannot be reached (${reason}).`)
    return null
  }
  const bar = progress(`Downloading Electron ${version} (about 120 MB)`)
  const timer = setInterval(() => bar.update('still downloading'), 1000)
  const result = await runCommand(projectNode(), [inProject('node_modules', 'electron', 'install.js')], {
    env: toolEnvironment(),
    timeout: DOWNLOAD_MS,
  })
  clearInterval(timer)
  const executable = findOfficialElectron()
  if (result.code === 0 && executable !== null) {
    bar.done('checksum right')
    return executable
  }
  say(
    `Electron ${version}: the official download failed (${result.timedOut ? 'it took over 15 minutes' : complaint(result)}).`,
  )
  return null
}

/** @returns {Promise<string | null>} why the server does not answer, or null when it does (or only the download itself can tell) */
async function unreachable(version) {
  // A proxy or a mirror is the downloader's business: only it knows how to use them.
  const { ELECTRON_GET_USE_PROXY, ELECTRON_MIRROR, npm_config_electron_mirror: mirror } = process.env
  if (ELECTRON_GET_USE_PROXY || ELECTRON_MIRROR || mirror) return null
  const address = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })
    return answer.ok ? null : `github.com answered ${answer.status}`
  } catch (error) {
    return error.name === 'TimeoutError'
      ? `no answer from github.com in ${PROBE_MS / 1000} s`
      : (error.cause?.code ?? error.message)
  }
}

/** The downloader prints an error with its stack; the first line names the trouble. */
function complaint(result) {
  return (
    result.stderr
      .split('\n')
      .find((line) => /Error\b/.test(line))
      ?.trim() ?? lastLine(result)
  )
}
