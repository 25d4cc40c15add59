/** L5 to L10 on the real application: start, typing while it reads, memory, the smoothness of panes, and a soak. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { _electron } from '@playwright/test'
import { inProject } from '../../scripts/setup/places.mjs'
import { quantile } from '../measure.mjs'

/** Rounds of a soak before it begins to count. */
const WARM_ROUNDS = 24

/**
 * @param {{ folder: string, data: string, executable: string, args: string[], env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ app: import('@playwright/test').ElectronApplication, page: import('@playwright/test').Page, usable: number }>}
 *   `usable`: milliseconds from the start until the list of articles stands
 */
export async function start({ folder, data, executable, args, env }) {
  const began = performance.now()
  const app = await _electron.launch({
    executablePath: executable,
    args: [...args, inProject('e2e', 'held-start'), folder],
    env: { ...env, DATELINE_DATA: data },
    timeout: 120_000,
  })
  const page = await app.firstWindow()
  await page
    .getByRole('listbox', { name: 'Articles', exact: true })
    .getByRole('option')
    .first()
    .waitFor({ timeout: 120_000 })
  return { app, page, usable: performance.now() - began }
}

/** Types in a new note; milliseconds from each pause's last key until the acknowledgement stands. */
export async function typing({ page }, rounds) {
  const said = page.getByRole('region', { name: 'Note', exact: true }).getByRole('status').first()
  await page.getByRole('button', { name: 'Notes', exact: true }).click()
  await page.getByRole('button', { name: 'New note' }).click()
  await page.getByRole('textbox', { name: 'Note text' }).click()
  const times = []
  for (let i = 0; i < rounds; i++) {
    await page.keyboard.type(`Sentence ${i} of the load. `)
    const began = performance.now()
    await said.filter({ hasText: /^Saved/ }).waitFor({ timeout: 60_000 })
    times.push(performance.now() - began)
  }
  return quantile(times, 0.95)
}

/** Watches main's event loop and the page's frames while `work` goes on: p99 of main's delay, the page's longest gap (ms). */
export async function smoothness({ app, page }, work) {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    globalThis.loadDelay = monitorEventLoopDelay({ resolution: 5 })
    globalThis.loadDelay.enable()
  })
  await page.evaluate(() => {
    globalThis.loadGaps = []
    let last = performance.now()
    const frame = (now) => {
      globalThis.loadGaps.push(now - last)
      last = now
      if (globalThis.loadGaps.length < 1e6) globalThis.requestAnimationFrame(frame)
    }
    globalThis.requestAnimationFrame(frame)
  })
  await work()
  const delay = await app.evaluate(() => globalThis.loadDelay.percentile(99) / 1e6)
  const gaps = await page.evaluate(() => globalThis.loadGaps)
  return { delay, longest: Math.max(...gaps), framesPerSecond: 1000 / quantile(gaps, 0.5) }
}

/** Resident megabytes of all processes together. */
export const memory = ({ app }) =>
  app.evaluate(({ app: program }) =>
    program.getAppMetrics().reduce((sum, one) => sum + one.memory.workingSetSize / 1024, 0),
  )

/** Prints a briefing of so many sentences: seconds, and the pages it has. */
export async function briefing({ page }, sentences, out) {
  const began = performance.now()
  const pages = await page.evaluate(
    async ({ count, to }) => {
      const channel = globalThis.dateline.briefing
      const text =
        'The harbour stays open to ships of every flag that carry grain, wood or coal, as it was in each of the years before, and nothing that is known today speaks against it. '
      const all = Array.from({ length: count }, (_, i) => ({
        id: `sentence-${i}`,
        type: 'assumption',
        text: `${i}: ${text.repeat(2)}`,
        citations: [],
      }))
      const sections = Array.from({ length: Math.ceil(count / 50) }, (_, i) => ({
        id: `section-${i}`,
        heading: `Section ${i}`,
        sentences: all.slice(i * 50, (i + 1) * 50),
      }))
      const saved = await channel.save({
        id: null,
        expectedRevision: 0,
        title: 'Long',
        marking: '',
        author: '',
        sections,
      })
      const written = await channel.export({ id: saved.value?.id, format: 'pdf', out: to })
      if (!written.ok) throw new Error(written.fault.message)
      return written.value.pages ?? 0
    },
    { count: sentences, to: out },
  )
  return { seconds: (performance.now() - began) / 1000, pages }
}

/** Opens and closes articles and notes, searches, again and again for so many minutes; what grew meanwhile. */
export async function soak({ app, page }, minutes) {
  const words = ['harbour', 'minister', 'percent', 'said']
  const round = async (number) => {
    await page.keyboard.press('Control+f')
    await page.getByRole('searchbox', { name: 'Search everything' }).fill(words[number % words.length])
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Library', exact: true }).click()
    const options = page.getByRole('listbox', { name: 'Articles', exact: true }).getByRole('option')
    await options.nth(number % 8).click()
    await page.getByRole('region', { name: 'Text of pane A' }).waitFor()
    await page.getByRole('button', { name: 'Notes', exact: true }).click()
  }
  // What is loaded once, with the first use, is no growth.
  for (let i = 0; i < WARM_ROUNDS; i++) await round(i)
  const before = await footprint(app, page)
  let rounds = 0
  for (const end = performance.now() + minutes * 60_000; performance.now() < end; rounds++) await round(rounds)
  const after = await footprint(app, page)
  return { rounds, heapGrowth: (after.heap / before.heap - 1) * 100, handles: after.handles - before.handles }
}

/** The page's heap after a collection, and the open files of all processes. */
async function footprint(app, page) {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  const pids = await app.evaluate(({ app: program }) => program.getAppMetrics().map(({ pid }) => pid))
  return {
    heap: usedSize,
    handles: process.platform === 'linux' ? pids.reduce((sum, pid) => sum + openFiles(pid), 0) : 0,
  }
}

function openFiles(pid) {
  try {
    return readdirSync(join('/proc', String(pid), 'fd')).length
  } catch {
    return 0
  }
}
