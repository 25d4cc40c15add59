import { openSync, readdirSync, closeSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { allRead, library, openFound, search, selectWords, textOf, writeNote } from './steps'
import { expect, launch, SEEDS, test } from './workbench'

const WORDS = 'All of the injured are in stable condition'

function indexFile(data: string): string {
  const found = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('index.sqlite'))
  expect(found).toHaveLength(1)
  return join(data, found[0] ?? '')
}

/** Overwrites every byte of the file in place: open handles see it too. */
function ruin(file: string): void {
  const size = statSync(file).size
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(size, 'garbage '), 0, size, 0)
  closeSync(handle)
}

async function makeNote(page: Page): Promise<void> {
  await allRead(page)
  await search(page, `"${WORDS}"`)
  await openFound(page, 0)
  await selectWords(page, 'A', WORDS)
  await page.keyboard.press('n')
  await writeNote(page, 'Stays', 'A note does not stand in the index. ')
}

async function expectWhole(page: Page): Promise<void> {
  await allRead(page)
  await search(page, `"${WORDS}"`)
  await page.getByRole('button', { name: 'Notes', exact: true }).click()
  const notes = page.getByRole('region', { name: 'Notes' })
  await expect(notes.getByRole('listitem')).toHaveCount(1)
  await notes.getByRole('button', { name: /^Stays/ }).click()
  await expect(page.getByRole('region', { name: 'Rests on' })).toContainText('1 exact')
}

test('an index ruined between two starts is made anew; the note and its passage stay', async ({ data }) => {
  const first = await launch({ folder: SEEDS, data })
  await makeNote(first.page)
  await first.app.close()
  ruin(indexFile(data))

  const { app, page } = await launch({ folder: SEEDS, data })
  await expect(page.getByText(/index was damaged/)).toBeVisible()
  await expectWhole(page)
  await app.close()
})

test('an index ruined under the running program is made anew; the note and its passage stay', async ({ data }) => {
  const { app, page } = await launch({ folder: SEEDS, data })
  await makeNote(page)
  ruin(indexFile(data))
  await page.keyboard.press('F5')
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  await expect(library(page).getByRole('option').first()).toBeVisible()
  await expectWhole(page)
  await expect(textOf(page, 'A')).toContainText(WORDS)
  await app.close()
  // What the program left behind is whole: the next start has nothing to mend.
  const second = await launch({ folder: SEEDS, data })
  await expectWhole(second.page)
  await expect(second.page.getByText(/index was damaged/)).toBeHidden()
  await second.app.close()
})
