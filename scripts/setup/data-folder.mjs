import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** @param {NodeJS.ProcessEnv} [env] @returns {string} where the application keeps its databases: Electron's userData unless DATELINE_DATA says otherwise */
export function dataFolder(env = process.env) {
  if (env.DATELINE_DATA) return resolve(env.DATELINE_DATA)
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Dateline')
  if (process.platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Dateline')
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'Dateline')
}
