import { propertiesOf } from '../document-properties'
import type { FormatReader, FormatResult } from '../format-reader'
import { Unreadable } from '../unreadable'
import { linesOf, type PdfItem, type PdfLine } from './pdf-lines'
import { openPdf, type OpenPdf } from './open-pdf'
import { textOfPages } from './pdf-text'

/** Pages that are read of one file; what is longer is no article. */
const MOST_PAGES = 2000
/** Milliseconds after which reading stops at the page it has come to: below what one file may take. */
const BUDGET = 20_000

/** The text layer of a PDF, with a form feed between pages. Scripts, forms, links and embedded files stay closed. */
export const pdfReader: FormatReader = {
  name: 'pdf',
  async read({ bytes }): Promise<FormatResult> {
    const document = await openPdf(bytes)
    try {
      const { pages, broken } = await readPages(document)
      const text = textOfPages(pages)
      if (text.trim() === '') {
        if (broken > 0) throw new Unreadable('damaged', `${broken} of ${document.pages} pages cannot be read`)
        throw new Unreadable('no-text-layer', pageCount(document.pages))
      }
      const { meta, made } = propertiesOf(await document.properties(), text)
      const missing = document.pages - pages.length + broken
      return {
        text,
        encoding: 'pdf',
        confidence: 1,
        meta,
        ...(made ? { made } : {}),
        partial:
          missing > 0
            ? { cause: 'incomplete', detail: `${document.pages - missing} of ${pageCount(document.pages)}` }
            : null,
      }
    } finally {
      await document.close()
    }
  },
}

const pageCount = (pages: number): string => (pages === 1 ? '1 page' : `${pages} pages`)

async function readPages(document: OpenPdf): Promise<{ pages: PdfLine[][]; broken: number }> {
  const started = performance.now()
  const pages: PdfLine[][] = []
  let broken = 0
  for (let number = 1; number <= Math.min(document.pages, MOST_PAGES); number++) {
    if (performance.now() - started > BUDGET) break
    let items: PdfItem[]
    try {
      items = await document.items(number)
    } catch {
      items = []
      broken++
    }
    pages.push(linesOf(items))
  }
  return { pages, broken }
}
