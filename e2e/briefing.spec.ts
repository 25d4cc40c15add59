import { AxeBuilder } from '@axe-core/playwright'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { electronPath, expect, launch, SEEDS, test } from './workbench'

const ROOT = resolve(import.meta.dirname, '..')
const STORY = '2019-03-12/lps-1120-marenza-terminal.txt'

/** The command line as it is shipped, on this process's Node. */
function dateline(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'out/cli/index.js'), ...args, '--json'], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_EXEC_PATH: electronPath() },
  })
  return { status, stderr, report: stdout === '' ? null : (JSON.parse(stdout) as Record<string, unknown>) }
}

/** Answers the system's save and open dialogs with a path: they are not part of the page. */
async function answerDialogs(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
}

/** Finds the story by its words and selects sentences of it until these are selected, all by the keyboard. */
async function selectSentence(page: Page, words: string): Promise<void> {
  const text = page.getByRole('region', { name: 'Text of pane A' })
  await expect(text).toContainText(words)
  await text.focus()
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press('.')
    await expect.poll(() => page.evaluate(() => window.getSelection()?.toString() ?? '')).not.toBe('')
    if ((await page.evaluate(() => window.getSelection()?.toString() ?? '')).includes(words)) return
  }
  throw new Error(`No sentence with “${words}” was selected`)
}

/** A note on the selected sentence: title and words; the passage stands behind them. */
async function writeNote(page: Page, title: string, words: string): Promise<void> {
  await page.keyboard.press('n')
  const note = page.getByRole('region', { name: 'Note', exact: true })
  const body = note.getByRole('textbox', { name: 'Note text' })
  await expect(body).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type(words)
  await note.getByRole('textbox', { name: 'Note title' }).fill(title)
  await page.keyboard.press('Control+s')
  await expect(note.getByText(/^Saved/)).toBeVisible()
}

/** What axe finds on the screen as it stands, light and dark. Legacy mode: axe's own helper window may not be opened here. */
async function look(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))))
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
    expect.soft(found, `${screen}, ${colorScheme}`).toEqual([])
    if (process.env['DATELINE_PICTURES'])
      await page.screenshot({ path: join(process.env['DATELINE_PICTURES'], `${screen}-${colorScheme}.png`) })
  }
}

test('two notes become a briefing, a PDF, and a check that a changed source does not pass', async ({ data }) => {
  // Prints three documents and waits for the folder to be read anew: minutes on a busy machine.
  test.slow()
  const folder = join(data, 'sources')
  // One telling of the fire among other stories, so that no copy of it bears the quote out when it is changed.
  for (const part of [STORY, '2018-10', '2022-09']) cpSync(join(SEEDS, part), join(folder, part), { recursive: true })
  const [pdf, docx] = [join(data, 'briefing.pdf'), join(data, 'briefing.docx')]
  const { app, page } = await launch({ folder, data: join(data, 'profile') })
  try {
    await answerDialogs(app, pdf)
    await expect(page.getByRole('region', { name: 'Library' }).getByRole('option').first()).toBeVisible()
    await page.getByRole('searchbox').fill('conveyor hall')
    await page.getByRole('searchbox').press('Enter')
    await page.getByRole('region', { name: 'Search results' }).getByRole('option').first().click()
    await selectSentence(page, 'Crews had it under control')
    await writeNote(page, 'The fire', 'Crews had the fire under control by 10 a.m. ')
    await selectSentence(page, 'Grain will leave Marenza')
    await writeNote(page, 'The port', '“Grain will leave Marenza again by Friday,” Darvan said. ')

    await page.getByRole('button', { name: 'Briefings', exact: true }).click()
    await page.getByRole('region', { name: 'Briefings' }).getByRole('button', { name: 'New briefing' }).click()
    const making = page.getByRole('dialog', { name: 'New briefing' })
    await making.getByRole('textbox', { name: 'Title' }).fill('Marenza port fire')
    await making.getByLabel('Author').fill('K. Amsel')
    await making.getByLabel('Marking').selectOption('TLP:AMBER')
    for (const title of ['The fire', 'The port']) await making.getByRole('checkbox', { name: title }).check()
    await making.getByRole('button', { name: 'Make briefing' }).click()

    const desk = page.getByRole('main', { name: 'Briefing' })
    await expect(desk.getByRole('textbox', { name: 'Sentence', exact: true })).toHaveCount(2)
    await expect(desk.getByRole('combobox', { name: 'Type of sentence' }).nth(1)).toHaveValue('quote')

    // Letters of the analyst's own stop the export until they are mended.
    const quote = desk.getByRole('textbox', { name: 'Sentence', exact: true }).nth(1)
    await quote.fill('“Grain will leave Marenza again by Monday,” Darvan said.')
    await expect(desk.getByRole('button', { name: 'Waive with a reason…' }).first()).toBeVisible()
    await desk.getByRole('button', { name: 'Export…' }).click()
    const exporting = page.getByRole('dialog', { name: 'Export briefing' })
    await exporting.getByRole('button', { name: 'Export PDF…' }).click()
    await expect(exporting.getByRole('alert')).toContainText('Nothing was written')
    expect(existsSync(pdf)).toBe(false)
    await exporting.getByRole('button', { name: 'Cancel' }).click()
    await quote.fill('“Grain will leave Marenza again by Friday,” Darvan said.')
    await desk.getByRole('button', { name: 'Export…' }).click()
    await exporting.getByRole('button', { name: 'Export PDF…' }).click()
    await expect(exporting).toBeHidden({ timeout: 30_000 })

    const gate = page.getByRole('complementary', { name: 'Gate' })
    await expect(gate.getByRole('status')).toContainText(pdf)
    await expect(gate.getByRole('status')).toContainText('2 sentences, 2 citations')
    const first = readFileSync(pdf)
    expect(first.subarray(0, 5).toString()).toBe('%PDF-')

    // The same briefing once more: the same bytes, though the process that prints has printed before.
    await desk.getByRole('button', { name: 'Export…' }).click()
    await exporting.getByRole('button', { name: 'Export PDF…' }).click()
    await expect(exporting).toBeHidden({ timeout: 30_000 })
    expect(readFileSync(pdf).equals(first)).toBe(true)

    await answerDialogs(app, docx)
    await desk.getByRole('button', { name: 'Export…' }).click()
    await exporting.getByRole('radio', { name: 'Word' }).click()
    await exporting.getByRole('button', { name: 'Export Word…' }).click()
    await expect(exporting).toBeHidden({ timeout: 30_000 })
    await answerDialogs(app, pdf)

    await gate.getByRole('button', { name: 'Verify' }).click()
    await expect(page.getByRole('region', { name: 'Result of the check' })).toContainText('All true')
    await page
      .getByRole('region', { name: 'Result of the check' })
      .getByRole('button', { name: 'Close result' })
      .click()

    // A source that changes afterwards is told beside the sentence that rests on it, one click away.
    const original = readFileSync(join(folder, STORY), 'utf8')
    writeFileSync(join(folder, STORY), original.replace('again by Friday', 'again by Sunday'))
    const changes = gate.getByRole('region', { name: 'Changed since' })
    await expect(changes).toContainText('by Sunday', { timeout: 30_000 })
    await changes.getByRole('button', { name: 'Go to the sentence' }).last().click()
    await expect(quote).toBeFocused()
    await look(page, 'briefing-changes')
    await changes.getByRole('button', { name: 'Mark as seen' }).click()
    await expect(changes).toBeHidden()
    writeFileSync(join(folder, STORY), original)
  } finally {
    await app.close()
  }

  for (const file of [pdf, docx]) {
    expect(dateline('verify', file, folder)).toMatchObject({
      status: 0,
      report: { sentences: 2, verified: 2, failed: [] },
    })
  }
  const source = join(folder, STORY)
  writeFileSync(source, readFileSync(source, 'utf8').replace('again by Friday', 'again by Sunday'))
  expect(dateline('verify', pdf, folder)).toMatchObject({
    status: 1,
    report: { verified: 1, failed: [{ state: 'changed', found: expect.stringContaining('by Sunday') as unknown }] },
  })
})

test('the command line prints the same PDF as often as it is asked', ({ data }) => {
  const definition = join(data, 'definition.json')
  const sentences = [
    {
      type: 'quote',
      text: '哈希米说：“管道里剩下的水不能饮用。”',
      citations: [{ path: '2023-07/dongan-0712-ramla.txt', exact: '管道里剩下的水不能饮用。' }],
    },
    {
      type: 'figure',
      text: 'وتنتج المحطة 45 في المئة من مياه العاصمة.',
      citations: [{ path: '2023-07/as-sahil-0711-water.txt', exact: 'وتنتج المحطة 45 في المئة من مياه العاصمة.' }],
    },
    { type: 'gap', text: 'Сейітқұл 🌊 ☂: no source says more.' },
  ]
  writeFileSync(definition, JSON.stringify({ title: 'Water', sections: [{ heading: 'Ramla', sentences }] }))
  const sums = ['a.pdf', 'b.pdf'].map((name) => {
    const out = join(data, name)
    const { status, report, stderr } = dateline(
      'brief',
      'export',
      definition,
      '--folder',
      SEEDS,
      '--workspace',
      join(data, 'w'),
      '--out',
      out,
    )
    expect(status, stderr).toBe(0)
    expect(report).toMatchObject({ out, format: 'pdf', sentences: 3 })
    expect(dateline('verify', out, SEEDS)).toMatchObject({ status: 0, report: { verified: 3 } })
    return report?.['sha256']
  })
  expect(sums[0]).toBe(sums[1])
})
