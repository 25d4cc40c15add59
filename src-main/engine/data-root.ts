import { createHash } from 'node:crypto'
import { accessSync, constants, mkdirSync, realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { DatelineError } from '../contract/errors'

/** The folder for everything Dateline keeps: `DATELINE_DATA`, or where this system keeps programs' data. Never among the sources. */
export function dataRoot(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (environment['DATELINE_DATA']) return resolve(environment['DATELINE_DATA'])
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Dateline')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Dateline')
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Dateline')
}

/** A folder of sources and where its index and casebook live. */
export interface WorkspacePlace {
  /** First 32 hex digits of the sha256 of the folder's real path. */
  id: string
  folder: string
  name: string
  /** Holds index.sqlite, casebook.sqlite, journal/, backups/, damaged/. */
  directory: string
}

/** Finds the workspace of a folder; throws `folder_missing`, `folder_unreadable`, or `read_only` where its directory cannot be made. Makes no files but its directory. */
export function workspaceOf(folder: string, directory?: string): WorkspacePlace {
  const real = realFolder(folder)
  const id = createHash('sha256').update(real).digest('hex').slice(0, 32)
  const place = {
    id,
    folder: real,
    name: basename(real) || real,
    directory: directory ? resolve(directory) : join(dataRoot(), 'workspaces', id),
  }
  makeDirectory(place.directory)
  return place
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(code)) throw error
    throw new DatelineError(
      'read_only',
      `Dateline cannot make its folder ${directory}. Change the permissions there, or say with DATELINE_DATA where else to keep its data.`,
      code,
    )
  }
}

function realFolder(folder: string): string {
  try {
    const real = realpathSync.native(resolve(folder))
    if (statSync(real).isDirectory()) {
      accessSync(real, constants.R_OK | constants.X_OK)
      return real
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'EACCES' || code === 'EPERM') {
      throw new DatelineError(
        'folder_unreadable',
        `Dateline may not read ${folder}. Change its permissions or choose another folder.`,
        code,
      )
    }
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
  }
  throw new DatelineError(
    'folder_missing',
    `There is no folder ${folder}. It may have been moved, or its disk is not connected.`,
  )
}
