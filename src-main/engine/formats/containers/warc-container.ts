import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { ByteSource } from '../byte-source'
import { Unreadable } from '../unreadable'
import type { ContainerReader, Member } from './container'
import { uniqueNames } from './unique-names'

const MOST_HEADER = 65_536
const MOST_BYTES = 50_000_000

/** Web archives (WARC 1.0 and 1.1): the pages and documents that servers answered with, by their address. */
export const warcContainer: ContainerReader = {
  name: 'warc',
  members: (source) => warcRecords([source]),
}

/** The pages of records, wherever they come from: one file, or one unpacked member of a gzip file after the other. */
export function* warcRecords(sources: Iterable<ByteSource>): Generator<Member> {
  const unique = uniqueNames()
  for (const source of sources)
    for (const record of records(source)) {
      const page = pageOf(record)
      if (page) yield { ...page, name: unique(page.name) }
    }
}

interface WarcRecord {
  source: ByteSource
  headers: ReadonlyMap<string, string>
  start: number
  length: number
}

function* records(source: ByteSource): Generator<WarcRecord> {
  for (let at = 0; at < source.size;) {
    const head = source.read(at, MOST_HEADER)
    const begin = skipBreaks(head)
    if (begin === head.length) return
    if (head.toString('latin1', begin, begin + 5) !== 'WARC/')
      throw new Unreadable('damaged', `no record at byte ${at + begin}`)
    const end = head.indexOf('\r\n\r\n', begin)
    if (end < 0) throw new Unreadable('damaged', `a record without an end of its header at byte ${at + begin}`)
    const headers = headersOf(head.toString('utf8', begin, end))
    const length = Number(headers.get('content-length'))
    if (!Number.isSafeInteger(length) || length < 0) throw new Unreadable('damaged', 'a record without a length')
    yield { source, headers, start: at + end + 4, length }
    at += end + 4 + length
  }
}

const skipBreaks = (bytes: Buffer): number => {
  let at = 0
  while (bytes[at] === 0x0d || bytes[at] === 0x0a) at++
  return at
}

function headersOf(head: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  for (const line of head.split('\r\n').slice(1)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return headers
}

/** Kinds of content that have text; pictures, scripts and style sheets of a page are none of our members. */
const READABLE =
  /^(?:text\/(?:html|plain)|application\/(?:xhtml\+xml|pdf|msword|rtf|vnd\.openxml[^;]*wordprocess[^;]*|epub\+zip)|message\/rfc822)/i

function pageOf(record: WarcRecord): Member | null {
  const type = record.headers.get('warc-type')
  const address = (record.headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '')
  if (address === '' || !['response', 'resource', 'conversion'].includes(type ?? '')) return null
  const content = type === 'response' ? httpContent(record) : plainContent(record)
  if (!content || !READABLE.test(content.type)) return null
  const time = Date.parse(record.headers.get('warc-date') ?? '')
  return {
    name: nameOf(address, content.type),
    modified: Number.isNaN(time) ? null : time,
    read() {
      const charset = /charset\s*=\s*["']?([\w.:-]+)/i.exec(content.type)?.[1]
      return { bytes: content.bytes(), ...(charset === undefined ? {} : { charset }) }
    },
  }
}

interface Content {
  type: string
  bytes(): Buffer
}

function plainContent({ source, headers, start, length }: WarcRecord): Content {
  return {
    type: headers.get('content-type') ?? 'text/plain',
    bytes: () => source.read(start, Math.min(length, MOST_BYTES)),
  }
}

/** What a server answered, if it answered with a page. */
function httpContent({ source, start, length }: WarcRecord): Content | null {
  const head = source.read(start, Math.min(length, MOST_HEADER))
  const end = head.indexOf('\r\n\r\n')
  if (end < 0 || !/^HTTP\/[\d.]+ 2\d\d/.test(head.toString('latin1', 0, 20))) return null
  const headers = headersOf(head.toString('latin1', 0, end))
  const bytes = () => {
    const body = source.read(start + end + 4, Math.min(length - end - 4, MOST_BYTES))
    const whole = /chunked/i.test(headers.get('transfer-encoding') ?? '') ? joinChunks(body) : body
    return unpacked(whole, headers.get('content-encoding') ?? '')
  }
  return { type: headers.get('content-type') ?? '', bytes }
}

/** RFC 9112, section 7.1. Some archivers store bodies already joined: what does not look like chunks is left as it is. */
function joinChunks(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length;) {
    const line = body.indexOf('\r\n', at)
    const size = line < 0 ? NaN : Number.parseInt(body.toString('latin1', at, line), 16)
    if (Number.isNaN(size)) return parts.length > 0 ? Buffer.concat(parts) : body
    if (size === 0) break
    parts.push(body.subarray(line + 2, line + 2 + size))
    at = line + 4 + size
  }
  return Buffer.concat(parts)
}

function unpacked(body: Buffer, encoding: string): Buffer {
  const options = { maxOutputLength: MOST_BYTES }
  try {
    if (/gzip/i.test(encoding)) return gunzipSync(body, options)
    if (/deflate/i.test(encoding)) return inflateSync(body, options)
    return /\bbr\b/i.test(encoding) ? brotliDecompressSync(body, options) : body
  } catch {
    // Archivers that unpack bodies often leave the header as it was.
    return body
  }
}

/** The address without its scheme; pages whose address has no ending that tells their kind get one. */
function nameOf(address: string, type: string): string {
  const name = address.replace(/^[a-z]+:(?:\/\/)?/i, '').replace(/!\//g, '/').replace(/\/$/, '').slice(0, 400) // prettier-ignore
  return /^text\/plain/i.test(type) && !/\.txt$/i.test(name)
    ? `${name}.txt`
    : /html/i.test(type) && !/\.x?html?$/i.test(name)
      ? `${name}.html`
      : name
}
