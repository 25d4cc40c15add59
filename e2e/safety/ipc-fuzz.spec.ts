import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allRead, processIds } from '../steps'
import { expect, ROOT, test } from '../workbench'

const PER_CHANNEL = 200

/** The closed set of error codes, read as text: these tests never load the application's code. */
function errorCodes(): string[] {
  const source = readFileSync(join(ROOT, 'src-main/contract/errors.ts'), 'utf8')
  const list = /export const ERROR_CODES = \[([^\]]*)\]/.exec(source)?.[1] ?? ''
  return [...list.matchAll(/^ *'(\w+)',/gm)].map(([, code]) => code ?? '')
}

interface Answer {
  channel: string
  /** Whether the input is an object, which a lenient schema may take. */
  object: boolean
  ok: unknown
  code: string
  message: string
  input: string
}

test(`every channel, ${PER_CHANNEL} malformed inputs each: a coded refusal, nothing done, nobody harmed`, async ({
  workbench: { app, page },
}) => {
  test.setTimeout(120_000)
  await allRead(page)
  await app.evaluate(({ dialog, shell }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
    shell.showItemInFolder = () => undefined
  })
  const before = await processIds(app)
  const answers = await page.evaluate(async (count): Promise<Answer[]> => {
    // Mulberry32, so that a failure is found again.
    let state = 20261125
    const random = () => {
      state = (state + 0x6d2b79f5) | 0
      let t = Math.imul(state ^ (state >>> 15), 1 | state)
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296
    }
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
    const deep = (levels: number): unknown => (levels === 0 ? 'x' : [deep(levels - 1)])
    const strings = [
      '',
      '/etc/passwd',
      '../../../../etc/passwd',
      'C:\\Windows\\win.ini',
      '\0',
      '\ud800',
      "'; DROP TABLE note; --",
      '" OR 1=1',
      '*',
      'NEAR(',
      'x'.repeat(1_000_000),
      '<img src=x onerror=alert(1)>',
      '__proto__',
      'constructor',
      'file:///etc/passwd',
      '%2e%2e%2f',
      '\u202Etxt.exe',
      '0'.repeat(64),
      'null',
      '{{7*7}}',
      '${7*7}',
    ]
    const scalars: (() => unknown)[] = [
      () => pick(strings),
      () => pick([NaN, Infinity, -Infinity, -0, -1, 1e308, 2 ** 53, 0.5, 0]),
      () => pick([true, false]),
      () => 10n ** 30n,
      () => new Date(random() < 0.5 ? NaN : 0),
      () => new Map([['id', 'x']]),
      () => new Set([1]),
      () => new Uint8Array(64),
      () => /(a+)+$/,
      () => new Error('x'),
      () => deep(400),
      () => Array.from({ length: 10_000 }, () => 0),
      () => [],
    ]
    const fields = [
      'folder',
      'id',
      'path',
      'file',
      'out',
      'format',
      'title',
      'body',
      'query',
      'key',
      'value',
      'text',
      'anchor',
      'noteId',
      'articleId',
      'start',
      'end',
      'revision',
      'expectedRevision',
      'citations',
      'sections',
      'waivers',
      'sort',
      'limit',
      'offset',
      'theme',
      'moreContrast',
      'suggestedName',
      'noteIds',
      'marking',
      'author',
      'type',
      'name',
      'paper',
      'constructor',
      'toString',
    ]
    const junkObject = () => {
      const made: Record<string, unknown> = {}
      for (let i = 1 + Math.floor(random() * 8); i > 0; i--) made[pick(fields)] = random() < 0.15 ? {} : pick(scalars)()
      if (random() < 0.2) Object.defineProperty(made, '__proto__', { value: { id: 'x' }, enumerable: true })
      return made
    }
    const told = (value: unknown) => {
      try {
        return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? `${one}n` : one)).slice(0, 200)
      } catch {
        return String(value)
      }
    }
    const offered = Reflect.get(globalThis, 'dateline') as Record<
      string,
      Record<string, (input: unknown) => Promise<unknown>>
    >
    const all: Answer[] = []
    for (const [group, calls] of Object.entries(offered)) {
      if (typeof calls === 'function') continue
      for (const [call, ask] of Object.entries(calls)) {
        for (let i = 0; i < count; i++) {
          const input = random() < 0.5 ? junkObject() : pick(scalars)()
          // Dates and maps count: what has only optional fields is content with any object.
          const object = typeof input === 'object' && !Array.isArray(input)
          const answer = (await ask(input).catch((error: unknown) => ({ thrown: String(error) }))) as {
            ok?: unknown
            thrown?: string
            fault?: { code: string; message: string }
          }
          all.push({
            channel: `${group}.${call}`,
            object,
            ok: answer.ok ?? null,
            code: answer.fault?.code ?? answer.thrown ?? '',
            message: answer.fault?.message ?? '',
            input: told(input),
          })
        }
      }
    }
    return all
  }, PER_CHANNEL)

  const channels = new Set(answers.map(({ channel }) => channel))
  expect(channels.size).toBeGreaterThan(45)
  expect(answers).toHaveLength(channels.size * PER_CHANNEL)
  const codes = errorCodes()
  const uncoded = answers.filter(({ ok, code }) => ok !== true && !(ok === false && codes.includes(code)))
  expect(uncoded.slice(0, 5)).toEqual([])
  const own = answers.filter(({ code }) => code === 'internal' || code === 'engine_down' || code === 'timeout')
  expect(own.slice(0, 5)).toEqual([])
  const taken = answers.filter(({ object, ok, code }) => !object && (ok === true || code !== 'bad_request'))
  expect(taken.slice(0, 5)).toEqual([])
  const wordless = answers.filter(({ ok, message }) => ok === false && !/^[A-Z].*[.!]$/s.test(message))
  expect(wordless.slice(0, 5)).toEqual([])
  const leaked = answers.filter(({ message }) => /root:|nologin|at \w+ \(|node_modules/.test(message))
  expect(leaked.slice(0, 5)).toEqual([])

  // Nothing ended, nothing was moved, and the program answers as before.
  expect((await processIds(app)).sort()).toEqual(before.sort())
  expect(new URL(page.url()).pathname).toBe('/index.html')
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('harbour')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox', { name: 'Articles found' }).getByRole('option').first()).toBeVisible()
})
