import { app, BrowserWindow, clipboard, dialog, ipcMain, type IpcMainInvokeEvent, nativeTheme, shell } from 'electron'
import { existsSync } from 'node:fs'
import { CHANNELS, type Output, type Parsed } from '../contract/channels'
import { DatelineError, toFault } from '../contract/errors'
import { APP_CHANNELS, type AppChannel } from '../contract/names'
import { readAppearance, writeAppearance } from './appearance-file'
import type { Places } from './places'
import { PAGE_ORIGIN } from './protocol'
import type { Refusals } from './refusals'

/** What the page's calls need of the program. */
export interface PageNeeds {
  places: Places
  /** Started with `--safe`. */
  safe: boolean
  /** The diagnostic report as it is now. */
  report(): string
  /** Lets the window go. */
  confirmClose(window: BrowserWindow): void
}

type AppHandlers = {
  [N in AppChannel]: (input: Parsed<N>, window: BrowserWindow) => Output<N> | Promise<Output<N>>
}

/** The window whose own main frame, showing our page, sent this; nobody else may ask for anything. */
function senderWindow(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender)
  const frame = event.senderFrame
  if (!window || !frame || frame !== window.webContents.mainFrame || frame.origin !== PAGE_ORIGIN) {
    throw new DatelineError('bad_request', 'A part of the program that may not ask did ask. It was refused.')
  }
  return window
}

const firstPath = async (window: BrowserWindow, properties: ('openDirectory' | 'openFile')[]) => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties })
  return canceled ? null : (filePaths[0] ?? null)
}

/** The calls that Electron's main process answers. */
function handlers({ places, safe, report, confirmClose }: PageNeeds): AppHandlers {
  return {
    'app.info': () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      sampleFolder: places.sample,
      dataFolder: places.data,
      sandboxed: !app.commandLine.hasSwitch('no-sandbox'),
      platform: process.platform,
      safe,
      ...readAppearance(places.data),
    }),
    'app.report': report,
    'app.setTheme': (appearance) => {
      nativeTheme.themeSource = appearance.theme
      writeAppearance(places.data, appearance)
      return null
    },
    'app.copyText': async ({ text }) => {
      // Newer Electrons answer with a promise, older ones at once.
      await clipboard.writeText(text)
      return null
    },
    'app.showFile': ({ path }) => {
      if (!existsSync(path)) throw new DatelineError('not_found', `There is no file ${path} any more.`)
      shell.showItemInFolder(path)
      return null
    },
    'dialog.openFolder': (_input, window) => firstPath(window, ['openDirectory']),
    'dialog.openFile': (_input, window) => firstPath(window, ['openFile']),
    'dialog.saveFile': async ({ suggestedName }, window) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: suggestedName })
      return canceled || !filePath ? null : filePath
    },
    'window.minimize': (_input, window) => {
      window.minimize()
      return null
    },
    'window.toggleMaximize': (_input, window) => {
      if (window.isMaximized()) window.unmaximize()
      else window.maximize()
      return null
    },
    'window.close': (_input, window) => {
      window.close()
      return null
    },
    'window.confirmClose': (_input, window) => {
      confirmClose(window)
      return null
    },
  }
}

/** Answers the page: sender and input are checked here, before any handler; faults cross as data. */
export function answerPage(needs: PageNeeds): void {
  const table: AppHandlers = handlers(needs)
  const run = <N extends AppChannel>(name: N, input: unknown, window: BrowserWindow) => {
    const parsed = CHANNELS[name].input.safeParse(input)
    if (!parsed.success)
      throw new DatelineError('bad_request', 'Dateline was asked for something it cannot read.', name)
    return table[name](parsed.data as Parsed<N>, window)
  }
  for (const name of APP_CHANNELS) {
    ipcMain.handle(name, async (event, input: unknown) => {
      try {
        return { ok: true, value: await run(name, input, senderWindow(event)) }
      } catch (error) {
        return { ok: false, fault: toFault(error) }
      }
    })
  }
}

/** Hears from the preload what the page's policy stopped before any request was made. Only our own page is listened to. */
export function hearRefusals(refusals: Refusals): void {
  ipcMain.on('refused', (event, directive: unknown, blocked: unknown) => {
    try {
      senderWindow(event)
    } catch {
      return
    }
    refusals.addPolicyViolation(directive, blocked)
  })
}
