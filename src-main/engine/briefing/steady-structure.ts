import { PDFArray, PDFDict, PDFStream, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

const NODE = /^node\d+$/u

/**
 * Numbers the elements of a tagged PDF anew. Chromium names them by a count over everything the printing process has ever shown
 * ("node00001640"), which would make a second print of the same page another file. Their order is kept: the name tree is sorted by it.
 */
export function steadyStructure(pdf: PDFDocument): void {
  const names = new Set<string>()
  eachString(pdf, (text) => {
    if (NODE.test(text)) names.add(text)
    return null
  })
  const sorted = [...names].sort((a, b) => Number(a.slice(4)) - Number(b.slice(4)))
  const steady = new Map(sorted.map((name, index) => [name, `node${String(index + 1).padStart(8, '0')}`]))
  eachString(pdf, (text) => steady.get(text) ?? null)
}

/** Shows every string of the document to `change` and puts what it returns in its place. */
function eachString(pdf: PDFDocument, change: (text: string) => string | null): void {
  const changed = (object: PDFObject): PDFString | null => {
    visit(object)
    const text = object instanceof PDFString ? change(object.asString()) : null
    return text === null ? null : PDFString.of(text)
  }
  const visit = (object: PDFObject): void => {
    if (object instanceof PDFStream) visit(object.dict)
    else if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) {
        const other = changed(value)
        if (other) object.set(key, other)
      }
    } else if (object instanceof PDFArray) {
      for (const [index, value] of object.asArray().entries()) {
        const other = changed(value)
        if (other) object.set(index, other)
      }
    }
  }
  for (const [, object] of pdf.context.enumerateIndirectObjects()) visit(object)
}
