import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { allRead, library, openFound, search, selectWords, tab, textOf, writeNote } from './steps'
import { expect, launch, makeFolder, removeFolder, SEEDS, test, type Workbench } from './workbench'

let workbench: Workbench
test.beforeAll(async () => {
  workbench = await launch({ folder: SEEDS, data: await makeFolder() })
})
test.afterAll(async () => {
  await workbench.app.close()
  await removeFolder(workbench.data)
})

/** What axe finds, as lines a person can act on. Legacy mode: axe's own helper window may not be opened here. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/** Looks at the screen as it stands, light and dark, when nothing moves any more. */
async function look(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(async () => {
      await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)))
    })
    expect.soft(await findings(page), `${screen}, ${colorScheme}`).toEqual([])
  }
}
const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }).click()

test('axe finds nothing on any screen, in any dialog, light and dark', async () => {
  test.setTimeout(360_000)
  const { page } = workbench
  await allRead(page)
  await expect(library(page).getByRole('option').first()).toBeVisible()
  await look(page, 'library, nothing open')

  await search(page, 'Darvan berths')
  await openFound(page, 0)
  await openFound(page, 1, 'beside')
  await expect(textOf(page, 'B')).toContainText('Darvan')
  await page.getByRole('button', { name: /Ilse Darvan/, expanded: false }).click()
  await page.getByRole('button', { name: 'Why?' }).click()
  await look(page, 'search, two panes, a chosen name')

  await tab(page, 'Quotes').click()
  await look(page, 'quotes and figures')

  await tab(page, 'Notes').click()
  await look(page, 'no notes')
  await selectWords(page, 'A', 'Darvan')
  await look(page, 'selected passage')
  await page.keyboard.press('n')
  await writeNote(page, 'A note', 'Words. ')
  await page.getByRole('button', { name: 'Versions' }).click()
  await look(page, 'a note and its versions')

  await page.keyboard.press('Alt+d')
  await expect(page.getByRole('list', { name: 'What differs here' })).toBeVisible()
  await look(page, 'two panes compared')
  await view(page, 'Wire families')
  await page.getByRole('listbox', { name: 'Families' }).getByRole('option').first().click()
  await expect(page.getByRole('table')).toBeVisible()
  await look(page, 'a wire family')
  await view(page, 'Conflicts')
  await expect(page.getByRole('button', { name: 'Side by side' }).first()).toBeVisible()
  await look(page, 'conflicts')
  await page.getByRole('button', { name: 'Judge…' }).first().click()
  await look(page, 'judging a conflict')
  await page.keyboard.press('Escape')
  await view(page, 'Library')
  await page.keyboard.press('d')
  await expect(page.getByRole('main', { name: 'Dossier' }).getByRole('heading')).toBeVisible()
  await look(page, 'a dossier')

  await view(page, 'Names')
  await look(page, 'names')
  await view(page, 'Notes')
  await look(page, 'notes')
  await view(page, 'Briefings')
  await look(page, 'no briefing')
  await page.getByRole('region', { name: 'Briefings' }).getByRole('button', { name: 'New briefing' }).click()
  const making = page.getByRole('dialog', { name: 'New briefing' })
  await making.getByRole('textbox', { name: 'Title' }).fill('Marenza')
  await making.getByRole('checkbox', { name: 'A note' }).check()
  await look(page, 'new briefing')
  await making.getByRole('button', { name: 'Make briefing' }).click()
  await expect(page.getByRole('textbox', { name: 'Sentence', exact: true }).first()).toBeVisible()
  await look(page, 'briefing desk')
  await page.getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByRole('dialog', { name: 'Export briefing' })).toBeVisible()
  await look(page, 'export')
  await page.keyboard.press('Escape')

  await view(page, 'Library')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look(page, 'command palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
  await look(page, 'shortcut sheet')
  await page.keyboard.press('Escape')
  for (const name of ['Settings', 'Type and marks', /^Workspace/]) {
    await page.getByRole('button', { name }).click()
    await look(page, `menu ${String(name)}`)
    await page.keyboard.press('Escape')
  }

  await page.getByRole('button', { name: /^Workspace/ }).click()
  await page.getByRole('menuitem', { name: 'Close workspace' }).click()
  await expect(page.getByRole('main', { name: 'Open a workspace' })).toBeVisible()
  await look(page, 'opening')
})
