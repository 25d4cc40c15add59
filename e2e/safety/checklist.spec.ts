import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allRead } from '../steps'
import { expect, launch, makeFolder, removeFolder, ROOT, SEEDS, test, type Workbench } from '../workbench'
import { askForEverything } from './ask-for-everything'

// Electron's own checklist ("Security", 20 items), one test each; item 19 (fuses) is read from a packaged binary and item 4 (the
// sandbox) proved for an ordinary account in files of their own. One start for all: nothing here may change the program's state.
let workbench: Workbench
test.beforeAll(async () => {
  workbench = await launch({ folder: SEEDS, data: await makeFolder() })
  await allRead(workbench.page)
  await workbench.app.evaluate(({ shell }) => {
    Object.assign(globalThis, { openedOutside: 0 })
    shell.openExternal = () => {
      Reflect.set(globalThis, 'openedOutside', Number(Reflect.get(globalThis, 'openedOutside')) + 1)
      return Promise.resolve()
    }
  })
})
test.afterAll(async () => {
  await workbench.app.close()
  await removeFolder(workbench.data)
})

/** What a page may not change: where it is, and that it is the only one. */
async function expectUnmoved(): Promise<void> {
  expect(new URL(workbench.page.url()).pathname).toBe('/index.html')
  const contents = await workbench.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
  expect(contents).toBe(1)
}

test('1 only secure content: no session fetches anything from outside', async () => {
  const reached = await workbench.app.evaluate(async ({ session }) => {
    const addresses = [
      'http://a.example/',
      'https://a.example/',
      'ws://a.example/',
      'ftp://a.example/',
      'file:///etc/passwd',
    ]
    const sessions = [session.defaultSession, session.fromPartition('one-more'), session.fromPartition('persist:kept')]
    const tried = sessions.flatMap((one) =>
      addresses.map((address) =>
        one.fetch(address).then(
          () => address,
          () => null,
        ),
      ),
    )
    return (await Promise.all(tried)).filter((address) => address !== null)
  })
  expect(reached).toEqual([])
})

test('2 no Node in the page, in a frame, in a worker', async () => {
  const seen = await workbench.page.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', '__filename']
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const inFrame = names.filter((name) => frame.contentWindow && Reflect.get(frame.contentWindow, name) !== undefined)
    const bridged = frame.contentWindow && Reflect.get(frame.contentWindow, 'dateline') !== undefined
    frame.remove()
    return { page: names.filter((name) => Reflect.get(globalThis, name) !== undefined), inFrame, bridged }
  })
  expect(seen).toEqual({ page: [], inFrame: [], bridged: false })
})

test('3, 4, 6, 8, 9, 10, 12 preferences of every page are the safe ones', async () => {
  const preferences = await workbench.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => {
      // Not among the published types, but what the runtime itself says of a page.
      const { getLastWebPreferences } = one as unknown as { getLastWebPreferences(): Record<string, unknown> }
      const said = getLastWebPreferences.call(one)
      const names = [
        'contextIsolation',
        'sandbox',
        'nodeIntegration',
        'nodeIntegrationInWorker',
        'nodeIntegrationInSubFrames',
        'webSecurity',
        'allowRunningInsecureContent',
        'experimentalFeatures',
        'enableBlinkFeatures',
        'webviewTag',
        'plugins',
        'spellcheck',
        'navigateOnDragDrop',
      ]
      return Object.fromEntries(names.map((name) => [name, said[name] ?? null]))
    }),
  )
  expect(preferences).toHaveLength(1)
  expect(preferences[0]).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false })
  // Null is Chromium's own default, which is off.
  const off = Object.entries(preferences[0] ?? {}).filter(
    ([name]) => !['contextIsolation', 'sandbox', 'webSecurity'].includes(name),
  )
  expect(off.filter(([, value]) => value !== false && value !== null && value !== '')).toEqual([])
  expect([true, null]).toContain(preferences[0]?.['webSecurity'])
})

test('5 twelve permissions are denied without a question', async () => {
  const granted = await workbench.page.evaluate(askForEverything)
  expect(granted).toEqual([])
})

test('7 a content policy on every answer, the missing ones included; no inline script, no eval', async () => {
  const files = readdirSync(join(ROOT, 'out/renderer'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:html|js|css|woff2|svg|png|json)$/.test(name),
  )
  const paths = [
    ...files,
    'missing.js',
    '../../package.json',
    '%2e%2e/%2e%2e/package.json',
    '..%5c..%5cpackage.json',
    '/etc/passwd',
  ]
  const answers = await workbench.page.evaluate(
    (asked) =>
      Promise.all(
        asked.map(async (path) => {
          const { status, headers } = await fetch(`app://bundle/${path}`)
          return {
            path,
            status,
            policy: headers.get('content-security-policy') ?? '',
            sniff: headers.get('x-content-type-options'),
          }
        }),
      ),
    paths,
  )
  expect(answers.length).toBeGreaterThan(20)
  for (const { path, status, policy, sniff } of answers) {
    expect([path, status]).toEqual([path, files.includes(path) ? 200 : 404])
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy, path).toContain(part)
    expect(policy).not.toMatch(/unsafe-(?:inline|eval)/)
    expect(sniff).toBe('nosniff')
  }
  const ran = await workbench.page.evaluate(async () => {
    // The driver's own call is let off the policy; what runs after a turn is not.
    await fetch('app://bundle/index.html')
    const script = document.createElement('script')
    let refused = false
    try {
      script.text = 'globalThis.ranInline = true'
      document.body.append(script)
    } catch {
      refused = true
    }
    let evaluated = true
    try {
      Reflect.apply(Reflect.get(globalThis, 'eval') as (code: string) => void, null, ['1'])
    } catch {
      evaluated = false
    }
    return { inline: Reflect.get(globalThis, 'ranInline') === true, refused, evaluated }
  })
  expect(ran).toEqual({ inline: false, refused: true, evaluated: false })
})

test('11 an injected webview makes no page', async () => {
  await workbench.page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'app://bundle/index.html')
    view.setAttribute('nodeintegration', '')
    document.body.append(view)
  })
  await expectUnmoved()
})

test('13 nothing navigates the page or a frame of it', async () => {
  const { page } = workbench
  await page.evaluate(() => {
    const link = (href: string, target: string) => {
      const one = document.createElement('a')
      one.href = href
      one.target = target
      document.body.append(one)
      one.click()
    }
    link('https://a.example/', '_top')
    link('file:///etc/passwd', '_self')
    link('app://bundle/assets/', '_self')
    const refresh = document.createElement('meta')
    refresh.httpEquiv = 'refresh'
    refresh.content = '0;url=https://a.example/'
    document.head.append(refresh)
    const form = document.createElement('form')
    form.action = 'https://a.example/'
    document.body.append(form)
    form.submit()
    location.assign('https://a.example/')
    const drop = new DataTransfer()
    drop.setData('text/uri-list', 'https://a.example/')
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: drop, bubbles: true }))
  })
  // Answered in order: by now whatever was going to happen to the page has been decided.
  await page.evaluate(() => fetch('app://bundle/index.html').then(({ status }) => status))
  await expectUnmoved()
})

test('14 no way of asking opens a window', async () => {
  const { page } = workbench
  const opened = await page.evaluate(() => {
    const one = document.createElement('a')
    one.href = 'https://a.example/'
    one.target = '_blank'
    document.body.append(one)
    one.click()
    one.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }))
    one.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }))
    one.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true }))
    return ['https://a.example/', 'about:blank', 'app://bundle/index.html', 'javascript:1'].filter((address) =>
      window.open(address),
    )
  })
  expect(opened).toEqual([])
  await expectUnmoved()
})

test('15 nothing was handed to the system to open, and no source says so', async () => {
  expect(await workbench.app.evaluate(() => Number(Reflect.get(globalThis, 'openedOutside')))).toBe(0)
  const sources = readdirSync(join(ROOT, 'src-main'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.includes('.test.'),
  )
  const callers = sources.filter((name) =>
    /\bshell\.open|\.openExternal\(|\.openPath\(/.test(readFileSync(join(ROOT, 'src-main', name), 'utf8')),
  )
  expect(callers).toEqual([])
})

test('16 Electron is pinned to one version of a line that gets security fixes', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  expect(devDependencies['electron']).toMatch(/^45\.\d+\.\d+$/)
})

test('17 a call from any other page or frame is refused', async () => {
  const preload = join(ROOT, 'out/preload/index.cjs')
  const answer = await workbench.app.evaluate(async ({ BrowserWindow }, script) => {
    const other = new BrowserWindow({ show: false, webPreferences: { preload: script, sandbox: true } })
    await other.loadURL('data:text/html,<p>other</p>')
    const said: unknown = await other.webContents.executeJavaScript('dateline.app.info()')
    other.destroy()
    return said
  }, preload)
  expect(answer).toMatchObject({ ok: false, fault: { code: 'bad_request' } })
})

test('18 file: is not served, by no element and no call', async () => {
  const got = await workbench.page.evaluate(async () => {
    const loads = (tag: 'img' | 'script' | 'link') =>
      new Promise<boolean>((done) => {
        const one = document.createElement(tag)
        one.onload = () => done(true)
        one.onerror = () => done(false)
        if (one instanceof HTMLLinkElement) Object.assign(one, { rel: 'stylesheet', href: 'file:///etc/passwd' })
        else if (one instanceof HTMLImageElement) one.src = 'file:///etc/passwd'
        else return done(false)
        document.head.append(one)
      })
    const fetched = fetch('file:///etc/passwd').then(
      () => true,
      () => false,
    )
    return Promise.all([fetched, loads('img'), loads('link')])
  })
  expect(got).toEqual([false, false, false])
})

test('20 the page has named functions and nothing of Electron', async () => {
  const kinds = await workbench.page.evaluate(() => {
    const offered = Reflect.get(globalThis, 'dateline') as Record<string, Record<string, unknown>>
    const leaves = Object.values(offered).flatMap((group) =>
      typeof group === 'function' ? [group] : Object.values(group),
    )
    return [...new Set(leaves.map((leaf) => typeof leaf))]
  })
  expect(kinds).toEqual(['function'])
})
