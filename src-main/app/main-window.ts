import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import type { EventPayload } from '../contract/events'
import type { EventName } from '../contract/names'
import type { Places } from './places'
import { PAGE_ORIGIN } from './protocol'
import { SMALLEST, windowBounds } from './window-bounds'
import { readWindowState, writeWindowState } from './window-state-file'

/** The page's `--chrome` in both themes, shown until it has drawn itself. */
const LIGHT = '#e8eced'
const DARK = '#0e1215'

/** How long the page may take to save what is typed before the person is asked. */
const CLOSE_GRACE_MS = 4_000

/** Times in a row that a page which died is loaded again without asking. */
const MOST_CRASHES = 3
/** A page that lived this long before it died starts the count afresh. */
const STEADY_MS = 60_000

export interface MainWindow {
  window: BrowserWindow
  tell<N extends EventName>(event: N, payload: EventPayload<N>): void
  /** The page has saved everything: let the window go. */
  confirmClose(): void
}

/** Opens the one window. It closes only after the page has said that everything typed is saved, or the person insists. */
export function openMainWindow(places: Places): MainWindow {
  const saved = readWindowState(places.data)
  const window = new BrowserWindow({
    ...windowBounds(
      saved,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    frame: process.platform === 'darwin',
    titleBarStyle: process.platform === 'darwin' ? 'hiddenInset' : 'default',
    title: 'Dateline',
    backgroundColor: nativeTheme.shouldUseDarkColors ? DARK : LIGHT,
    webPreferences: {
      preload: places.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      plugins: false,
      navigateOnDragDrop: false,
    },
  })
  if (saved?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())

  let mayClose = false
  // A page that is not there yet holds nothing unsaved and could not answer.
  let loaded = false
  window.webContents.on('did-start-loading', () => (loaded = false))
  window.webContents.on('did-finish-load', () => (loaded = true))
  let asked: NodeJS.Timeout | undefined
  const tell: MainWindow['tell'] = (event, payload) => {
    if (!window.isDestroyed()) window.webContents.send('event', event, payload)
  }
  const destroy = () => {
    clearTimeout(asked)
    if (!window.isDestroyed()) window.destroy()
  }
  const askPerson = async () => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'The last words you typed are not saved yet.',
      detail:
        'Dateline could not save them within a few seconds. You can keep the window open and copy them elsewhere.',
      buttons: ['Keep open', 'Close anyway'],
      defaultId: 0,
      cancelId: 0,
    })
    asked = undefined
    if (response === 1) destroy()
  }
  window.on('close', (event) => {
    writeWindowState(places.data, { ...window.getNormalBounds(), maximized: window.isMaximized() })
    // A page that crashed has nothing to save and cannot answer either.
    if (mayClose || !loaded || window.webContents.isCrashed()) return
    event.preventDefault()
    if (asked) return
    tell('window.closing', null)
    asked = setTimeout(() => void askPerson(), CLOSE_GRACE_MS)
  })

  const reload = () => void window.loadURL(`${PAGE_ORIGIN}/index.html`)
  const askAfterCrashes = async () => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: 'The window keeps failing. Your notes are safe.',
      detail: `Everything Dateline called saved is in ${places.data}, the notes as plain text too, in the folders named “journal”. If trying again does not help, start Dateline with --safe.`,
      buttons: ['Try again', 'Quit'],
      defaultId: 0,
      cancelId: 1,
    })
    if (response !== 0) {
      destroy()
      return
    }
    crashes = 0
    reload()
  }
  let crashes = 0
  let loadedAt = 0
  window.webContents.on('did-finish-load', () => (loadedAt = Date.now()))
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    crashes = Date.now() - loadedAt > STEADY_MS ? 1 : crashes + 1
    // Everything acknowledged is in the casebook; the page reads it again. A page that keeps dying is left for the person.
    if (crashes <= MOST_CRASHES) reload()
    else void askAfterCrashes()
  })
  const tellState = () => tell('window.state', { maximized: window.isMaximized(), fullscreen: window.isFullScreen() })
  window.on('maximize', tellState)
  window.on('unmaximize', tellState)
  window.on('enter-full-screen', tellState)
  window.on('leave-full-screen', tellState)
  window.webContents.on('did-finish-load', tellState)
  window.once('closed', () => app.quit())

  return {
    window,
    tell,
    confirmClose: () => {
      mayClose = true
      destroy()
    },
  }
}
