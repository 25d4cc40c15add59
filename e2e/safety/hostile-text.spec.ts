import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { found, noteText, openFound, search, textOf } from '../steps'
import { electronPath, expect, launch, ROOT, test } from '../workbench'
import { PAYLOADS } from './hostile-payloads'

const BAIT = 'harbour'

/** A folder as a stranger might hand it over: hostile words in names, titles, bodies and metadata of every format that is read. */
function plant(folder: string): void {
  mkdirSync(folder)
  PAYLOADS.forEach((payload, i) => {
    writeFileSync(
      join(folder, `${i}.txt`),
      `${payload}\n\nMARENZA, March 12 (${payload}) - The ${BAIT} reopened. ${payload}\n`,
    )
    writeFileSync(
      join(folder, `${i}.html`),
      `<html><head><title>${payload}</title><meta name="author" content='${payload}'></head><body><article><h1>Report ${i}</h1><p>The ${BAIT} reopened on Tuesday, the port office said.</p>${payload}<p>Grain will leave again by Friday.</p></article></body></html>`,
    )
    writeFileSync(
      join(folder, `${i}.md`),
      `---\ntitle: ${JSON.stringify(payload)}\n---\n# ${payload}\n\nThe ${BAIT} reopened. ${payload}\n`,
    )
  })
  for (const name of [
    `<img src=x onerror=globalThis.pwned=1>.txt`,
    `"onmouseover="pwned=1".txt`,
    `\u202Etxt.exe.txt`,
    `'; DROP TABLE note;.txt`,
    `new\nline.txt`,
  ])
    writeFileSync(join(folder, name), `The ${BAIT} in a strange file.`)
}

/** Rules of the gate that such sentences break; what is tested here is how they are printed. */
const RULES = [
  'quoted-words-not-cited',
  'quote-without-quotation',
  'figure-without-number',
  'number-not-cited',
  'name-not-in-source',
]

interface Answer {
  ok: boolean
  value: { id: string }
  fault?: { code: string; message: string }
}
type Api = Record<string, Record<string, (input: unknown) => Promise<Answer>>>

/** Notes as a hostile casebook would carry them: words, titles, node types and links that no editor of ours makes. */
async function saveNotes(page: Page): Promise<string[]> {
  return page.evaluate(async (payloads: readonly string[]) => {
    const { note } = Reflect.get(globalThis, 'dateline') as Api
    const ids: string[] = []
    for (const payload of payloads) {
      const link = { type: 'link', attrs: { href: 'javascript:globalThis.pwned=1' } }
      const body = {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: payload },
              { type: 'text', text: 'go', marks: [link] },
            ],
          },
        ],
      }
      const saved = await note?.['save']?.({
        id: null,
        expectedRevision: 0,
        title: payload.slice(0, 900),
        body,
        citations: [],
      })
      if (!saved?.ok) throw new Error(saved?.fault?.message)
      ids.push(saved.value.id)
    }
    return ids
  }, PAYLOADS)
}

/** What must not have come to life anywhere in the page. */
async function expectInert(page: Page): Promise<void> {
  const alive = await page.evaluate(() => ({
    pwned: (Reflect.get(globalThis, 'pwned') as unknown) ?? null,
    elements: [
      ...document.querySelectorAll(
        'script:not([src]), iframe, object, embed, base, meta[http-equiv], img[src="x"], video, marquee, math, [onerror], [onload], [onfocus], a[href^="javascript"]',
      ),
    ].map((one) => one.outerHTML.slice(0, 120)),
  }))
  expect(alive).toEqual({ pwned: null, elements: [] })
}

test('B16, B31, B32, B33, B35, B39, B58 hostile words in names, titles, texts and notes are shown as words', async ({
  data,
}) => {
  test.setTimeout(120_000)
  const folder = join(data, 'gift')
  plant(folder)
  const { app, page } = await launch({ folder, data: join(data, 'profile') })
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await expect(page.getByRole('listbox', { name: 'Articles', exact: true }).getByRole('option').first()).toBeVisible()
  await search(page, BAIT)
  const count = await found(page).getByRole('option').count()
  expect(count).toBeGreaterThan(15)
  for (let i = 0; i < Math.min(count, 24); i++) await openFound(page, i, i > 0 && i < 3 ? 'beside' : 'here')
  await expect(textOf(page, 'A')).not.toBeEmpty()
  await expectInert(page)

  // Shown, and shown whole: nothing was cut out to make it harmless.
  await search(page, 'strange')
  await openFound(page, 0)
  await expectInert(page)

  await saveNotes(page)
  await page.getByRole('button', { name: 'Notes', exact: true }).click()
  const notes = page.getByRole('region', { name: 'Notes' }).getByRole('listitem')
  await expect(notes).toHaveCount(PAYLOADS.length)
  for (let i = 0; i < PAYLOADS.length; i += 6) {
    await notes.nth(i).getByRole('button').first().click()
    await expect(noteText(page)).toBeVisible()
  }
  await expectInert(page)

  // Pasted from a hostile page.
  await noteText(page).focus()
  await noteText(page).evaluate(
    (element, html) => {
      const clipboard = new DataTransfer()
      clipboard.setData('text/html', html)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }))
    },
    `<p>pasted words</p>${PAYLOADS.join('')}`,
  )
  await expect(noteText(page)).toContainText('pasted words')
  await expectInert(page)
  expect(dialogs).toEqual([])
  expect(app.windows()).toHaveLength(1)
  expect(new URL(page.url()).pathname).toBe('/index.html')
  await app.close()
})

test('hostile words in a briefing come out as words: HTML without an element of theirs, PDF without an action', ({
  data,
}) => {
  const folder = join(data, 'gift')
  plant(folder)
  const sentences = PAYLOADS.map((text) => ({ type: 'assumption', text: `${text} is assumed.` }))
  const definition = join(data, 'briefing.json')
  writeFileSync(
    definition,
    JSON.stringify({ title: PAYLOADS[0], author: PAYLOADS[4], sections: [{ heading: PAYLOADS[7], sentences }] }),
  )
  const exported = (format: string) => {
    const out = join(data, `briefing.${format}`)
    const args = ['brief', 'export', definition, '--folder', folder, '--out', out, '--format', format, '--json']
    const waived = RULES.flatMap((rule) => ['--waive', `${rule}=a test of hostile words`])
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'out/cli/index.js'), ...args, ...waived],
      {
        encoding: 'utf8',
        env: { ...process.env, DATELINE_DATA: join(data, 'profile'), ELECTRON_EXEC_PATH: electronPath() },
      },
    )
    expect(status, `${stdout}${stderr}`).toBe(0)
    return out
  }
  const html = readFileSync(exported('html'), 'utf8')
  expect(html).toContain('&lt;script&gt;')
  for (const element of [
    '<script>globalThis',
    '<img',
    '<svg onload',
    '<iframe',
    '<object',
    '<embed',
    '<math',
    '<base',
    '<form',
  ])
    expect(html).not.toContain(element)
  expect(html).not.toMatch(/<meta[^>]+refresh/i)
  const pdf = readFileSync(exported('pdf')).toString('latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf).not.toMatch(/\/(?:JavaScript|JS|Launch|OpenAction|SubmitForm|ImportData|RichMedia)\b/)
  expect(pdf).not.toMatch(/\/URI\s*\((?:javascript|http|file)/)
})
