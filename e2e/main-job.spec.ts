import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  allRead,
  acknowledged,
  found,
  library,
  noteText,
  openFound,
  search,
  selectWords,
  tab,
  textOf,
  writeNote,
} from './steps'
import { expect, SEEDS, test } from './workbench'

const truths = JSON.parse(readFileSync(join(SEEDS, 'truths.json'), 'utf8')) as { articles: { sha256: string }[] }
const ARTICLES = new Set(truths.articles.map(({ sha256 }) => sha256)).size

test('from a folder to a cited note: open, search, read two side by side, walk through a name, write', async ({
  workbench: { page },
}) => {
  await test.step('the sample corpus is listed, with dates and datelines', async () => {
    await allRead(page)
    await expect(library(page).getByRole('option').first()).toBeVisible()
    await expect(library(page).getByRole('option').first()).toHaveAttribute('aria-setsize', String(ARTICLES))
  })

  await test.step('a search shows the words where they stand', async () => {
    await search(page, 'Darvan berths')
    const first = found(page).getByRole('option').first()
    await expect(first.locator('mark').filter({ hasText: 'Darvan' }).first()).toBeVisible()
    await expect(first.locator('mark').filter({ hasText: 'berths' }).first()).toBeVisible()
  })

  await test.step('two articles side by side, both with the hits marked', async () => {
    await openFound(page, 0)
    await openFound(page, 1, 'beside')
    for (const pane of ['A', 'B']) await expect(textOf(page, pane)).toContainText('Darvan')
    await expect(textOf(page, 'A').locator('.hit').filter({ hasText: 'Darvan' }).first()).toBeVisible()
    const [a, b] = await Promise.all(['A', 'B'].map((pane) => textOf(page, pane).boundingBox()))
    expect(a && b && a.x + a.width <= b.x).toBe(true)
  })

  await test.step('one name is chosen and walked through in every pane', async () => {
    await tab(page, 'Entities').click()
    const person = page.getByRole('button', { name: /Ilse Darvan/, expanded: false })
    await person.click()
    for (const pane of ['A', 'B']) await expect(textOf(page, pane).locator('.sel').first()).toBeVisible()
    const said = page.getByRole('status').filter({ hasText: /mentions?$/ })
    const total = Number(/(\d+) mentions?$/.exec((await said.textContent()) ?? '')?.[1])
    expect(total).toBeGreaterThan(2)
    const panes = new Set<string>()
    for (let step = 1; step <= total; step++) {
      await page.getByRole('button', { name: 'Next', exact: true }).click()
      await expect(said).toHaveText(`${step} of ${total} mentions`)
      for (const pane of ['A', 'B']) if (await textOf(page, pane).locator('.at').first().isVisible()) panes.add(pane)
      await expect(page.locator('.at').first()).toBeInViewport()
    }
    expect([...panes].sort()).toEqual(['A', 'B'])
  })

  await test.step('a passage becomes a note that rests on it, and the window says that it is saved', async () => {
    const words = 'All of the injured are in stable condition'
    const pane = (await textOf(page, 'A').textContent())?.includes(words) ? 'A' : 'B'
    await selectWords(page, pane, words)
    await page.getByRole('toolbar', { name: 'Selected passage' }).getByRole('button', { name: 'Note' }).click()
    await writeNote(page, 'The injured', 'Nobody is said to be in danger. ')
    const rests = page.getByRole('region', { name: 'Rests on' })
    await expect(rests).toContainText(words)
    await expect(rests).toContainText('1 exact')
    await page.keyboard.press('Control+Home')
    await noteText(page).pressSequentially('One more word. ')
    await acknowledged(page)
    await expect(textOf(page, pane).locator('.hl, .hl-from').first()).toBeVisible()
  })
})
