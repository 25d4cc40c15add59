import type * as Pdfjs from 'pdfjs-dist'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { Unreadable } from '../unreadable'
import { CharacterMaps } from './character-maps'
import { ignoreLeftRejections } from './left-rejections'
import type { PdfItem } from './pdf-lines'

/** A PDF while it is read. */
export interface OpenPdf {
  /** How many pages it says it has. */
  pages: number
  /** The pieces of text of a page, from 1, in the order in which they are drawn. Rejects for a broken page. */
  items(page: number): Promise<PdfItem[]>
  properties(): Promise<{ title?: string; author?: string; made?: string }>
  close(): Promise<void>
}

/** Opens a PDF for its text alone. Throws `Unreadable`: "encrypted", "damaged". */
export async function openPdf(bytes: Buffer): Promise<OpenPdf> {
  const { getDocument, VerbosityLevel } = await loadLibrary()
  const task = getDocument({
    // A copy: the library takes the memory over.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    CMapReaderFactory: CharacterMaps,
    // Not read: `CharacterMaps` knows where they are. Without it the library does not ask.
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    enableXfa: false,
    stopAtErrors: false,
  })
  let document: PDFDocumentProxy
  try {
    document = await task.promise
  } catch (error) {
    await task.destroy()
    if (error instanceof Error && error.name === 'PasswordException') throw new Unreadable('encrypted')
    throw new Unreadable('damaged', error instanceof Error ? error.message.slice(0, 120) : undefined)
  }
  return {
    pages: document.numPages,
    async items(number) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      page.cleanup()
      return items.filter((item) => 'str' in item)
    },
    properties: () => propertiesOf(document),
    close: () => task.destroy(),
  }
}

async function propertiesOf(document: PDFDocumentProxy): Promise<{ title?: string; author?: string; made?: string }> {
  try {
    const info = (await document.getMetadata()).info as Record<string, unknown>
    const made = pdfDay(info['CreationDate'])
    return {
      ...(typeof info['Title'] === 'string' ? { title: info['Title'] } : {}),
      ...(typeof info['Author'] === 'string' ? { author: info['Author'] } : {}),
      ...(made ? { made } : {}),
    }
  } catch {
    return {}
  }
}

/** "D:20181017091200+06'00'" as ISO day. */
function pdfDay(value: unknown): string | null {
  const found = typeof value === 'string' ? /^D:(\d{4})(\d{2})(\d{2})/.exec(value) : null
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null
}

type Library = typeof Pdfjs

let library: Promise<Library> | null = null

/** The library with its own "worker", in this thread: we are in one already. Loaded with the first PDF. */
function loadLibrary(): Promise<Library> {
  library ??= (async () => {
    // It makes a matrix while it loads, for drawing, which is never done here.
    const globals = globalThis as { DOMMatrix?: unknown; pdfjsWorker?: unknown }
    globals.DOMMatrix ??= function NoDrawing() {
      return undefined
    }
    ignoreLeftRejections()
    globals.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return import('pdfjs-dist/legacy/build/pdf.mjs')
  })()
  return library
}
