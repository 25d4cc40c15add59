import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { allRead, library } from './steps'
import { expect, launch, makeFolder, removeFolder, SEEDS, test, type Workbench } from './workbench'

let workbench: Workbench
test.beforeAll(async () => {
  workbench = await launch({ data: await makeFolder() })
})
test.afterAll(async () => {
  await workbench.app.close()
  await removeFolder(workbench.data)
})

const opening = (page: Page) => page.getByRole('main', { name: 'Open a workspace' })
const workspaceMenu = (page: Page) => page.getByRole('button', { name: /^Workspace/ })
const status = (page: Page) => page.getByRole('contentinfo', { name: 'Status' })

/** Drops a file or folder of the disk on the window, as the desktop would. */
async function drop(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  await session.detach()
}

/** Answers the system's dialog for a folder, which is no part of the page. */
const answerDialog = (app: ElectronApplication, folder: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, folder)

async function closeWorkspace(page: Page): Promise<void> {
  await workspaceMenu(page).click()
  await page.getByRole('menuitem', { name: 'Close workspace' }).click()
  await expect(opening(page)).toBeVisible()
}

test('a folder is dropped on the window; recent folders open again, are forgotten, and say when they are gone', async () => {
  const { app, page, data } = workbench
  const [port, water] = [join(data, 'Port'), join(data, 'Water')]
  cpSync(join(SEEDS, '2019-03-12'), port, { recursive: true })
  cpSync(join(SEEDS, '2023-07'), water, { recursive: true })
  await expect(opening(page)).toContainText('Folders you open are listed here')

  await drop(page, join(port, 'lps-1120-marenza-terminal.txt'))
  await expect(opening(page).getByRole('alert')).toContainText(/folder/i)

  await drop(page, port)
  await expect(workspaceMenu(page)).toContainText('Port')
  await expect(library(page).getByRole('option').first()).toBeVisible()
  // Another one while a folder is open.
  await drop(page, water)
  await expect(workspaceMenu(page)).toContainText('Water')

  await workspaceMenu(page).click()
  await page.getByRole('menuitem', { name: 'Port' }).click()
  await expect(workspaceMenu(page)).toContainText('Port')
  await allRead(page)
  await closeWorkspace(page)

  const recents = opening(page).getByRole('listitem')
  await expect(recents).toHaveText([/^\s*Port\s*\d+ articles/, /^\s*Water/])
  rmSync(water, { recursive: true })
  await answerDialog(app, port)
  await page.keyboard.press('Control+o')
  await expect(workspaceMenu(page)).toContainText('Port')
  await closeWorkspace(page)
  const gone = recents.filter({ hasText: 'Water' })
  await expect(gone).toContainText('folder not found')
  await expect(gone.getByRole('button').first()).toBeDisabled()
  await gone.hover()
  await gone.getByRole('button', { name: 'Forget Water' }).click()
  await expect(recents).toHaveCount(1)
  await recents.getByRole('button').first().click()
  await expect(library(page).getByRole('option').first()).toBeVisible()
})

test('files that cannot be read are listed with their reason, and read as soon as they can be', async () => {
  const { page, data } = workbench
  const folder = join(data, 'Inbox')
  cpSync(join(SEEDS, '2018-10'), folder, { recursive: true })
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'cut-off.pdf'), '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n')
  // A picture is nothing that anybody would want mended.
  writeFileSync(join(folder, 'picture.png'), Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108', 'hex'))
  await drop(page, folder)
  await expect(workspaceMenu(page)).toContainText('Inbox')
  await allRead(page)
  await status(page).getByRole('button', { name: '2 files need attention' }).click()
  const panel = page.getByRole('main', { name: 'Needs attention' })
  const row = (name: string) => panel.getByRole('row').filter({ hasText: name })
  await expect(row('cut-off.pdf')).toContainText('It is damaged. Open it in the program it was made with')
  await expect(row('empty.txt')).toContainText('The file is empty.')

  writeFileSync(
    join(folder, 'empty.txt'),
    'RAMLA, July 3 (LPS) - The file was filled later, an editor said on Monday.\n',
  )
  await panel.getByRole('button', { name: 'Read the folder again' }).click()
  await expect(panel.getByRole('heading')).toHaveText('1 file needs attention')
  await expect(row('empty.txt')).toHaveCount(0)
  await page.keyboard.press('Alt+1')
  await expect(library(page).getByRole('option').filter({ hasText: 'The file was filled later' })).toBeVisible()
})

test('reading is cancelled, says so, and goes on when asked', async () => {
  const { page, data } = workbench
  const folder = join(data, 'Archive')
  mkdirSync(folder)
  const FILES = 2000
  const story = 'The harbour office said on Tuesday that the second berth would open again. '.repeat(40)
  for (let i = 0; i < FILES; i++) writeFileSync(join(folder, `${i}.txt`), `MARENZA (LPS) - Report ${i}. ${story}\n`)
  // Pressed by the page itself the moment it is there: a reading that is quicker than the driver is cancelled as well.
  await page.evaluate(() => {
    const press = new MutationObserver(() => {
      const cancel = [...document.querySelectorAll<HTMLButtonElement>('[aria-label="Reading the folder"] button')].find(
        (button) => button.textContent.trim() === 'Cancel',
      )
      if (!cancel) return
      press.disconnect()
      cancel.click()
    })
    press.observe(document.body, { childList: true, subtree: true })
  })
  await drop(page, folder)
  await expect(status(page)).toContainText('Reading cancelled')
  const read = async () => Number(/Text ([\d,]+)/.exec((await status(page).textContent()) ?? '')?.[1]?.replace(',', ''))
  expect(await read()).toBeLessThan(FILES)
  await status(page).getByRole('button', { name: 'Read on' }).click()
  await expect.poll(read, { timeout: 30_000 }).toBe(FILES)
  await expect(library(page).getByRole('option').first()).toHaveAttribute('aria-setsize', String(FILES))
})
