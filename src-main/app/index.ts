import { app, MessageChannelMain, nativeTheme, session } from 'electron'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { release, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readAppearance } from './appearance-file'
import { readArguments } from './arguments'
import { keepFromDesktopSearch } from './desktop-search'
import { type EngineHost, type EngineState, startEngine } from './engine-host'
import { lockDownContents } from './lockdown'
import { openLog } from './log-file'
import { type MainWindow, openMainWindow } from './main-window'
import { setMenu } from './menu'
import { answerPage, hearRefusals } from './page-calls'
import { readPageFiles } from './page-files'
import { places as findPlaces } from './places'
import { print } from './print'
import { runPrintJob } from './print-job'
import { PAGE_ORIGIN, registerSchemes, servePage } from './protocol'
import { countRefusals } from './refusals'
import { diagnosticReport, workspaceFacts } from './report'
import { silenceResolver, silenceSession, silenceSwitches } from './silence'
import { watchProgram } from './watch-program'
import { HOST_CHANNELS } from '../contract/host'

app.setName('Dateline')
silenceSwitches()
registerSchemes()
// enableSandbox would take back the --no-sandbox of a development start as root, and every child process would stop.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
const asked = readArguments(process.argv, !app.isPackaged)
// A start that fails for the graphics card's sake must not fail here too.
if (asked.safe) app.disableHardwareAcceleration()

/** Lines of the log in a diagnostic report. */
const REPORTED_LINES = 60

/** Prints one job with a profile of its own, so that it runs beside an open Dateline, and leaves nothing behind. */
async function printOnly(jobFile: string): Promise<void> {
  lockDownContents(() => undefined)
  app.on('session-created', (created) => silenceSession(created, () => undefined))
  const profile = mkdtempSync(join(tmpdir(), 'dateline-print-'))
  app.setPath('userData', profile)
  app.on('window-all-closed', () => undefined)
  await app.whenReady()
  silenceResolver()
  const code = await runPrintJob(resolve(jobFile))
  rmSync(profile, { recursive: true, force: true })
  app.exit(code)
}

/** The folder a second start handed over; it comes from another process and may be anything. */
function folderOf(handedOver: unknown): string | null {
  if (typeof handedOver !== 'object' || handedOver === null || !('folder' in handedOver)) return null
  return typeof handedOver.folder === 'string' ? handedOver.folder : null
}

async function openApplication(): Promise<void> {
  const places = findPlaces()
  mkdirSync(places.data, { recursive: true, mode: 0o700 })
  keepFromDesktopSearch(places.data)
  app.setPath('userData', places.data)
  // A second start hands over the folder it was asked for, as an absolute path, and ends.
  let folder = asked.folder && resolve(asked.folder)
  if (!app.requestSingleInstanceLock({ folder })) {
    app.exit(0)
    return
  }

  const log = openLog(places.data)
  log.add(
    'main',
    `start of ${app.getVersion()} on Electron ${process.versions.electron}${asked.safe ? ', safe mode' : ''}`,
  )
  watchProgram(log)
  let main: MainWindow | undefined
  let engine: EngineHost | undefined
  let stopped = false
  let engineState: EngineState = 'restarting'
  let engineStarts = 0

  const refusals = countRefusals((count, last) => main?.tell('network.blocked', { count, last }))
  lockDownContents(refusals.add)
  hearRefusals(refusals)

  let pageReady = false
  /** Tells the page of the folder asked for last, once: a page that is loaded anew after a crash keeps what was open. */
  const tellFolder = () => {
    if (!folder || !pageReady) return
    main?.tell('folder.requested', { folder })
    folder = null
  }
  const joinPage = () => {
    if (!main || !engine || main.window.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    engine.connect(port1)
    main.window.webContents.postMessage('engine-port', null, [port2])
  }
  app.on('second-instance', (_event, _argv, _workingDirectory, handedOver) => {
    folder = folderOf(handedOver) ?? folder
    tellFolder()
    if (!main || main.window.isDestroyed()) return
    if (main.window.isMinimized()) main.window.restore()
    main.window.focus()
  })
  app.on('session-created', (created) => silenceSession(created, refusals.add))
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
  nativeTheme.themeSource = readAppearance(places.data).theme
  const report = () =>
    diagnosticReport({
      version: app.getVersion(),
      versions: { Electron: process.versions.electron, Chromium: process.versions.chrome, Node: process.versions.node },
      system: `${process.platform} ${process.arch} ${release()}`,
      sandboxed: !app.commandLine.hasSwitch('no-sandbox'),
      safe: asked.safe,
      engine: engineState,
      engineRestarts: Math.max(0, engineStarts - 1),
      refusals: refusals.count,
      memory: app.getAppMetrics().map(({ type, memory }) => ({ type, kilobytes: memory.workingSetSize })),
      workspaces: workspaceFacts(places.data),
      log: log.tail(REPORTED_LINES),
    })
  answerPage({ places, safe: asked.safe, report, confirmClose: () => main?.confirmClose() })
  engine = startEngine({
    script: places.engine,
    env: {
      DATELINE_DATA: places.data,
      DATELINE_RESOURCES: places.resources,
      DATELINE_FONTS: places.fonts,
      DATELINE_SAFE: asked.safe ? '1' : '0',
      DATELINE_PRIVATE: asked.private ? '1' : '0',
    },
    handlers: {
      'host.print': (input) => print(HOST_CHANNELS['host.print'].input.parse(input)),
      'host.refused': (input) => {
        refusals.add(HOST_CHANNELS['host.refused'].input.parse(input).what)
        return null
      },
    },
    onLine: (line) => {
      log.add('engine', line)
      process.stderr.write(`${line}\n`)
    },
    onState: (state) => {
      engineState = state
      if (state === 'up') engineStarts += 1
      else log.add('engine', state)
      const message = {
        up: null,
        restarting: 'The engine stopped and is being started again. Everything saved is safe.',
        down: 'The engine does not start and is tried again every half minute. Everything saved is safe, and what you typed since stays in this window: keep it open, or copy the words elsewhere.',
      }[state]
      main?.tell('engine.state', { state, message })
      if (state === 'up') joinPage()
    },
  })
  main = openMainWindow(places)
  setMenu((command) => main.tell('menu.command', { command }))
  main.window.webContents.on('did-start-loading', () => (pageReady = false))
  main.window.webContents.on('did-finish-load', () => {
    joinPage()
    pageReady = true
    tellFolder()
    main.tell('network.blocked', { count: refusals.count, last: refusals.last })
  })
  await main.window.loadURL(`${PAGE_ORIGIN}/index.html`)
}

void (asked.printJob ? printOnly(asked.printJob) : openApplication())
