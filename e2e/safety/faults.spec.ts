import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { acknowledged, allRead, enginePid, noteText, noteTitle, processIds, search } from '../steps'
import { expect, launch, type LaunchOptions, test } from '../workbench'

/** Kills of the whole program in a row; `npm run test:faults -- --full` makes five hundred. */
const KILLS = Number(process.env['DATELINE_KILLS'] ?? 3)

function plant(data: string, files = 40): LaunchOptions {
  const folder = join(data, 'sources')
  mkdirSync(folder)
  writeFileSync(join(folder, 'canary.txt'), 'MARENZA, March 12 (LPS) - The kanarienvogel sings in the harbour.')
  for (let i = 0; i < files; i++)
    writeFileSync(
      join(folder, `${i}.txt`),
      `MARENZA, March ${1 + (i % 28)} (LPS) - Report ${i} of the port, said Ilan Darvan.`,
    )
  return { folder, data: join(data, 'profile') }
}

async function newNote(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Notes', exact: true }).click()
  await page.getByRole('button', { name: 'New note' }).click()
  await noteTitle(page).fill(title)
  await noteText(page).focus()
}

/** Ends every process of the program at once, as a power cut would. */
async function killAll(app: ElectronApplication): Promise<void> {
  const pids = await processIds(app)
  const gone = new Promise((done) => app.process().once('exit', done))
  for (const pid of pids) process.kill(pid, 'SIGKILL')
  await gone
}

const words = (page: Page) => noteText(page).textContent()

/** Opens a note from the list of all notes. */
async function openNote(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Notes', exact: true }).click()
  await page.getByRole('region', { name: 'Notes' }).getByRole('button', { name: title }).first().click()
}

test(`F1 everything killed while words are typed and files are read, ${KILLS} times in a row: nothing acknowledged is lost`, async ({
  data,
}) => {
  test.setTimeout(60_000 + KILLS * 20_000)
  const options = plant(data, 200)
  let safe = ''
  for (let round = 0; round < KILLS; round++) {
    const { app, page } = await launch(options)
    if (round === 0) await newNote(page, 'Typed on')
    else await openNote(page, 'Typed on')
    await expect(noteText(page)).toContainText(safe)
    await noteText(page).focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(`Round ${round} is acknowledged. `)
    await page.keyboard.press('Control+s')
    await acknowledged(page)
    safe = `Round ${round} is acknowledged.`
    // New files, so that the next start is killed while it reads; and words that nobody has acknowledged.
    writeFileSync(join(options.folder ?? '', `later-${round}.txt`), `PARIS, March 3 (AFP) - Later report ${round}.`)
    await page.keyboard.press('F5')
    await page.keyboard.type('x'.repeat(1 + ((round * 7) % 61)), { delay: 15 })
    await killAll(app)
  }
  const { app, page } = await launch(options)
  await openNote(page, 'Typed on')
  for (let round = 0; round < KILLS; round++)
    await expect(noteText(page)).toContainText(`Round ${round} is acknowledged.`)
  await allRead(page)
  await search(page, 'kanarienvogel')
  await app.close()
})

test('F2, F3, F4 engine killed while it reads, page killed once and again and again: all come back with the acknowledged words', async ({
  data,
}) => {
  const { app, page } = await launch(plant(data, 300))
  const status = page.getByRole('contentinfo', { name: 'Status' })
  await expect(status).toContainText(/Text\s*[1-9]/)
  const engine = await enginePid(app)
  process.kill(engine, 'SIGKILL')
  await expect.poll(() => enginePid(app).catch(() => engine), { timeout: 5_000 }).not.toBe(engine)
  // Neither twice nor half: each of the 301 files is one article.
  await expect(status).toContainText(/Analysis\s*301 of 301(?!\d)/, { timeout: 30_000 })

  await newNote(page, 'Survives')
  await page.keyboard.type('Acknowledged words.')
  await page.keyboard.press('Control+s')
  await acknowledged(page)
  // The driver counts the page as lost, so the program itself is asked what its window shows.
  const shown = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        'document.body.innerText + [...document.querySelectorAll("[aria-label=\'Note text\']")].map((one) => one.textContent)',
      ),
    ) as Promise<string>
  const crash = page.waitForEvent('crash')
  await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.forcefullyCrashRenderer())
  await crash
  await expect.poll(shown, { timeout: 20_000 }).toContain('Acknowledged words.')

  const asked = await app.evaluate(
    ({ webContents, dialog }) =>
      new Promise<string>((resolve, reject) => {
        const [contents] = webContents.getAllWebContents()
        if (!contents) return reject(new Error('There is no page'))
        const again = () => contents.forcefullyCrashRenderer()
        dialog.showMessageBox = (...given: unknown[]) => {
          contents.off('did-finish-load', again)
          const { message, detail } = given.at(-1) as { message: string; detail: string }
          resolve(`${message} ${detail}`)
          return Promise.resolve({ response: 0, checkboxChecked: false })
        }
        contents.on('did-finish-load', again)
        again()
      }),
  )
  expect(asked).toContain('Your notes are safe')
  expect(asked).not.toMatch(/delet/i)
  await expect.poll(shown, { timeout: 20_000 }).toContain('Acknowledged words.')
  await app.close()
})

test('F6, F7 ended within a moment of the last letter, by the window and by the system: the letter is there', async ({
  data,
}) => {
  const options = plant(data)
  const first = await launch(options)
  await allRead(first.page)
  await newNote(first.page, 'Last letter')
  await first.page.keyboard.type('Closed at once.')
  await first.app.close()

  const second = await launch(options)
  await expect.poll(() => words(second.page)).toContain('Closed at once.')
  await noteText(second.page).focus()
  await second.page.keyboard.press('Control+End')
  await second.page.keyboard.type(' Shut down.')
  const started = Date.now()
  const gone = new Promise((done) => second.app.process().once('exit', done))
  second.app.process().kill('SIGTERM')
  await gone
  expect(Date.now() - started).toBeLessThan(5_000)

  const third = await launch(options)
  await expect.poll(() => words(third.page)).toContain('Closed at once. Shut down.')
  await search(third.page, 'kanarienvogel')
  await third.app.close()
})

test('F37 a window that prints dies: an error, and the next print works', async ({ data }) => {
  const { app, page } = await launch(plant(data))
  await allRead(page)
  const out = join(data, 'briefing.pdf')
  const exportAs = (crash: boolean) =>
    Promise.all([
      page.evaluate(async (path) => {
        type Call = (
          input: unknown,
        ) => Promise<{ ok: boolean; value?: { id: string; out: string | null }; fault?: { code: string } }>
        const { briefing } = Reflect.get(globalThis, 'dateline') as { briefing: Record<'save' | 'export', Call> }
        const sentence = { id: 'sentence-1', type: 'assumption', text: 'The harbour stays open.', citations: [] }
        const saved = await briefing.save({
          id: null,
          expectedRevision: 0,
          title: 'Harbour',
          marking: '',
          author: 'K. Amsel',
          sections: [{ id: 'section-1', heading: 'One', sentences: [sentence] }],
        })
        const { ok, value, fault } = await briefing.export({ id: saved.value?.id, format: 'pdf', out: path })
        return { ok, written: value?.out ?? null, code: fault?.code ?? null }
      }, out),
      crash
        ? app.evaluate(
            ({ app: program }) =>
              new Promise<void>((done) => {
                program.once('browser-window-created', (_event, window) => {
                  window.webContents.once('did-finish-load', () => {
                    window.webContents.forcefullyCrashRenderer()
                    done()
                  })
                })
              }),
          )
        : null,
    ]).then(([answer]) => answer)
  expect(await exportAs(true)).toMatchObject({ ok: false, written: null })
  expect(await exportAs(false)).toEqual({ ok: true, written: out, code: null })
  await app.close()
})
