import { documentProperties } from './document-properties'
import type { FormatReader } from './format-reader'
import { ParagraphWriter } from './paragraph-writer'
import { Unreadable } from './unreadable'
import { readXml } from './xml-events'
import { openPackage, type Package } from './zip/package'

/** Word documents (Office Open XML): paragraphs, cells of tables and footnotes as they show with every change accepted. */
export const docxReader: FormatReader = {
  name: 'docx',
  read({ bytes }) {
    const file = openPackage(bytes)
    const main = mainPart(file)
    const document = main === null ? null : file.read(main)
    if (document === null || main === null) throw new Unreadable('damaged', 'it has no document inside')
    const parts = [document, besides(file, main, 'footnotes.xml'), besides(file, main, 'endnotes.xml')]
    const text = parts
      .map((xml) => (xml === null ? '' : textOf(xml)))
      .filter((part) => part !== '')
      .join('\n\n')
    const { meta, made } = documentProperties(file.read('docProps/core.xml'), text)
    return { text, encoding: 'utf-8', confidence: 1, meta, ...(made ? { made } : {}), partial: null }
  },
}

/** The main part by its relation, since only that is fixed; "word/document.xml" in practice. */
function mainPart(file: Package): string | null {
  const relations = file.read('_rels/.rels')
  const targets: string[] = []
  if (relations !== null)
    readXml(relations, {
      open(name, attributes) {
        const target = attributes.get('Target')
        if (name === 'Relationship' && attributes.get('Type')?.endsWith('/officeDocument') && target)
          targets.push(target.replace(/^\//, ''))
      },
    })
  return targets[0] ?? 'word/document.xml'
}

const besides = (file: Package, main: string, name: string): string | null => file.read(main.replace(/[^/]*$/, name))

/** Elements whose words do not show: what was struck or moved away, field codes, the second telling of a drawing, phonetic guides. */
const UNSEEN = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'rt'])

function textOf(xml: string): string {
  const writer = new ParagraphWriter()
  /** Words of a paragraph that another one (a text box) stands within. */
  const outer: string[] = []
  let unseen = 0
  let inText = false
  let table = 0
  readXml(xml, {
    open(name, attributes) {
      if (UNSEEN.has(name)) unseen++
      if (unseen > 0) return
      if (name === 't') inText = true
      else if (name === 'txbxContent') outer.push(writer.take())
      else if (name === 'tbl') table++
      else if (name === 'tab') writer.add('\t')
      else if (name === 'br' || name === 'cr') writer.add('\n')
      else if (name === 'noBreakHyphen') writer.add('\u2011')
      else if (name === 'softHyphen') writer.add('\u00ad')
      else if (name === 'footnote' || name === 'endnote') {
        // The lines that part the notes from the text are notes themselves.
        if ((attributes.get('type') ?? 'normal') !== 'normal') unseen++
      }
    },
    text(words) {
      if (inText && unseen === 0) writer.add(words)
    },
    close(name) {
      if (name === 't') inText = false
      if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1)
      else if (name === 'footnote' || name === 'endnote') unseen = 0
      else if (unseen > 0) return
      else if (name === 'p' && table === 0) writer.end()
      else if (name === 'p') writer.add(' ')
      else if (name === 'tc') writer.add('\t')
      else if (name === 'tr') writer.end()
      else if (name === 'tbl') table = Math.max(0, table - 1)
      else if (name === 'txbxContent') {
        writer.end()
        writer.add(outer.pop() ?? '')
      }
    },
  })
  return writer
    .text()
    .replace(/ *\t */g, '\t')
    .replace(/ +$/gm, '')
}
