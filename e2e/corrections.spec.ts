import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { glob, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { allRead, openFound, search, selectWords, tab, textOf } from './steps'
import { expect, launch, SEEDS, test } from './workbench'

const dialog = (page: Page) => page.getByRole('dialog')
const row = (page: Page, name: string) =>
  page.getByRole('tabpanel').getByRole('button', { name: new RegExp(`^${name}`) })
const section = (page: Page, kind: string) => page.getByRole('tabpanel').getByRole('region', { name: kind })

/** Makes the correction in the dialog; what lies behind it is only there again when it is gone. */
async function correct(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Correct' }).click()
  await expect(dialog(page)).toHaveCount(0)
}

async function openStory(page: Page): Promise<void> {
  await search(page, 'Nazarbayev Chelyabinsk')
  await openFound(page, 0)
  await tab(page, 'Entities').click()
}

test('a kind is corrected, two are merged, undone, and a new reading of the folder keeps what holds', async ({
  data,
}) => {
  test.setTimeout(90_000)
  const first = await launch({ folder: SEEDS, data })
  const { page } = first
  await allRead(page)
  await openStory(page)
  await expect(section(page, 'People').getByRole('button', { name: /^Vladimir Putin/ })).toBeVisible()

  // By the context menu: a kind, with what it changes shown before.
  await textOf(page, 'A').locator('.e.per', { hasText: 'Putin' }).first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: /is another kind/ }).click()
  await dialog(page).getByRole('combobox', { name: 'Kind' }).selectOption('organization')
  await expect(dialog(page)).toContainText(/Changes \d+ mentions? in \d+ articles?/)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  await correct(page)
  await expect(section(page, 'Organizations').getByRole('button', { name: /^Vladimir Putin/ })).toBeVisible()

  // By the keyboard: the same as somebody else, then taken back.
  await row(page, 'Nursultan Nazarbayev').click()
  await page.keyboard.press('m')
  await page.keyboard.press('e')
  await dialog(page).getByRole('combobox', { name: 'What is right' }).selectOption('merge')
  await dialog(page).getByRole('searchbox', { name: 'The same as' }).fill('Putin')
  await dialog(page)
    .getByRole('radio', { name: /Vladimir Putin/ })
    .check()
  await correct(page)
  await expect(row(page, 'Vladimir Putin')).toBeVisible()
  await expect(row(page, 'Nursultan Nazarbayev')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(row(page, 'Nursultan Nazarbayev')).toBeVisible()

  // A name that was not found.
  await selectWords(page, 'A', 'trade turnover')
  await page.keyboard.press('e')
  await dialog(page).getByRole('combobox', { name: 'Kind' }).selectOption('other')
  await correct(page)
  await expect(section(page, 'Other').getByRole('button', { name: /^trade turnover/ })).toBeVisible()
  await first.app.close()

  // The index is derived: made anew it shows the same.
  for await (const file of glob('**/index.sqlite*', { cwd: data })) await rm(join(data, file), { force: true })
  const second = await launch({ folder: SEEDS, data })
  await allRead(second.page)
  await openStory(second.page)
  await expect(section(second.page, 'Organizations').getByRole('button', { name: /^Vladimir Putin/ })).toBeVisible()
  await expect(section(second.page, 'People').getByRole('button', { name: /^Nursultan Nazarbayev/ })).toBeVisible()
  await expect(section(second.page, 'Other').getByRole('button', { name: /^trade turnover/ })).toBeVisible()
  await second.page.keyboard.press('Control+k')
  await second.page.keyboard.type('All corrections')
  await second.page.keyboard.press('Enter')
  const list = second.page.getByRole('list', { name: 'Corrections' })
  await expect(list.getByRole('listitem')).toHaveCount(3)
  await expect(list).toContainText('taken back')
  await second.app.close()
})
