import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * A file of the program's resources: in the folder `DATELINE_RESOURCES` names, in the packaged application's resources, or in
 * `resources/` of the nearest folder above this script that has it (development and the command line). Null where it is not there.
 */
export function resourceFile(...name: string[]): string | null {
  const packaged =
    'resourcesPath' in process && typeof process.resourcesPath === 'string' ? process.resourcesPath : null
  const roots = [
    process.env['DATELINE_RESOURCES'],
    packaged,
    ...resourcesAbove(dirname(fileURLToPath(import.meta.url))),
  ]
  for (const root of roots) {
    if (root && existsSync(join(root, ...name))) return join(root, ...name)
  }
  return null
}

function resourcesAbove(folder: string): string[] {
  const parent = dirname(folder)
  return [join(folder, 'resources'), ...(parent === folder ? [] : resourcesAbove(parent))]
}

/** The bundled worker script: beside the entry, or one level above its chunks. */
export function workerScript(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const found = [here, dirname(here)].map((folder) => join(folder, 'worker.js')).find((file) => existsSync(file))
  return found ?? join(here, 'worker.js')
}
