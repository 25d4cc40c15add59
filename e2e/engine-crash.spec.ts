import { acknowledged, allRead, enginePid, noteText, openFound, search, selectWords, writeNote } from './steps'
import { expect, launch, SEEDS, test } from './workbench'

const WORDS = 'All of the injured are in stable condition'

test('the engine killed while words are typed: the window says so, it starts again, the words are saved', async ({
  data,
}) => {
  const { app, page } = await launch({ folder: SEEDS, data })
  await allRead(page)
  await search(page, `"${WORDS}"`)
  await openFound(page, 0)
  await selectWords(page, 'A', WORDS)
  await page.keyboard.press('n')
  await writeNote(page, 'Typed on', 'Before. ')

  await noteText(page).focus()
  await page.keyboard.press('Control+Home')
  const banner = page.getByRole('alert').filter({ hasText: 'engine' })
  const said = banner.waitFor()
  const before = await enginePid(app)
  await page.keyboard.type('While it was')
  process.kill(before, 'SIGKILL')
  await page.keyboard.type(' away. ')
  await said
  await expect(banner).toBeHidden()
  expect(await enginePid(app)).not.toBe(before)
  await acknowledged(page)
  await search(page, 'harbour')
  await app.close()

  const second = await launch({ folder: SEEDS, data })
  await expect(noteText(second.page)).toContainText('While it was away.')
  await second.app.close()
})
