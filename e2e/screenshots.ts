import { cpSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { acknowledged, allRead, found, library, openFound, search, selectWords, tab, textOf, writeNote } from './steps'
import { expect, launch, makeFolder, ROOT, SEEDS, test } from './workbench'

const SIZES = [
  { name: '1280x800', width: 1280, height: 800 },
  { name: '1920x1080', width: 1920, height: 1080 },
  // What the page has left of 1024×700 at 150 %.
  { name: '1024x700-150', width: 683, height: 467 },
] as const
const OUT = process.env['DATELINE_SCREENSHOTS'] ?? join(ROOT, 'test-results', 'screenshots')
/** The files' own time, where nothing else says when an article is from: the same on every run. */
const FILE_TIME = new Date('2023-08-01T09:00:00Z')

/** The sample corpus under a name of its own, with two files that need attention. */
function corpus(data: string): string {
  const folder = join(data, 'Newsroom')
  cpSync(SEEDS, folder, { recursive: true, filter: (path) => !/truths\.json|README\.md/.test(path) })
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    utimesSync(join(folder, path), FILE_TIME, FILE_TIME)
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'cut-off.pdf'), '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n')
  return folder
}

const view = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }).click()

for (const size of SIZES) {
  test(`the tour at ${size.name}`, async ({ data }) => {
    const folder = corpus(await makeFolder())
    const { app, page } = await launch({ data })
    await page.setViewportSize(size)

    const shoot = async (name: string) => {
      await page.mouse.move(0, 0)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.evaluate(() =>
          Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))),
        )
        await page.screenshot({ path: join(OUT, `${size.name}-${name}-${colorScheme}.png`) })
      }
    }
    await expect(page.getByRole('main', { name: 'Open a workspace' })).toBeVisible()
    await shoot('opening-empty')
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    }, folder)
    await page.keyboard.press('Control+o')
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
    // In a narrow window the list is a drawer.
    await page.keyboard.press('Alt+1')
    await expect(library(page).getByRole('option').first()).toBeAttached()
    await allRead(page)
    await shoot('library')

    await search(page, 'Darvan berths')
    await shoot('search')
    await openFound(page, 0)
    await expect(textOf(page, 'A')).toContainText('Darvan')
    await page.keyboard.press('Alt+2')
    await openFound(page, 1, 'beside')
    await expect(page.getByRole('region', { name: 'Text of pane B' })).toContainText('Darvan')
    await showInspector(page)
    await page.getByRole('button', { name: /Ilse Darvan/, expanded: false }).click()
    await shoot('two-panes-entities')
    await tab(page, 'Quotes').click()
    await shoot('claims')
    await tab(page, 'Notes').click()
    await shoot('notes-empty')
    await hideInspector(page)
    await selectWords(page, 'A', 'Crews had it under control')
    await shoot('passage')
    await page.keyboard.press('n')
    await writeNote(page, 'Under control by ten?', 'The authority says so; the unions do not. ')
    await shoot('note')
    await view(page, 'Names')
    await shoot('names')
    await view(page, 'Notes')
    await shoot('note-list')

    await view(page, 'Briefings')
    await shoot('briefings-empty')
    await page.getByRole('region', { name: 'Briefings' }).getByRole('button', { name: 'New briefing' }).click()
    const making = page.getByRole('dialog', { name: 'New briefing' })
    await making.getByRole('textbox', { name: 'Title' }).fill('Marenza port fire')
    await making.getByRole('checkbox').first().check()
    await shoot('new-briefing')
    await making.getByRole('button', { name: 'Make briefing' }).click()
    await expect(page.getByRole('textbox', { name: 'Sentence', exact: true }).first()).toBeVisible()
    await shoot('briefing')

    for (const name of ['Wire families', /^Conflicts/, 'Codes', /^Needs attention/]) {
      await view(page, name)
      await shoot(
        String(name)
          .replaceAll(/[^a-z]/gi, '')
          .toLowerCase(),
      )
    }

    await view(page, 'Library')
    for (const [name, words] of [
      ['arabic', 'انقطاع المياه'],
      ['chinese', '管道里剩下的水'],
      ['kazakh', 'кітапхана'],
    ] as const) {
      await search(page, words)
      await openFound(page, 0)
      await expect(
        page.getByRole('region', { name: /^Text of pane/ }).filter({ hasText: words.slice(0, 5) }),
      ).toBeVisible()
      await shoot(name)
    }
    await page.keyboard.press('Control+k')
    await page.getByLabel('Type an action, a note or an article').fill('note')
    await shoot('palette')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
    await shoot('shortcuts')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Settings' }).click()
    await shoot('settings')
    await app.close()
  })
}

test('the picture of the README', async ({ data }) => {
  const folder = corpus(await makeFolder())
  const { app, page } = await launch({ data, folder })
  await page.setViewportSize(SIZES[0])
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expect(library(page).getByRole('option').first()).toBeVisible()
  await allRead(page)
  const row = (title: string) => found(page).getByRole('option', { name: new RegExp(title) })
  await search(page, 'Darvan berths')
  await row('Grain terminal fire kills seven').click()
  await expect(textOf(page, 'A')).toContainText('Darvan')
  await row('Blast kills 17').click({ modifiers: ['Shift'] })
  await expect(textOf(page, 'B')).toContainText('Darvan')
  await selectWords(page, 'A', 'Seven dock workers were killed')
  await page.keyboard.press('n')
  await writeNote(page, 'Seven or seventeen?', 'One wire story, two tolls. ')
  await selectWords(page, 'B', 'killing at least 17 people')
  await page.keyboard.press('Control+Shift+c')
  await expect(textOf(page, 'B').locator('.hl').first()).toBeVisible()
  await acknowledged(page)
  await tab(page, 'Entities').click()
  await page.getByRole('separator', { name: 'Width of the inspector' }).press('Enter')
  await page.getByRole('button', { name: /Ilse Darvan/, expanded: false }).click()
  for (const pane of ['A', 'B']) await textOf(page, pane).evaluate((text) => (text.scrollTop = 0))
  await page.mouse.move(0, 0)
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))))
  await page.screenshot({ path: join(OUT, 'screenshot.png') })
  await app.close()
})

/** In a narrow window the inspector is a drawer that covers the text. */
async function showInspector(page: Page): Promise<void> {
  if (!(await tab(page, 'Entities').isVisible())) await page.keyboard.press('Control+i')
}
async function hideInspector(page: Page): Promise<void> {
  const close = page.getByRole('button', { name: 'Close inspector' })
  if (await close.isVisible()) await close.click()
}
