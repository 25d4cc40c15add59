import { BrowserWindow, session } from 'electron'
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { DatelineError } from '../contract/errors'
import type { HostInput, HostOutput } from '../contract/host'
import { serveDocument } from './protocol'

const WATCHDOG_MS = 60_000

/** Rejects when the window's page dies or is not printed in time: Chromium itself answers neither. */
const broken = ({ webContents }: BrowserWindow) =>
  new Promise<never>((_resolve, reject) => {
    const fail = (sentence: string) => reject(new DatelineError('print_failed', sentence))
    webContents.once('render-process-gone', () => fail('The page being printed failed. Nothing was written.'))
    setTimeout(
      () => fail('Printing took longer than a minute and was stopped. Nothing was written.'),
      WATCHDOG_MS,
    ).unref()
  })

/** Pages of a PDF as Chromium writes it (page objects stand uncompressed). */
const countPages = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g) ?? []).length

async function render(input: HostInput<'host.print'>): Promise<Buffer> {
  // A session in memory of its own: nothing of the document can reach the page's session or the disk. It is silenced where
  // sessions are made, like every other.
  const quiet = session.fromPartition(`print-${randomUUID()}`)
  serveDocument(quiet.protocol, input.html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: quiet,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  })
  const draw = async () => {
    await window.loadURL('app://print/')
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => document.fonts.size)')
    return window.webContents.printToPDF({
      pageSize: input.paper,
      printBackground: true,
      preferCSSPageSize: true,
      displayHeaderFooter: input.headerTemplate !== '' || input.footerTemplate !== '',
      headerTemplate: input.headerTemplate || '<span></span>',
      footerTemplate: input.footerTemplate || '<span></span>',
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  }
  try {
    return await Promise.race([draw(), broken(window)])
  } finally {
    window.destroy()
  }
}

let queue: Promise<unknown> = Promise.resolve()

/**
 * Prints one document to `out`: written beside it first and renamed when whole, so that a full disk leaves no half file.
 * One at a time; rejects with `print_failed` after a minute, or at once when the page printed dies.
 */
export function print(input: HostInput<'host.print'>): Promise<HostOutput<'host.print'>> {
  const job = queue.then(async () => {
    const pdf = await render(input)
    const pages = countPages(pdf)
    if (pages === 0 || !pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) {
      throw new DatelineError('print_failed', 'Printing gave no pages. Nothing was written.')
    }
    const part = `${input.out}.part`
    try {
      const file = await open(part, 'w')
      await file.writeFile(pdf)
      await file.sync()
      await file.close()
      await rename(part, input.out)
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
    return { pages }
  })
  queue = job.catch(() => undefined)
  return job
}
