/** Lays the program out as a release is: Electron's files, the program in an archive, the fuses flipped. */
import { createPackageWithOptions } from '@electron/asar'
import { flipFuses, FuseVersion } from '@electron/fuses'
import { cpSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inProject } from '../../setup/places.mjs'

/**
 * @param {string} electron the executable of the Electron in use
 * @param {string} folder an empty folder to pack into
 * @param {import('./fuse-wishes.mjs').fuseWishes extends (...args: never[]) => infer R ? R : never} wishes
 * @returns {Promise<string>} the packed executable
 */
export async function pack(electron, folder, wishes) {
  const [stage, release] = [join(folder, 'stage'), join(folder, 'release')]
  mkdirSync(stage)
  for (const part of [
    'package.json',
    'out/main',
    'out/preload',
    'out/renderer',
    'out/fonts',
    'node_modules/better-sqlite3',
  ])
    cpSync(inProject(part), join(stage, part), { recursive: true, dereference: true })
  cpSync(dirname(electron), release, { recursive: true })
  // Under its own name Electron takes itself for a release.
  const executable = join(release, 'dateline')
  renameSync(join(release, 'electron'), executable)
  for (const part of ['resources', 'seeds'])
    cpSync(inProject(part), join(release, 'resources', part), { recursive: true })
  await createPackageWithOptions(stage, join(release, 'resources', 'app.asar'), { unpack: '*.node' })
  await flipFuses(executable, {
    version: FuseVersion.V1,
    ...Object.fromEntries(wishes.map(({ option, on }) => [option, on])),
  })
  return executable
}
