import { _electron, type ElectronApplication, type Page, test as base } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '..')
export const SEEDS = join(ROOT, 'seeds')
const HELD_START = join(import.meta.dirname, 'held-start')

export interface Workbench {
  app: ElectronApplication
  page: Page
  /** The data folder of this test: index, casebook, journal, backups. */
  data: string
}

export interface LaunchOptions {
  folder?: string
  data: string
  env?: Record<string, string>
  /** The folder Electron starts; the held start of the application as it is built when not given. */
  start?: string
  /** Further arguments of the program. */
  args?: string[]
}

/** The Electron executable that the set-up found; the test runner's script passes it on. */
export function electronPath(): string {
  const path = process.env['ELECTRON_EXEC_PATH']
  if (!path) throw new Error('ELECTRON_EXEC_PATH is not set: run the end-to-end tests by `npm run test:e2e`.')
  return path
}

/** Arguments every start needs on this machine (as root: Chromium's sandbox off), from the test runner's script. */
export const electronArguments = (): string[] =>
  (process.env['DATELINE_ELECTRON_ARGS'] ?? '').split(' ').filter(Boolean)

/** Starts the real application on a data folder and waits for its window's page. */
export async function launch({
  folder,
  data,
  env = {},
  start = HELD_START,
  args = [],
}: LaunchOptions): Promise<Workbench> {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [start, ...(folder ? [folder] : []), ...args],
    env: { ...(process.env as Record<string, string>), DATELINE_DATA: data, ...env },
    // The window's own theme, not one of the driver's.
    colorScheme: null,
    timeout: 60_000,
  })
  const page = await app.firstWindow()
  await page.waitForLoadState('domcontentloaded')
  return { app, page, data }
}

/** An empty folder for one test or file; `removeFolder` takes it away again. */
export const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'dateline-e2e-'))
export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

interface Fixtures {
  /** An empty data folder, removed after the test. */
  data: string
  /** The application on the sample corpus, in a fresh data folder. */
  workbench: Workbench
}

export const test = base.extend<Fixtures>({
  data: async ({}, use) => {
    const data = await makeFolder()
    await use(data)
    await removeFolder(data)
  },
  workbench: async ({ data }, use) => {
    const workbench = await launch({ folder: SEEDS, data })
    await use(workbench)
    await workbench.app.close()
  },
})

export { expect } from '@playwright/test'
