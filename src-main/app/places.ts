import { app } from 'electron'
import { join } from 'node:path'

/** Where the program's own files lie: beside the bundles in development, in the resources folder of a release. */
export interface Places {
  page: string
  preload: string
  engine: string
  resources: string
  fonts: string
  sample: string
  data: string
}

/** `DATELINE_DATA` moves the data folder, for tests and for people who keep it on an encrypted disk. */
export function places(): Places {
  const out = join(app.getAppPath(), 'out')
  const base = app.isPackaged ? process.resourcesPath : app.getAppPath()
  return {
    page: join(out, 'renderer'),
    preload: join(out, 'preload', 'index.cjs'),
    engine: join(out, 'main', 'engine.js'),
    resources: join(base, 'resources'),
    fonts: join(out, 'fonts'),
    sample: join(base, 'seeds'),
    data: process.env['DATELINE_DATA'] ?? join(app.getPath('appData'), 'Dateline'),
  }
}
