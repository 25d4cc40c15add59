import { AxeBuilder } from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { allRead, found, search, textOf } from './steps'
import { expect, launch, makeFolder, SEEDS, test } from './workbench'

/** Looks at the screen as it stands, light and dark; a folder named in DATELINE_LOOK gets pictures of it. */
async function look(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(async () => {
      await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)))
    })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const findings = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
    expect.soft(findings, `${screen}, ${colorScheme}`).toEqual([])
    const folder = process.env['DATELINE_LOOK']
    if (folder) await page.screenshot({ path: join(folder, `${screen}-${colorScheme}.png`) })
  }
}

test('an analyst narrows a search, reads it line by line, keeps it and counts many', async ({ data }) => {
  const { app, page } = await launch({ folder: SEEDS, data })
  await page.setViewportSize({ width: 1440, height: 900 })
  await allRead(page)
  const tools = page.getByRole('toolbar', { name: 'Search views' })
  const filters = page.getByRole('group', { name: 'Filters' })

  await search(page, 'figure:>5 dead')
  await tools.getByRole('button', { name: 'Filters' }).click()
  const agency = filters.getByRole('group', { name: 'Agency' }).getByRole('checkbox').first()
  const counted = Number(/(\d+)$/.exec((await agency.innerText()).trim())?.[1])
  await agency.click()
  await expect(found(page).getByRole('option')).toHaveCount(counted)
  await look(page, 'filters')
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await tools.getByRole('button', { name: 'Filters' }).click()

  await search(page, 'terminal')
  await page.keyboard.press('Control+Shift+X')
  const lines = page.getByRole('listbox', { name: 'Lines' })
  await expect(lines.getByRole('option').first()).toContainText(/terminal/i)
  await page.getByRole('radio', { name: 'Right', exact: true }).click()
  await look(page, 'in context')
  await lines.getByRole('option').first().click()
  await expect(textOf(page, 'A').locator('.hit').first()).toContainText(/terminal|терминал/i)

  await page.keyboard.press('Control+Shift+S')
  const saved = page.getByRole('main', { name: 'Saved searches' })
  await saved.getByRole('textbox', { name: 'Name of this search' }).fill('Terminals')
  await saved.getByRole('button', { name: 'Keep this search' }).click()
  await expect(saved.getByRole('row').nth(1)).toContainText('terminal')
  await expect(saved.getByRole('list', { name: 'Searched before' })).toContainText('figure:>5 dead')
  await look(page, 'saved')

  await tools.getByRole('button', { name: 'Table of queries' }).click()
  const table = page.getByRole('main', { name: 'Table of queries' })
  await table.getByRole('textbox').fill('terminal\nНазарбаев\nsays:Darvan\nnothingatall')
  await page.keyboard.press('Control+Enter')
  await expect(table.getByRole('row')).toHaveCount(5)
  await expect(table.getByRole('row').nth(4)).toContainText('nothing found')
  await look(page, 'table')
  const out = join(await makeFolder(), 'queries.csv')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, out)
  await table.getByRole('button', { name: 'Export CSV…' }).click()
  await expect(page.getByText(`4 lines were written to ${out}`)).toBeVisible()
  expect(readFileSync(out, 'utf8')).toContain('nothingatall,0')
})
