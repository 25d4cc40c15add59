import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { DatelineError } from '../contract/errors'
import type { Printer } from '../engine/briefing/export-briefing'

/** The print itself is given a minute; start and end of a browser on a slow machine come on top. */
const LONGEST_MS = 120_000
const ResultSchema = z.union([
  z.object({ ok: z.literal(true), pages: z.number().int().min(1) }),
  z.object({ ok: z.literal(false), message: z.string() }),
])

/**
 * Prints by an Electron without a window, under Xvfb where there is no display. Its processes are ended with it whatever happens, and its
 * files are taken away. Throws `print_failed` with what is missing and how to get it.
 */
export const electronPrinter: Printer = {
  async print({ html, ...job }) {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-job-'))
    const place = (name: string) => join(folder, name)
    try {
      writeFileSync(place('page.html'), html)
      writeFileSync(
        place('job.json'),
        JSON.stringify({ ...job, html: place('page.html'), result: place('result.json') }),
      )
      const complaint = await run(commandFor(place('job.json')))
      return readResult(place('result.json'), complaint)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

type Command = [program: string, ...args: string[]]

function commandFor(job: string): Command {
  // As root Chromium's sandbox cannot start; the page is our own text and reaches nothing.
  const root = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const electron: Command = [electronPath(), ...root, '--log-level=3', applicationFolder(), '--print-job', job]
  const needsScreen = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
  if (!needsScreen) return electron
  if (!isOnPath('xvfb-run')) {
    throw new DatelineError(
      'print_failed',
      'Printing a PDF needs a display, and there is none here. Install a virtual one (on Debian or Ubuntu: apt-get install xvfb xauth), or export to HTML, Markdown or JSON.',
    )
  }
  return ['xvfb-run', '-a', ...electron]
}

function electronPath(): string {
  const given = process.env['ELECTRON_EXEC_PATH']
  if (given) return given
  try {
    // Outside of Electron the package is the path of its executable.
    const path: unknown = createRequire(import.meta.url)('electron')
    if (typeof path === 'string' && existsSync(path)) return path
  } catch {
    // Said below.
  }
  throw new DatelineError(
    'print_failed',
    'Printing a PDF needs Electron, which is not installed here. Run `npm run setup` once, or export to HTML, Markdown or JSON.',
  )
}

/** The nearest folder above this script that holds the built application. */
function applicationFolder(folder = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'out', 'main', 'index.js'))) return folder
  const parent = dirname(folder)
  if (parent !== folder) return applicationFolder(parent)
  throw new DatelineError('print_failed', 'Printing a PDF needs the built application. Run `npm run build` once.')
}

function isOnPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** Runs to the end and returns what was said on stderr. */
async function run([program, ...args]: Command): Promise<string> {
  const { ELECTRON_RUN_AS_NODE: _node, ...env } = process.env
  // A process group of its own, so that the browser's many processes and the virtual screen end together.
  const child = spawn(program, args, {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said = (said + chunk).slice(-4000)))
  const stop = (): void => end(child)
  const interrupted = (): void => {
    stop()
    process.exit(130)
  }
  process.once('exit', stop)
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  try {
    return await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => {
        const message = 'Printing took longer than two minutes and was stopped. Nothing was written.'
        reject(new DatelineError('print_failed', message, said))
      }, LONGEST_MS)
      child.once('error', (error) => {
        clearTimeout(timer)
        reject(new DatelineError('print_failed', `${program} could not be started: ${error.message}`))
      })
      child.once('exit', () => {
        clearTimeout(timer)
        resolve(said)
      })
    })
  } finally {
    stop()
    process.off('exit', stop)
    process.off('SIGINT', interrupted)
    process.off('SIGTERM', interrupted)
  }
}

/** Ends the whole group; one that has ended already needs nothing. */
function end(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It is gone.
  }
}

function readResult(file: string, complaint: string): { pages: number } {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (text === '') {
    throw new DatelineError(
      'print_failed',
      'The process that prints ended without a result; `npm run doctor` says what is missing.',
      complaint.trim().split('\n').at(-1) ?? '',
    )
  }
  const result = ResultSchema.parse(JSON.parse(text))
  if (!result.ok) throw new DatelineError('print_failed', result.message)
  return { pages: result.pages }
}
