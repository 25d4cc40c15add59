import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as watched } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { found, noteTitle, openFound, search, selectWords, writeNote } from '../steps'
import { expect, launch, ROOT, test } from '../workbench'
import { BEACONS, beaconFiles, beaconHtml } from './beacons'

const UNGUARDED_START = join(ROOT, 'e2e/unguarded-start')
const CARD = process.env['DATELINE_SILENCE_CARD'] ?? ''
/** The short form watches the living beacons this long; without the guards their first packet comes within a second. */
const WATCH_MS = 8_000
const FULL_MS = Number(process.env['DATELINE_SILENCE_MINUTES'] ?? 0) * 60_000

/** Packets that left by the one way out since it was made, as the kernel counts them. */
function packetsOut(): number {
  const line = readFileSync('/proc/net/dev', 'utf8')
    .split('\n')
    .find((one) => one.trim().startsWith(`${CARD}:`))
  // "card: 8 numbers received, 8 sent": bytes first, then packets.
  const count = Number(line?.split(':')[1]?.trim().split(/\s+/)[9])
  if (CARD === '' || Number.isNaN(count))
    throw new Error('Run this by `npm run test:silence`: there is no card to count at.')
  return count
}

const heard = () => readFileSync(process.env['DATELINE_SILENCE_HEARD'] ?? '', 'utf8')

function plantFiles(data: string): string {
  const folder = join(data, 'beacons')
  mkdirSync(folder)
  for (const [name, content] of Object.entries(beaconFiles())) writeFileSync(join(folder, name), content)
  return folder
}

/** Puts the beacons into the page as living elements, as if every other guard of the text had failed, and follows their links. */
async function bringToLife(page: Page, names: string[]): Promise<void> {
  await page.evaluate((pieces) => {
    interface Policy {
      createHTML(html: string): string
    }
    const { trustedTypes } = globalThis as unknown as {
      trustedTypes: { createPolicy(name: string, rules: Policy): Policy }
    }
    const policy = trustedTypes.createPolicy('dompurify', { createHTML: (html) => html })
    for (const html of pieces) {
      const part = document.createRange().createContextualFragment(policy.createHTML(html))
      const clicks = part.querySelectorAll<HTMLElement>('.click')
      document.body.append(part)
      for (const one of clicks) one.click()
    }
  }, names.map(beaconHtml))
}

/** Waits until everything that can be read is analysed, by the engine's own word. */
async function allRead(page: Page): Promise<void> {
  const settled = () =>
    page.evaluate(async () => {
      interface Status {
        phase: string
        analysis: { done: number; total: number }
      }
      const { dateline } = globalThis as unknown as {
        dateline: { workspace: { status(): Promise<{ ok: boolean; value?: Status }> } }
      }
      const { value } = await dateline.workspace.status()
      return value?.phase === 'idle' && value.analysis.total > 0 && value.analysis.done === value.analysis.total
    })
  await expect.poll(settled, { timeout: 30_000 }).toBe(true)
}

async function readAndWrite(page: Page, all: boolean): Promise<void> {
  await search(page, 'harbour')
  const count = await found(page).getByRole('option').count()
  for (let i = 0; i < (all ? count : 4); i++) await openFound(page, i, i % 8 < 3 ? 'beside' : 'here')
  await search(page, '"said Ilan Darvan"')
  await openFound(page, 0)
  // Any pane that has the words: the first may hold the letter or the notes among the beacons, which have others.
  const shown = page.getByRole('region', { name: /^Text of pane/ }).filter({ hasText: 'Grain will leave again' })
  const label = (await shown.first().getAttribute('aria-label')) ?? ''
  await selectWords(page, label.slice(-1), 'Grain will leave again')
  await page.keyboard.press('n')
  await writeNote(page, 'Port', 'Grain leaves ')
  await expect(noteTitle(page)).toHaveValue('Port')
}

test('F39 a corpus of beacons read, worked on, printed and brought to life: not one packet', async ({ data }) => {
  const before = packetsOut()
  const heardBefore = heard()
  const folder = plantFiles(data)
  const { app, page } = await launch({ folder, data: join(data, 'profile') })
  await allRead(page)
  const until = Date.now() + FULL_MS
  do await readAndWrite(page, FULL_MS > 0)
  while (Date.now() < until)
  await bringToLife(page, Object.keys(BEACONS))
  await watched(WATCH_MS)
  expect(new URL(page.url()).pathname).toBe('/index.html')
  expect(app.windows()).toHaveLength(1)
  // Silent because they were stopped, not because they never tried.
  const said = await page.getByRole('status').filter({ hasText: 'Offline' }).textContent()
  expect(Number(/(\d+) requests?/.exec(said ?? '')?.[1])).toBeGreaterThan(20)
  await app.close()
  expect({ packets: packetsOut() - before, heard: heard().slice(heardBefore.length) }).toEqual({
    packets: 0,
    heard: '',
  })
})

test('the command line on the same corpus: not one packet', ({ data }) => {
  const before = packetsOut()
  const folder = plantFiles(data)
  const workspace = join(data, 'workspace')
  const definition = join(data, 'briefing.json')
  const sentence = { type: 'assumption', text: 'See <img src="http://briefing.beacon.test/a.png"> for the harbour.' }
  writeFileSync(definition, JSON.stringify({ title: 'Harbour', sections: [{ heading: 'One', sentences: [sentence] }] }))
  const out = join(data, 'briefing.pdf')
  const runs: [string[], number[]][] = [
    [
      ['index', folder, '--workspace', workspace],
      [0, 1],
    ],
    [
      ['extract', folder],
      [0, 1],
    ],
    [['search', 'harbour', '--workspace', workspace], [0]],
    [['brief', 'export', definition, '--folder', folder, '--out', out, '--format', 'pdf'], [0]],
    [
      ['verify', out, folder],
      [0, 1],
    ],
  ]
  for (const [args, accepted] of runs) {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'out/cli/index.js'), ...args, '--json'], {
      encoding: 'utf8',
      env: { ...process.env, DATELINE_DATA: join(data, 'profile') },
    })
    expect(accepted, `${args[0] ?? ''}: ${stderr}`).toContain(status)
  }
  expect(packetsOut() - before).toBe(0)
})

// Last, since what it opened is still being closed by the kernel (multicast groups, connections) when it is over.
test('control: without the guards the same beacons get out', async ({ data }) => {
  const before = packetsOut()
  const { app, page } = await launch({ folder: plantFiles(data), data: join(data, 'profile'), start: UNGUARDED_START })
  await allRead(page)
  await bringToLife(
    page,
    Object.keys(BEACONS).filter((name) => !BEACONS[name]?.navigates),
  )
  await expect.poll(packetsOut, { timeout: 20_000 }).toBeGreaterThan(before + 20)
  for (const word of [
    /^dns /m,
    /^http GET img-http\.beacon\.test/m,
    /^http GET img-number|198\.51\.100\.9/m,
    /^stun /m,
  ])
    await expect.poll(heard).toMatch(word)
  await app.close()
})
