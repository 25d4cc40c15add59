import { documentProperties } from './document-properties'
import type { FormatReader } from './format-reader'
import { ParagraphWriter } from './paragraph-writer'
import { Unreadable } from './unreadable'
import { readXml } from './xml-events'
import { openPackage } from './zip/package'

/** OpenDocument texts: paragraphs, headings, lists, cells of tables, and footnotes after the paragraph that calls them. */
export const odtReader: FormatReader = {
  name: 'odt',
  read({ bytes }) {
    const file = openPackage(bytes)
    const manifest = file.read('META-INF/manifest.xml')
    if (manifest?.includes('encryption-data')) throw new Unreadable('encrypted')
    const content = file.read('content.xml')
    if (content === null) throw new Unreadable('damaged', 'it has no document inside')
    const text = textOf(content)
    const { meta, made } = documentProperties(file.read('meta.xml'), text)
    return { text, encoding: 'utf-8', confidence: 1, meta, ...(made ? { made } : {}), partial: null }
  },
}

const UNSEEN = new Set(['tracked-changes', 'annotation', 'ruby-text', 'note-citation', 'forms', 'desc', 'title'])

function textOf(xml: string): string {
  const writer = new ParagraphWriter()
  /** What stands before the note being read. */
  const outer: string[] = []
  let inBody = false
  let depth = 0
  let unseen = 0
  let table = 0
  readXml(xml, {
    open(name, attributes) {
      if (name === 'text' && depth === 0) inBody = true
      if (!inBody) return
      depth++
      if (UNSEEN.has(name)) unseen++
      if (unseen > 0) return
      if (name === 'note-body') outer.push(writer.take())
      else if (name === 'table') table++
      else if (name === 'tab') writer.add('\t')
      else if (name === 'line-break') writer.add('\n')
      else if (name === 's') writer.add(' '.repeat(Math.min(200, Number(attributes.get('c') ?? 1) || 1)))
    },
    text(words) {
      // White space in the file is one space, as in HTML; more is said with elements.
      if (inBody && unseen === 0) writer.add(words.replace(/\s+/g, ' '))
    },
    close(name) {
      if (!inBody) return
      depth--
      if (UNSEEN.has(name)) unseen--
      else if (unseen > 0) return
      else if ((name === 'p' || name === 'h') && table === 0 && outer.length === 0) writer.end()
      else if (name === 'p' || name === 'h') writer.add(' ')
      else if (name === 'table-cell') writer.add('\t')
      else if (name === 'table-row') writer.end()
      else if (name === 'table') table = Math.max(0, table - 1)
      else if (name === 'note-body') {
        const note = writer.take()
        writer.add(`${outer.pop() ?? ''} [${note.trim()}]`)
      }
      if (depth === 0) inBody = false
    },
  })
  return writer.text().replace(/ *\t */g, '\t')
}
