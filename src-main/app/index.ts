import { app, MessageChannelMain, session } from 'electron'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readArguments } from './arguments'
import { type EngineHost, startEngine } from './engine-host'
import { lockDownContents } from './lockdown'
import { type MainWindow, openMainWindow } from './main-window'
import { setMenu } from './menu'
import { answerPage } from './page-calls'
import { readPageFiles } from './page-files'
import { places as findPlaces } from './places'
import { print } from './print'
import { runPrintJob } from './print-job'
import { PAGE_ORIGIN, registerSchemes, servePage } from './protocol'
import { silenceResolver, silenceSession, silenceSwitches } from './silence'
import { HOST_CHANNELS } from '../contract/host'

app.setName('Dateline')
silenceSwitches()
registerSchemes()
// enableSandbox would take back the --no-sandbox of a development start as root, and every child process would stop.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
lockDownContents()

const asked = readArguments(process.argv, !app.isPackaged)

/** Prints one job with a profile of its own, so that it runs beside an open Dateline, and leaves nothing behind. */
async function printOnly(jobFile: string): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'dateline-print-'))
  app.setPath('userData', profile)
  app.on('window-all-closed', () => undefined)
  await app.whenReady()
  silenceResolver()
  const code = await runPrintJob(resolve(jobFile))
  rmSync(profile, { recursive: true, force: true })
  app.exit(code)
}

async function openApplication(): Promise<void> {
  const places = findPlaces()
  mkdirSync(places.data, { recursive: true })
  app.setPath('userData', places.data)
  if (!app.requestSingleInstanceLock({ folder: asked.folder && resolve(asked.folder) })) {
    app.exit(0)
    return
  }

  let main: MainWindow | undefined
  let engine: EngineHost | undefined
  let blocked = 0
  let stopped = false

  const joinPage = () => {
    if (!main || !engine || main.window.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    engine.connect(port1)
    main.window.webContents.postMessage('engine-port', null, [port2])
  }
  app.on('second-instance', (_event, argv, workingDirectory) => {
    const { folder } = readArguments(argv, !app.isPackaged)
    if (!main) return
    if (main.window.isMinimized()) main.window.restore()
    main.window.focus()
    if (folder) main.tell('folder.requested', { folder: resolve(workingDirectory, folder) })
  })
  app.on('session-created', (created) =>
    silenceSession(created, (url) => {
      blocked += 1
      main?.tell('network.blocked', { count: blocked, last: url })
    }),
  )
  app.on('before-quit', (event) => {
    // Quitting goes through the window's close, which waits for the page to save; then through the engine's own stop.
    if (main && !main.window.isDestroyed()) {
      event.preventDefault()
      main.window.close()
    } else if (engine && !stopped) {
      event.preventDefault()
      void engine.stop(5_000).then(() => {
        stopped = true
        app.quit()
      })
    }
  })

  await app.whenReady()
  silenceResolver()
  servePage(session.defaultSession.protocol, readPageFiles(places.page))
  answerPage(places, () => main?.confirmClose())
  engine = startEngine({
    script: places.engine,
    env: { DATELINE_DATA: places.data, DATELINE_RESOURCES: places.resources, DATELINE_FONTS: places.fonts },
    handlers: { 'host.print': (input) => print(HOST_CHANNELS['host.print'].input.parse(input)) },
    onState: (state) => {
      const message = {
        up: null,
        restarting: 'The engine stopped and is being started again. Everything saved is safe.',
        down: 'The engine cannot be started. Everything saved is safe; please start Dateline again.',
      }[state]
      main?.tell('engine.state', { state, message })
      if (state === 'up') joinPage()
    },
  })
  main = openMainWindow(places)
  setMenu((command) => main.tell('menu.command', { command }))
  main.window.webContents.on('did-finish-load', () => {
    joinPage()
    if (asked.folder) main.tell('folder.requested', { folder: resolve(asked.folder) })
    main.tell('network.blocked', { count: blocked, last: null })
  })
  await main.window.loadURL(`${PAGE_ORIGIN}/index.html`)
}

void (asked.printJob ? printOnly(asked.printJob) : openApplication())
