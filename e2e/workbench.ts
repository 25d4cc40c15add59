import { _electron, type ElectronApplication, type Page, test as base } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
export const SEEDS = join(ROOT, 'seeds')

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
}

/** The Electron executable that the set-up found; the test runner's script passes it on. */
export function electronPath(): string {
  const path = process.env['ELECTRON_EXEC_PATH']
  if (!path) throw new Error('ELECTRON_EXEC_PATH is not set: run the end-to-end tests by `npm run test:e2e`.')
  return path
}

/** Starts the real application on a data folder and waits for its window's page. */
export async function launch({ folder, data, env = {} }: LaunchOptions): Promise<Workbench> {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [ROOT, ...(folder ? [folder] : [])],
    env: { ...(process.env as Record<string, string>), DATELINE_DATA: data, ...env },
    timeout: 60_000,
  })
  const page = await app.firstWindow()
  await page.waitForLoadState('domcontentloaded')
  return { app, page, data }
}

interface Fixtures {
  /** An empty data folder, removed after the test. */
  data: string
  /** The application on the sample corpus, in a fresh data folder. */
  workbench: Workbench
}

export const test = base.extend<Fixtures>({
  data: async ({}, use) => {
    const data = await mkdtemp(join(tmpdir(), 'dateline-e2e-'))
    await use(data)
    await rm(data, { recursive: true, force: true })
  },
  workbench: async ({ data }, use) => {
    const workbench = await launch({ folder: SEEDS, data })
    await use(workbench)
    await workbench.app.close()
  },
})

export { expect } from '@playwright/test'
