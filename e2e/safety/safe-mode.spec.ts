import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allRead, library, openFound, search, selectWords, textOf, writeNote } from '../steps'
import { expect, launch, SEEDS, test } from '../workbench'

const STORY = '2019-03-12/lps-1120-marenza-terminal.txt'
const WORDS = 'Grain will leave Marenza again'

/** The command of the palette, as a person finds it. */
async function openReport(page: Parameters<typeof search>[0]) {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('diagnostic')
  await page.keyboard.press('Enter')
  return page.getByRole('dialog', { name: 'Diagnostic report' })
}

test('--safe reads nothing from the folder and has everything read before; the report names no text and no file', async ({
  data,
}) => {
  const folder = join(data, 'sources of K. Amsel')
  cpSync(join(SEEDS, STORY), join(folder, 'terminal.txt'))
  const profile = join(data, 'profile')
  const first = await launch({ folder, data: profile })
  await allRead(first.page)
  await search(first.page, `"${WORDS}"`)
  await openFound(first.page, 0)
  await selectWords(first.page, 'A', WORDS)
  await first.page.keyboard.press('n')
  await writeNote(first.page, 'Kept from before', 'Confidential word. ')
  await first.app.close()

  writeFileSync(join(folder, 'later.txt'), 'Something new about the harbour.')
  const { app, page } = await launch({ folder, data: profile, args: ['--safe'] })
  await expect(page.getByText(/Safe mode: nothing is read/)).toBeVisible()
  await expect(textOf(page, 'A')).toContainText(WORDS)
  await page.keyboard.press('F5')
  await page.getByRole('button', { name: 'Notes', exact: true }).click()
  await expect(
    page.getByRole('region', { name: 'Notes' }).getByRole('button', { name: /^Kept from before/ }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  await expect(library(page).getByRole('option')).toHaveCount(1)

  const report = await openReport(page)
  const shown = (await report.getByLabel('Report', { exact: true }).textContent()) ?? ''
  expect(shown).toMatch(/^Dateline \d+\.\d+\.\d+ \(safe mode\)\n/)
  expect(shown).toMatch(/casebook\.sqlite \d+ bytes/)
  expect(shown).toMatch(/main: start of .* safe mode/)
  for (const secret of ['Amsel', 'terminal', 'Grain', 'Confidential', 'Kept', data]) expect(shown).not.toContain(secret)
  await report.getByRole('button', { name: 'Copy report' }).click()
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(shown)
  await app.close()

  // Started as usual again, the folder is read on.
  const third = await launch({ folder, data: profile })
  await expect(library(third.page).getByRole('option')).toHaveCount(2)
  await third.app.close()
  const logs = readdirSync(profile).filter((name) => name.startsWith('dateline.log'))
  expect(logs).toEqual(['dateline.log'])
  const log = readFileSync(join(profile, 'dateline.log'), 'utf8')
  expect(log.match(/main: start of/g)).toHaveLength(3)
  expect(log).not.toMatch(/Amsel|terminal\.txt|later\.txt|Confidential/)
})
