import type { Page } from '@playwright/test'
import { allRead, found, library, search, tab, textOf } from './steps'
import { expect, launch, makeFolder, removeFolder, SEEDS, test, type Workbench } from './workbench'

let workbench: Workbench
test.beforeAll(async () => {
  workbench = await launch({ folder: SEEDS, data: await makeFolder() })
  await workbench.page.setViewportSize({ width: 1600, height: 900 })
  await allRead(workbench.page)
})
test.afterAll(async () => {
  await workbench.app.close()
  await removeFolder(workbench.data)
})

const list = (page: Page) => page.getByRole('region', { name: 'Library' })
const rows = (page: Page) => library(page).getByRole('option')
const hit = (page: Page, title: string) => found(page).getByRole('option').filter({ hasText: title })
const total = (page: Page) => rows(page).first().getAttribute('aria-setsize').then(Number)
const width = async (page: Page, pane: string) => (await textOf(page, pane).boundingBox())?.width ?? 0

/** Opens the sort and filter menu, does something in it, and closes it. */
async function inFilters(page: Page, act: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: /^Sort and filter/ }).click()
  await act()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
}

test('the library is sorted, turned round and filtered by place, date, language, read and star', async () => {
  const { page } = workbench
  const all = await total(page)
  expect(all).toBeGreaterThan(40)
  const firstByDate = await rows(page).first().textContent()

  await inFilters(page, () => page.getByRole('menuitemradio', { name: 'Place' }).click())
  await expect(rows(page).first()).not.toHaveText(firstByDate ?? '')
  const lastPlace = await rows(page).first().textContent()
  await inFilters(page, () => page.getByRole('menuitem', { name: 'Last first' }).click())
  await expect(rows(page).first()).not.toHaveText(lastPlace ?? '')
  await inFilters(page, async () => {
    await page.getByRole('menuitem', { name: 'First first' }).click()
    await page.getByRole('menuitemradio', { name: 'Date' }).click()
  })
  await expect(rows(page).first()).toHaveText(firstByDate ?? '')

  await inFilters(page, () => page.getByRole('menuitemcheckbox', { name: /^Marenza/ }).click())
  await expect.poll(() => total(page)).toBeLessThan(all)
  for (const text of await rows(page).allTextContents()) expect(text).toContain('Marenza')
  await inFilters(page, () => page.getByRole('menuitem', { name: 'Show all articles' }).click())
  await expect.poll(() => total(page)).toBe(all)

  await inFilters(page, () => page.getByRole('menuitemcheckbox', { name: /^Arabic/ }).click())
  await expect.poll(() => total(page)).toBeLessThan(all)
  await expect(rows(page).first()).toContainText(/\p{Script=Arabic}/u)
  // A second filter that nothing passes says so, and the way out.
  await list(page).getByRole('radio', { name: 'Starred' }).click()
  await expect(list(page)).toContainText('No article fits this filter')
  await list(page).getByRole('button', { name: 'Show all' }).click()
  await expect.poll(() => total(page)).toBe(all)

  const dates = list(page).getByRole('slider')
  await dates.press('ArrowRight')
  await expect.poll(() => total(page)).toBeLessThan(all)
  await expect(dates).toHaveAttribute('aria-valuetext', /^9 Nov 2017.*, 1 article$/)
  await dates.press('Escape')
  await expect.poll(() => total(page)).toBe(all)
})

test('marks are switched by their kind, type and lines by their size', async () => {
  const { page } = workbench
  await search(page, 'Darvan berths')
  await hit(page, 'Grain terminal fire kills seven').click()
  const text = textOf(page, 'A')
  await expect(text.locator('.per').first()).toBeVisible()
  for (const kind of ['.org', '.pla', '.f', '.q']) await expect(text.locator(kind).first()).toBeVisible()

  await page.getByRole('button', { name: 'Type and marks' }).click()
  const menu = page.getByRole('dialog', { name: 'Type and marks' })
  await menu.getByText('People', { exact: true }).click()
  await expect(text.locator('.per')).toHaveCount(0)
  await menu.getByText('Figures', { exact: true }).click()
  await expect(text.locator('.f')).toHaveCount(0)
  await expect(text.locator('.org').first()).toBeVisible()
  await menu.getByText('People', { exact: true }).click()
  await menu.getByText('Figures', { exact: true }).click()
  await expect(text.locator('.per').first()).toBeVisible()

  const paragraph = text.locator('p').last()
  const type = () => paragraph.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  const lines = async () => (await paragraph.boundingBox())?.width ?? 0
  const [size, wide] = [await type(), await lines()]
  await menu.getByRole('button', { name: 'Narrower lines' }).click()
  await expect.poll(lines).toBeLessThan(wide)
  await menu.getByRole('button', { name: 'Wider lines' }).click()
  await expect.poll(lines).toBe(wide)
  await menu.getByRole('button', { name: 'Larger type' }).click()
  await expect.poll(type).toBeGreaterThan(size)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+-')
  await expect.poll(type).toBe(size)

  const before = await text.textContent()
  await page.keyboard.press('Alt+m')
  await expect(text.locator('.e, .f, .q')).toHaveCount(0)
  // Sentence numbers are marks too; the words themselves stay the same, letter by letter.
  const words = () => text.locator('p, h2').allTextContents()
  const bare = await words()
  await page.keyboard.press('Alt+m')
  await expect(text.locator('.per').first()).toBeVisible()
  expect(await words()).toEqual(bare)
  expect(await text.textContent()).toBe(before)
})

test('up to four panes, walked by the keyboard; their widths and those beside them follow the arrow keys', async () => {
  const { page } = workbench
  await search(page, 'Darvan berths')
  await hit(page, 'Grain terminal fire kills seven').click()
  await hit(page, 'Blast kills 17').click({ modifiers: ['Shift'] })
  await expect(textOf(page, 'B')).toContainText('Pavel Sorn')

  const edge = page.getByRole('separator', { name: 'Width of pane 1' })
  const even = await width(page, 'A')
  await edge.press('ArrowRight')
  await expect.poll(() => width(page, 'A')).toBeCloseTo(even + 16, 0)
  const share = Number(await edge.getAttribute('aria-valuenow'))
  expect(share).toBeGreaterThan(50)
  await edge.press('Shift+ArrowLeft')
  await expect.poll(() => width(page, 'A')).toBeCloseTo(even - 48, 0)
  // However long the key is held, neither pane goes away.
  for (let i = 0; i < 20; i++) await edge.press('Shift+ArrowLeft')
  expect(await width(page, 'A')).toBeGreaterThan(60)
  await edge.press('Enter')
  await expect.poll(() => width(page, 'A')).toBeCloseTo(even, 0)
  await page.getByRole('separator', { name: 'Width of the inspector' }).press('ArrowLeft')
  await expect.poll(() => width(page, 'A')).toBeLessThan(even)

  await page.keyboard.press('Alt+1')
  await library(page).focus()
  for (const pane of ['C', 'D']) {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Enter')
    await expect(textOf(page, pane)).toBeVisible()
  }
  const heads = page.getByRole('region', { name: /^Text of pane/ })
  await expect(heads).toHaveCount(4)
  const boxes = await Promise.all(['A', 'B', 'C', 'D'].map((pane) => textOf(page, pane).boundingBox()))
  boxes.reduce((left, right) => {
    expect(left && right && left.x + left.width <= right.x).toBe(true)
    return right
  })
  // The panel beside them counts every name in each of the four.
  await tab(page, 'Entities').click()
  await expect(page.getByRole('button', { name: /Ilse Darvan/, expanded: false })).toContainText(
    /pane A: [1-9]\d*, pane B: [1-9]\d*, pane C: 0, pane D: 0/,
  )

  // A fifth article takes the place of one, and the keyboard walks from the first to the last.
  await library(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+Enter')
  await expect(heads).toHaveCount(4)
  for (const [i, pane] of ['A', 'B', 'C', 'D'].entries()) {
    await page.keyboard.press(`Control+${i + 1}`)
    await expect(page.getByTitle('The pane with the keyboard')).toHaveText(pane)
  }
  await page.keyboard.press('Control+w')
  await expect(heads).toHaveCount(3)
  await page.keyboard.press('Alt+r')
  await expect(heads).toHaveCount(1)
})
