/** Chromium's sandbox: when it must be off, and when the system keeps it from starting. */
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SetupError } from './say.mjs'

/** @returns {string[]} arguments Electron needs of its starter: Chromium's sandbox cannot work for root */
export function sandboxArguments() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/**
 * Ends with a sentence where Electron would abort: the sandbox needs user namespaces, which some systems keep from ordinary
 * programs, or its helper to belong to root. Switching the sandbox off instead is not ours to decide.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 */
export function checkSandbox(runtime) {
  if (process.platform !== 'linux' || sandboxArguments().length > 0 || namespacesAllowed(readSetting)) return
  const helper = join(dirname(runtime.executable), 'chrome-sandbox')
  const { uid, mode } = statSync(helper, { throwIfNoEntry: false }) ?? { uid: -1, mode: 0 }
  if (uid === 0 && mode & 0o4000) return
  throw new SetupError(
    `This system lets only root set up Chromium's sandbox: run \`sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\` once, and then this command again.`,
  )
}

/**
 * @param {(path: string) => string | null} setting reads a kernel setting; null where this kernel has none
 * @returns {boolean} whether an ordinary program may make a user namespace (Ubuntu's AppArmor, Debian's switch, the kernel's own)
 */
export function namespacesAllowed(setting) {
  return (
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
    setting('/proc/sys/kernel/unprivileged_userns_clone') !== '0' &&
    setting('/proc/sys/user/max_user_namespaces') !== '0'
  )
}

function readSetting(path) {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}
