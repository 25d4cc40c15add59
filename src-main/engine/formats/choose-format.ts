import { extname } from 'node:path'
import { binaryKind, looksBinary, type BinaryKind } from '../decode/binary'
import type { Cause } from '../read/causes'
import { bytesOf } from './byte-source'
import type { FormatReader } from './format-reader'
import { headText } from './head-text'
import { looksLikeMail } from './mail/looks-like-mail'
import { markdownReader, textReader } from './text-reader'
import { packageKind } from './zip/package-kind'

/** Kinds of text files that are not articles as they stand; a reader for each may come. By extension, since all of them are text. */
const NOT_YET: Record<string, string> = {
  mht: 'web archive of a browser', mhtml: 'web archive of a browser', svg: 'picture',
  js: 'program', mjs: 'program', ts: 'program', css: 'style sheet', py: 'program', sh: 'program', sql: 'SQL', yml: 'YAML', yaml: 'YAML',
  toml: 'settings', ini: 'settings', vtt: 'subtitles', srt: 'subtitles', tex: 'TeX', ics: 'calendar', vcf: 'address card',
} // prettier-ignore

const HTML_NAMES = new Set(['.html', '.htm', '.xhtml', '.shtml'])
const HTML_START =
  /^[\s\0\ufeff]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i

const XML_START = /^\s*<(?:\?xml[\s?]|(?:nitf|newsItem|newsitem|NewsML|newsMessage|rss|feed|rdf:RDF)[\s>])/

export type Choice = { reader: FormatReader } | { cause: Cause; detail?: string }

/** Which reader takes a file: by its bytes first, by its name where all bytes are plain text. */
export async function chooseFormat(path: string, bytes: Buffer): Promise<Choice> {
  const binary = binaryKind(bytes)
  if (binary) return chooseBinary(binary, bytes)
  if (!isWide(bytes) && looksBinary(bytes)) return { cause: 'binary' }
  const extension = extname(path).toLowerCase()
  const head = headText(bytes)
  if (looksLikeMail(head, extension === '.eml')) return { reader: (await import('./mail/mail-reader')).mailReader }
  if (HTML_START.test(head) || HTML_NAMES.has(extension)) {
    const { htmlReader } = await import('./html-reader')
    return { reader: htmlReader }
  }
  if (extension !== '.svg' && XML_START.test(head)) return { reader: (await import('./feeds/xml-reader')).xmlReader }
  // Those that hold articles are read as containers before it comes to this.
  if (/^\.(?:json|jsonl|ndjson|geojson)$/.test(extension)) return { cause: 'no-articles', detail: 'JSON' }
  if (extension === '.md' || extension === '.markdown') return { reader: markdownReader }
  const kind = NOT_YET[extension.slice(1)]
  return kind ? { cause: 'unsupported', detail: kind } : { reader: textReader }
}

async function chooseBinary(binary: BinaryKind, bytes: Buffer): Promise<Choice> {
  switch (binary.document) {
    case 'pdf':
      return { reader: (await import('./pdf/pdf-reader')).pdfReader }
    case 'rtf':
      return { reader: (await import('./rtf/rtf-reader')).rtfReader }
    case 'zip': {
      const kind = packageKind(bytesOf(bytes))
      if (kind === 'archive') return { cause: 'unsupported', detail: binary.name }
      return 'unsupported' in kind
        ? { cause: 'unsupported', detail: kind.unsupported }
        : { reader: await kind.reader() }
    }
    case 'office':
      return { cause: 'unsupported', detail: `${binary.name}; save it in the present form of its program` }
    case null:
      return { cause: 'binary', detail: binary.name }
  }
}

/** UTF-16 has a NUL or a small value in every other byte and would look like no text. */
function isWide(bytes: Buffer): boolean {
  const mark =
    bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
  if (mark) return true
  let even = 0
  let odd = 0
  const length = Math.min(bytes.length & ~1, 4096)
  for (let i = 0; i < length; i += 2) {
    if ((bytes[i] ?? 0) < 8) even++
    if ((bytes[i + 1] ?? 0) < 8) odd++
  }
  return length >= 8 && (even > 0.3 * length || odd > 0.3 * length) && Math.min(even, odd) < 0.05 * length
}
