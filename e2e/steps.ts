import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect } from './workbench'

/** Steps a person takes in the window, by what stands on screen. */

export const library = (page: Page): Locator => page.getByRole('listbox', { name: 'Articles', exact: true })
export const found = (page: Page): Locator => page.getByRole('listbox', { name: 'Articles found' })
export const textOf = (page: Page, pane: string): Locator => page.getByRole('region', { name: `Text of pane ${pane}` })
export const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name: new RegExp(`^${name}`) })
export const noteText = (page: Page): Locator => page.getByRole('textbox', { name: 'Note text' })
export const noteTitle = (page: Page): Locator => page.getByRole('textbox', { name: 'Note title' })
const noteSays = (page: Page): Locator =>
  page.getByRole('region', { name: 'Note', exact: true }).getByRole('status').first()

/** Waits until every article of the folder is searchable and analysed. */
export async function allRead(page: Page): Promise<void> {
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText(/Analysis\s*([1-9]\d*) of \1(?!\d)/, {
    timeout: 30_000,
    // With the gaps between what stands side by side.
    useInnerText: true,
  })
}

/** Searches everything and waits for what was found by these words; what was found before may still stand there meanwhile. */
export async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Search everything' }).fill(words)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Search results' })).toHaveAttribute('aria-busy', 'false')
  await expect(found(page).getByRole('option').first()).toBeVisible()
}

/** Opens the n-th article found (from 0): in the focused pane, or beside it in a new one. */
export async function openFound(page: Page, index: number, where: 'here' | 'beside' = 'here'): Promise<void> {
  await found(page)
    .getByRole('option')
    .nth(index)
    .click(where === 'beside' ? { modifiers: ['Shift'] } : {})
}

/** Selects words that stand in one paragraph of a pane, as the mouse would, and waits for the bar over them. */
export async function selectWords(page: Page, pane: string, words: string): Promise<void> {
  const block = textOf(page, pane).locator('p, h2').filter({ hasText: words }).first()
  await block.scrollIntoViewIfNeeded()
  await block.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const start = element.textContent.indexOf(wanted)
    const place = (offset: number): [Node, number] => {
      walker.currentNode = element
      let before = 0
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.nodeValue?.length ?? 0
        if (offset <= before + length) return [node, offset - before]
        before += length
      }
      throw new Error('The words do not stand in this paragraph')
    }
    const [first, from] = place(start)
    const [last, to] = place(start + wanted.length)
    window.getSelection()?.setBaseAndExtent(first, from, last, to)
  }, words)
  await expect(page.getByRole('toolbar', { name: 'Selected passage' })).toBeVisible()
}

/** Puts words into the open note, saves them and waits until the window says that they are safe. */
export async function writeNote(page: Page, title: string, words: string): Promise<void> {
  await expect(noteText(page)).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type(words)
  await noteTitle(page).fill(title)
  await acknowledged(page)
}

/** Waits for the acknowledgement of everything typed so far: it stands in the note's head only when all is in the casebook. */
export async function acknowledged(page: Page): Promise<void> {
  await expect(noteSays(page)).toHaveText(/^Saved \d/)
}

/** Process ids of the whole application: main, engine, page, GPU. */
export function processIds(app: ElectronApplication): Promise<number[]> {
  return app.evaluate(({ app: electron }) => electron.getAppMetrics().map((one) => one.pid))
}

/** Process id of the engine. */
export async function enginePid(app: ElectronApplication): Promise<number> {
  const pid = await app.evaluate(
    ({ app: electron }) =>
      electron
        .getAppMetrics()
        .find((one) => one.type === 'Utility' && `${one.name} ${one.serviceName}`.includes('Dateline engine'))?.pid ??
      null,
  )
  if (pid === null) throw new Error('The engine is not among the processes of the application')
  return pid
}
