import type { Page } from '@playwright/test'
import { acknowledged, allRead, noteText, selectWords, textOf } from './steps'
import { expect, launch, makeFolder, removeFolder, SEEDS, test, type Workbench } from './workbench'

let workbench: Workbench
test.beforeAll(async () => {
  workbench = await launch({ data: await makeFolder() })
})
test.afterAll(async () => {
  await workbench.app.close()
  await removeFolder(workbench.data)
})

const board = (page: Page) => page.getByRole('main', { name: 'Conflicts' })
const heightOf = async (page: Page, pane: string, words: string) =>
  (await textOf(page, pane).locator('span[data-start]').filter({ hasText: words }).first().boundingBox())?.y ?? NaN

test('from a folder to a note on a changed toll with both tellings cited, in twelve actions', async () => {
  const { app, page } = workbench
  let actions = 0
  const act = async (work: () => Promise<unknown>) => {
    actions += 1
    await work()
  }

  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, SEEDS)
  await act(() => page.keyboard.press('Control+o'))
  await allRead(page)

  await act(() => page.keyboard.press('Alt+7'))
  await act(() =>
    page
      .getByRole('listbox', { name: 'Families' })
      .getByRole('option', { name: /Marenza/ })
      .click(),
  )
  const family = page.getByRole('main', { name: 'Wire family' })
  const toll = family.getByRole('row', { name: /^figure: seven people/i })
  await act(() => toll.getByRole('button', { name: /changes it.*17/ }).click())
  await expect(textOf(page, 'A').locator('.cf', { hasText: 'seven people' }).first()).toBeInViewport()
  await expect(textOf(page, 'B').locator('.cf', { hasText: '17 people' }).first()).toBeInViewport()

  await act(() => page.getByRole('button', { name: /^Ilse Darvan/, expanded: false }).click())
  await act(() => page.keyboard.press('d'))
  await expect(page.getByRole('main', { name: 'Dossier' })).toContainText('again by Friday')
  await expect(page.getByRole('main', { name: 'Dossier' })).toContainText(/7 articles, 4 origins/)

  await act(() => page.keyboard.press('Alt+1'))
  await act(() => selectWords(page, 'A', 'killing seven people'))
  await act(() => page.keyboard.press('n'))
  await expect(noteText(page)).toBeFocused()
  await act(() => selectWords(page, 'B', '17 people'))
  await act(() => page.keyboard.press('Control+Shift+c'))
  await expect(page.getByRole('region', { name: 'Rests on' })).toContainText('2 exact')
  await act(() => noteText(page).pressSequentially('Seven or seventeen? '))
  await acknowledged(page)
  expect(actions).toBeLessThanOrEqual(12)
})

test('locked panes keep sentences level, keys go from one changed fact to the next, a conflict is judged for good', async () => {
  const { page } = workbench
  await test.step('scrolling one pane moves the other to the same sentence', async () => {
    await textOf(page, 'A').evaluate((pane) => (pane.scrollTop = 0))
    await textOf(page, 'A').hover()
    await page.mouse.wheel(0, 260)
    await expect
      .poll(async () =>
        Math.abs((await heightOf(page, 'A', 'stable condition')) - (await heightOf(page, 'B', 'stable condition'))),
      )
      .toBeLessThan(120)
    await page.getByRole('button', { name: 'Panes scroll together' }).click()
    const before = await textOf(page, 'B').evaluate((pane) => pane.scrollTop)
    await textOf(page, 'A').evaluate((pane) => (pane.scrollTop = 0))
    await expect.poll(() => textOf(page, 'A').evaluate((pane) => pane.scrollTop)).toBe(0)
    expect(await textOf(page, 'B').evaluate((pane) => pane.scrollTop)).toBe(before)
    await page.getByRole('button', { name: 'Panes scroll apart' }).click()
  })

  await test.step('F8 goes through the facts that differ', async () => {
    const status = page.getByRole('contentinfo', { name: 'Status' })
    await textOf(page, 'A').focus()
    const seen = new Set<string>()
    for (let press = 0; press < 3; press++) {
      await page.keyboard.press('F8')
      await expect(status).toContainText(/Change \d+ of \d+/)
      seen.add(/Change (\d+)/.exec((await status.textContent()) ?? '')?.[1] ?? '')
    }
    expect(seen.size).toBe(3)
  })

  await test.step('a conflict shows both sides and keeps its judgement', async () => {
    await page.keyboard.press('Alt+8')
    const grain = board(page).getByRole('listitem').filter({ hasText: '4.2 m' }).filter({ hasText: '2.4 m' }).first()
    await expect(grain).toContainText(/\d origins?/)
    await grain.getByRole('button', { name: 'Judge…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Judge this conflict' })
    await dialog.getByRole('radio', { name: /Resolved by/ }).check()
    await expect(dialog.getByRole('button', { name: 'Judge', exact: true })).toBeDisabled()
    await dialog.getByRole('textbox').fill('The port’s table gives 4.2 million.')
    await dialog.getByRole('button', { name: 'Judge', exact: true }).click()
    await board(page)
      .getByRole('radio', { name: /^Judged/ })
      .click()
    await expect(board(page)).toContainText('The port’s table gives 4.2 million.')
    await board(page).getByRole('button', { name: 'Side by side' }).first().click()
    for (const pane of ['A', 'B']) await expect(textOf(page, pane).locator('.cf.num').first()).toBeVisible()
  })
})
