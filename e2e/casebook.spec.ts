import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { acknowledged, allRead, noteText, noteTitle, openFound, search, selectWords, textOf } from './steps'
import { expect, test } from './workbench'

/** What axe finds on the screen as it stands, light and dark. Legacy mode: axe's own helper window may not be opened here. */
async function look(
  page: Page,
  screen: string,
  schemes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))))
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
    expect.soft(found, `${screen}, ${colorScheme}`).toEqual([])
    if (process.env['DATELINE_PICTURES'])
      await page.screenshot({ path: join(process.env['DATELINE_PICTURES'], `${screen}-${colorScheme}.png`) })
  }
}
const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true }).click()
const codes = (page: Page) => page.getByRole('tree', { name: 'Codebook' }).getByRole('treeitem')

/** Selects words and puts them under a code, by keyboard from there on. */
async function code(page: Page, words: string, name: string): Promise<void> {
  await selectWords(page, 'A', words)
  await page.keyboard.press('k')
  const dialog = page.getByRole('dialog', { name: 'Code this passage' })
  await dialog.getByRole('textbox', { name: 'Code' }).fill(name)
  await expect(dialog.getByRole('option').first()).toContainText(name)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`Coded “${name}”.`).last()).toBeVisible()
}

async function answerDialogs(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
}
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('textbox').fill(title)
  await page.getByRole('option', { name: title }).first().click()
}

test('passages are coded by keyboard, codes merged and undone, sources graded, and the casebook leaves and comes back', async ({
  workbench: { app, page, data },
}) => {
  test.setTimeout(120_000)
  await allRead(page)
  await search(page, 'Darvan berths')
  await openFound(page, 0)
  await expect(textOf(page, 'A')).toContainText('Darvan')
  await code(page, 'Darvan', 'People')
  await code(page, 'berths', 'Berths')
  await code(page, 'port', 'Port')

  await view(page, 'Codes')
  await expect(codes(page)).toHaveText([/People\s*1/, /Berths\s*1/, /Port\s*1/])
  await codes(page).nth(2).click()
  await expect(page.getByRole('region', { name: 'Passages' })).toContainText(/port/i)
  await look(page, 'codes')
  await page.getByRole('tree', { name: 'Codebook' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByRole('treeitem', { name: /Port/ })).toHaveAttribute('aria-level', '2')
  await page.getByRole('combobox', { name: /Merge into/ }).selectOption({ label: 'Berths' })
  await expect(codes(page)).toHaveText([/People\s*1/, /Berths\s*2/])
  await page.getByRole('radio', { name: /articles/ }).click()
  await expect(page.getByRole('region', { name: 'Codes by article' })).toContainText('2')
  await look(page, 'codes by article')

  // One Ctrl+Z per change: the merge, the two moves.
  await page.getByRole('tree', { name: 'Codebook' }).focus()
  await page.keyboard.press('Control+z')
  await expect(codes(page)).toHaveCount(3)
  await page.keyboard.press('Control+Shift+z')
  await expect(codes(page)).toHaveCount(2)
  await page.getByRole('button', { name: /changes of this session$/ }).click()
  await expect(page.getByRole('dialog', { name: 'Changes of this session' })).toContainText('merged into “Berths”')
  await look(page, 'changes of the session', ['dark'])
  await page.keyboard.press('Escape')

  await view(page, 'Search')
  await selectWords(page, 'A', 'Darvan')
  await page.keyboard.press('n')
  await expect(noteText(page)).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('Who counted the berths?')
  await noteTitle(page).fill('First note')
  await page.getByRole('combobox', { name: 'Add a tag' }).fill('port, ')
  await page.getByRole('combobox', { name: 'Add a tag' }).press('Enter')
  await acknowledged(page)
  await page.getByRole('button', { name: 'Grade the source' }).click()
  const grading = page.getByRole('dialog', { name: 'Grade the source' })
  await grading.getByRole('combobox', { name: 'Reliability' }).selectOption('B')
  await grading.getByRole('combobox', { name: 'Credibility' }).selectOption('2')
  await grading.getByRole('button', { name: 'Give this grade' }).click()
  await expect(grading.getByRole('list', { name: 'Grades given before' })).toContainText('B2')
  await look(page, 'grading', ['dark'])
  await grading.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('button', { name: 'Source graded B2: change' })).toBeVisible()

  // A second note that links to the first, which then says so.
  await page.keyboard.press('Control+n')
  await noteTitle(page).fill('Second note')
  await noteText(page).click()
  await page.keyboard.press('Control+l')
  await page
    .getByRole('dialog', { name: /^Link to/ })
    .getByRole('textbox')
    .fill('First')
  await page.getByRole('option', { name: /First note/ }).click()
  await acknowledged(page)
  await page.getByRole('button', { name: 'Follow link: First note' }).click()
  await expect(noteTitle(page)).toHaveValue('First note')
  await expect(page.getByRole('region', { name: 'Linked from' })).toContainText('Second note')
  await look(page, 'a note with tags and links')
  await view(page, 'Notes')
  await page.getByRole('searchbox', { name: 'Search notes' }).fill('counted berths #port')
  await expect(page.getByRole('region', { name: 'Notes', exact: true })).toContainText('First note')
  await expect(page.getByRole('region', { name: 'Notes', exact: true })).not.toContainText('Second note')
  await look(page, 'search of notes', ['light'])

  const file = join(data, 'out.dateline.zip')
  await answerDialogs(app, file)
  await command(page, 'Export the casebook…')
  const leaving = page.getByRole('dialog', { name: 'Export the casebook' })
  await leaving.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(leaving.getByRole('status')).toContainText('2 notes')
  expect(existsSync(file)).toBe(true)
  await look(page, 'export of the casebook', ['light'])
  await leaving.getByRole('button', { name: 'Close' }).last().click()
  await command(page, 'Import into the casebook…')
  const coming = page.getByRole('dialog', { name: 'Taken into the casebook' })
  await expect(coming.getByRole('row', { name: /^notes/ })).toHaveText(/notes\s*0\s*0\s*2\s*0/)
  await look(page, 'import into the casebook', ['dark'])
})
