import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { createHash, type Hash } from 'node:crypto'

/** What a page shows does not hang on these: where it stands in the file, and how its streams are packed. */
const LEFT_OUT = new Set([
  '/Parent',
  '/StructParents',
  '/StructParent',
  '/Length',
  '/Filter',
  '/DecodeParms',
  '/P',
  '/Tabs',
])

/**
 * Hex sha256 over everything the pages of a PDF show: their contents and all they draw with, streams unpacked. The same after the file
 * was packed otherwise or its objects were numbered anew; another one when a letter, a font or a picture of a page was changed.
 */
export function pagesDigest(pdf: PDFDocument): string {
  const hash = createHash('sha256')
  const seen = new Map<string, number>()
  for (const page of pdf.getPages()) {
    hash.update('page\n')
    add(page.node, pdf, hash, seen)
  }
  return hash.digest('hex')
}

function add(object: PDFObject | undefined, pdf: PDFDocument, hash: Hash, seen: Map<string, number>): void {
  if (object instanceof PDFRef) {
    const known = seen.get(object.tag)
    // A number of its own in the order of meeting it: the file's object numbers may be others.
    if (known !== undefined) return void hash.update(`again ${known}\n`)
    seen.set(object.tag, seen.size)
    return add(pdf.context.lookup(object), pdf, hash, seen)
  }
  if (object instanceof PDFStream) {
    add(object.dict, pdf, hash, seen)
    const bytes = object instanceof PDFRawStream ? decodePDFRawStream(object).decode() : object.getContents()
    hash.update(`stream ${bytes.length}\n`).update(bytes)
  } else if (object instanceof PDFDict) {
    hash.update('dict\n')
    const entries = object.entries().map(([key, value]) => [key.toString(), value] as const)
    for (const [key, value] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (LEFT_OUT.has(key)) continue
      hash.update(`${key}\n`)
      add(value, pdf, hash, seen)
    }
    hash.update('end\n')
  } else if (object instanceof PDFArray) {
    hash.update('array\n')
    for (const item of object.asArray()) add(item, pdf, hash, seen)
    hash.update('end\n')
  } else {
    hash.update(`${object === undefined ? 'nothing' : object.toString()}\n`)
  }
}
