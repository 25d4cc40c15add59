import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib'

const NODE = /^node\d+$/u

/**
 * Numbers the elements of a tagged PDF anew, in the order of the objects that carry them. Chromium names them by a count over
 * everything the printing process has ever laid out ("node00001640"), header and footer among it in no fixed order, which would make
 * a second print of the same page another file. The name tree of the elements (PDF 1.7, 14.7.2 "IDTree") must be sorted by name: it
 * is written again as one leaf.
 */
export function steadyStructure(pdf: PDFDocument): void {
  const steady = new Map<string, string>()
  const rename = (text: string): string | null => {
    if (!NODE.test(text)) return null
    const name = steady.get(text) ?? `node${String(steady.size + 1).padStart(8, '0')}`
    steady.set(text, name)
    return name
  }
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  const named = root ? takeNameTree(pdf, root) : []
  for (const [, object] of pdf.context.enumerateIndirectObjects()) eachString(object, rename)
  if (!root || named.length === 0) return
  const leaf = named.map(([name, element]) => [rename(name) ?? name, element] as const)
  leaf.sort(([a], [b]) => (a < b ? -1 : 1))
  const names = leaf.flatMap(([name, element]) => [PDFString.of(name), element])
  root.set(PDFName.of('IDTree'), pdf.context.obj({ Names: names }))
}

/** Takes the name tree of the elements out of the document: its names and what they stand for. */
function takeNameTree(pdf: PDFDocument, root: PDFDict): [string, PDFObject][] {
  const found: [string, PDFObject][] = []
  const take = (value: PDFObject | undefined): void => {
    const node = pdf.context.lookupMaybe(value, PDFDict)
    if (!node) return
    const names = node.lookupMaybe(PDFName.of('Names'), PDFArray)?.asArray() ?? []
    for (let at = 0; at + 1 < names.length; at += 2) {
      const [name, element] = [names[at], names[at + 1]]
      if (name instanceof PDFString && element) found.push([name.asString(), element])
    }
    node.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray().forEach(take)
    if (value instanceof PDFRef) pdf.context.delete(value)
  }
  take(root.get(PDFName.of('IDTree')))
  root.delete(PDFName.of('IDTree'))
  return found
}

/** Shows every string of an object to `change` and puts what it returns in its place. */
function eachString(object: PDFObject, change: (text: string) => string | null): void {
  const changed = (value: PDFObject): PDFString | null => {
    eachString(value, change)
    const text = value instanceof PDFString ? change(value.asString()) : null
    return text === null ? null : PDFString.of(text)
  }
  if (object instanceof PDFStream) eachString(object.dict, change)
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
