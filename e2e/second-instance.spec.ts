import { spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { basename, join } from 'node:path'
import { library, textOf } from './steps'
import { electronArguments, electronPath, expect, launch, ROOT, SEEDS, test } from './workbench'

/**
 * Starts Dateline once more as a person would, and waits for its end. Not by Playwright, which waits for a window: a second
 * start has none.
 */
function startAgain(folder: string, cwd: string, data: string): Promise<number | null> {
  const child = spawn(electronPath(), [...electronArguments(), ROOT, folder], {
    cwd,
    env: { ...process.env, DATELINE_DATA: data },
    stdio: 'ignore',
  })
  return new Promise((done, fail) => child.once('error', fail).once('exit', done))
}

test('F25 a second start hands its folder to the first window and ends', async ({ data }) => {
  cpSync(join(SEEDS, '2018-10'), join(data, 'other', 'railway'), { recursive: true })
  const profile = join(data, 'profile')
  const { app, page } = await launch({ folder: SEEDS, data: profile })
  await expect(library(page).getByRole('option').first()).toBeVisible()

  // A path relative to where the second start was made, not to where the first one was.
  expect(await startAgain('railway', join(data, 'other'), profile)).toBe(0)
  await expect(page.getByRole('heading', { level: 1, name: 'railway' })).toBeAttached()
  await expect(library(page).getByRole('option')).toHaveCount(6)
  expect(app.windows()).toHaveLength(1)

  await library(page).getByRole('option').first().click()
  await expect(textOf(page, 'A')).toBeVisible()
  await app.close()
})

test('a start right after an end, and an end right after a start, wait for nobody', async ({ data }) => {
  for (let round = 0; round < 2; round++) {
    const { app, page } = await launch({ folder: SEEDS, data })
    await expect(page.getByRole('heading', { level: 1, name: basename(SEEDS) })).toBeAttached()
    await app.close()
  }
  // The window is asked to close while its page is still being loaded.
  const { app } = await launch({ folder: SEEDS, data })
  const gone = new Promise((done) => app.process().once('exit', done))
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.webContents.once('did-start-loading', () => electron.quit())
    window?.webContents.reload()
  })
  await gone
})
