import type { FormatReader } from '../format-reader'
import type { ByteSource } from '../byte-source'
import { listZip, readZipEntry } from './zip-archive'

/** What an archive is by its parts: a document we read, one we do not, or an archive of files. */
export type PackageKind = { reader: () => Promise<FormatReader> } | { unsupported: string } | 'archive'

const MOST_ENTRIES = 1_000_000
const docx = async () => (await import('../docx-reader')).docxReader
const odt = async () => (await import('../odt-reader')).odtReader
const epub = async () => (await import('../epub-reader')).epubReader

/** Looks into an archive's list of files. Throws `Unreadable` for one without. */
export function packageKind(source: ByteSource): PackageKind {
  const entries = listZip(source, MOST_ENTRIES)
  const find = (name: string) => entries.find((entry) => entry.name === name)
  const types = find('[Content_Types].xml')
  if (types) return officeKind(readZipEntry(source, types, 10_000_000).toString('utf8'))
  const mime = find('mimetype')
  const type = mime && mime.size < 200 ? readZipEntry(source, mime, 200).toString('latin1').trim() : ''
  if (type === 'application/epub+zip' || find('META-INF/container.xml')) return { reader: epub }
  if (/^application\/vnd\.(?:oasis\.opendocument|sun\.xml\.writer)/.test(type))
    return /\.text|writer/.test(type) ? { reader: odt } : { unsupported: 'OpenDocument file that is no text' }
  return 'archive'
}

function officeKind(types: string): PackageKind {
  if (/vnd\.ms-word[^"]*macroEnabled\.main/i.test(types))
    return { unsupported: 'Word document with macros; save it as .docx' }
  if (/wordprocessingml\.(?:document|template)\.main/i.test(types)) return { reader: docx }
  if (/spreadsheetml/i.test(types)) return { unsupported: 'Excel table; save it as CSV' }
  if (/presentationml/i.test(types)) return { unsupported: 'PowerPoint slides' }
  // Without a main part named: the reader says that the document is missing.
  return { reader: docx }
}
