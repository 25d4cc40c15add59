import type { Page } from '@playwright/test'
import {
  acknowledged,
  allRead,
  noteText,
  noteTitle,
  openFound,
  processIds,
  search,
  selectWords,
  textOf,
  writeNote,
} from './steps'
import { expect, launch, SEEDS, test } from './workbench'

/** The search finds names in every spelling. */
const VERREKH = /Verrekh|Веррех/
const WORDS = 'All of the injured are in stable condition'

/** Two panes, a dark window, a wider list, a note on a passage. */
async function settle(page: Page): Promise<void> {
  await allRead(page)
  await search(page, `"${WORDS}"`)
  await openFound(page, 0)
  await search(page, 'Verrekh')
  await openFound(page, 0, 'beside')
  await expect(textOf(page, 'B')).toContainText(VERREKH)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await page.keyboard.press('Escape')
  const edge = page.getByRole('separator', { name: 'Width of the list' })
  await edge.focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
  await selectWords(page, 'A', WORDS)
  await page.keyboard.press('n')
  await writeNote(page, 'Kept', 'Written before the end. ')
}

const shown = async (page: Page) => ({
  panes: await page.getByRole('region', { name: /^Text of pane/ }).count(),
  list: Math.round((await page.getByRole('complementary', { name: 'search list' }).boundingBox())?.width ?? 0),
  dark: await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches),
  theme: await page.evaluate(() => document.documentElement.dataset['theme']),
})

async function expectAllBack(page: Page, before: Awaited<ReturnType<typeof shown>>): Promise<void> {
  await expect(textOf(page, 'A')).toContainText(WORDS)
  await expect(textOf(page, 'B')).toContainText(VERREKH)
  await expect(noteTitle(page)).toHaveValue('Kept')
  await expect(page.getByRole('region', { name: 'Rests on' })).toContainText(WORDS)
  expect(await shown(page)).toEqual(before)
}

test('quit in the middle of a sentence: panes, note, theme and layout are back, to the last letter', async ({
  data,
}) => {
  const first = await launch({ folder: SEEDS, data })
  await settle(first.page)
  const before = await shown(first.page)
  expect(before).toMatchObject({ panes: 2, dark: true, theme: 'dark' })
  await noteText(first.page).focus()
  await first.page.keyboard.press('Control+Home')
  await first.page.keyboard.type('Typed in the last moment. ')
  // No wait for the acknowledgement: closing waits for the page, and the page for the casebook.
  await first.app.close()

  const second = await launch({ folder: SEEDS, data })
  await expectAllBack(second.page, before)
  await expect(noteText(second.page)).toContainText('Typed in the last moment.')
  await expect(noteText(second.page)).toContainText('Written before the end.')
  await second.app.close()
})

test('all processes killed right after the acknowledgement: nothing is lost, and the next start is whole', async ({
  data,
}) => {
  const { app, page } = await launch({ folder: SEEDS, data })
  await settle(page)
  const before = await shown(page)
  await noteText(page).focus()
  await page.keyboard.press('Control+Home')
  const pids = await processIds(app)
  const typed = 'These words were acknowledged. '
  await page.keyboard.type(typed)
  await page.keyboard.press('Control+s')
  await acknowledged(page)
  const gone = new Promise((done) => app.process().once('exit', done))
  for (const pid of pids) process.kill(pid, 'SIGKILL')
  await gone

  const second = await launch({ folder: SEEDS, data })
  await expectAllBack(second.page, before)
  await expect(noteText(second.page)).toContainText(typed)
  await expect(noteText(second.page)).toContainText('Written before the end.')
  await second.app.close()
})
