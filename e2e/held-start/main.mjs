/**
 * The application exactly as it is built, held before its first window until the test driver has connected. Without this a window
 * that opens while Playwright is connecting is sometimes attached to half-way, and the start never ends (Playwright's own
 * loader does the same, but is used only with the official Electron's `-r`).
 */
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = resolve(import.meta.dirname, '../..')
const { version, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
app.setVersion(version)
app.setAppPath(root)

const ready = app.whenReady()
const held = new Promise((release) => {
  // Called by Playwright's driver when it is connected.
  globalThis.__playwright_run = () => ready.then(release)
})
app.whenReady = () => held
await import(pathToFileURL(join(root, main)).href)
