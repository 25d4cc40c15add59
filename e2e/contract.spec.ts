import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, ROOT, test } from './workbench'

/** The names of a list in the contract's table, read as text: these tests never load the application's code. */
function listed(name: string): string[] {
  const table = readFileSync(join(ROOT, 'src-main/contract/names.ts'), 'utf8')
  const list = new RegExp(`export const ${name} = \\[([^\\]]*)\\]`).exec(table)?.[1] ?? ''
  return [...list.matchAll(/'([^']+)'/g)].map(([, channel]) => channel ?? '')
}

test('what the page can reach is the contract’s table, and nothing else', async ({ workbench: { page } }) => {
  const channels = [...listed('ENGINE_CHANNELS'), ...listed('APP_CHANNELS')]
  expect(channels.length).toBeGreaterThan(40)
  const reach = await page.evaluate(() => {
    const offered = Reflect.get(globalThis, 'dateline') as Record<string, unknown>
    return Object.entries(offered).flatMap(([group, value]) =>
      typeof value === 'function'
        ? [group]
        : Object.entries(value as object).map(([call, one]) => `${group}.${call}:${typeof one}`),
    )
  })
  expect(reach.sort()).toEqual([...channels.map((channel) => `${channel}:function`), 'on', 'pathOf'].sort())
})

test('nothing of Node or Electron is in the page, and events outside the list cannot be listened to', async ({
  workbench: { page },
}) => {
  const seen = await page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => Reflect.get(globalThis, name) !== undefined,
    ),
    frozen: (() => {
      try {
        return !Reflect.set(Reflect.get(globalThis, 'dateline') as object, 'note', 1)
      } catch {
        return true
      }
    })(),
  }))
  expect(seen).toEqual({ globals: [], frozen: true })
  const refused = page.evaluate(() => {
    const { on } = Reflect.get(globalThis, 'dateline') as { on(name: string, listener: () => void): unknown }
    on('engine-port', () => undefined)
  })
  await expect(refused).rejects.toThrow('No such event')
  const preferences = await page.evaluate(() => [typeof SharedArrayBuffer, String(window.opener), location.protocol])
  expect(preferences).toEqual(['undefined', 'null', 'app:'])
})

test('input that does not fit is refused as data, with a sentence for a person', async ({ workbench: { page } }) => {
  const answers = await page.evaluate(async () => {
    const { note, dialog } = Reflect.get(globalThis, 'dateline') as Record<
      string,
      Record<string, (input: unknown) => Promise<{ ok: boolean; fault?: { code: string; message: string } }>>
    >
    return [await note?.['get']?.({ id: 7 }), await dialog?.['saveFile']?.('no object')]
  })
  for (const answer of answers) {
    expect(answer).toMatchObject({ ok: false, fault: { code: 'bad_request' } })
    expect(answer?.fault?.message).toMatch(/^[A-Z].*\.$/)
  }
})
