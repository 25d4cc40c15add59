import { extname } from 'node:path'
import { looksBinary } from '../../decode/binary'
import type { ByteSource } from '../byte-source'
import { headText } from '../head-text'
import { looksLikeMail } from '../mail/looks-like-mail'
import { Unreadable } from '../unreadable'
import { packageKind } from '../zip/package-kind'
import type { ContainerReader } from './container'
import { looksLikeMbox, mboxContainer } from './mbox-container'
import { zipContainer } from './zip-container'

const HEAD = 65_536
const ZIP = 0x504b0304
const GZIP = 0x1f8b
const FEED_START = /^\s*<(?:\?xml[\s?]|(?:rss|feed|rdf:RDF|newsMessage|NewsML)[\s>])/
/** Objects at the start of a file whose name does not say what it is. */
const JSON_START = /^\s*(?:\[\s*)?\{\s*"/

/**
 * The reader for a file that holds several articles, by its first bytes and, for tables, its name; null for one that is a single
 * article, or none. Never throws for what is wrong with the file.
 */
export async function chooseContainer(source: ByteSource, path: string): Promise<ContainerReader | null> {
  const head = source.read(0, HEAD)
  if (head.length < 4) return null
  if (head.readUInt32BE(0) === ZIP) return isArchive(source) ? zipContainer : null
  if (head.readUInt16BE(0) === GZIP) return (await import('./gzip-container')).gzipContainer(source, path)
  const start = headText(head)
  if (looksLikeMbox(start)) return mboxContainer
  if (start.startsWith('WARC/')) return (await import('./warc-container')).warcContainer
  return textContainer(source, head, start, extname(path).toLowerCase())
}

async function textContainer(
  source: ByteSource,
  head: Buffer,
  start: string,
  extension: string,
): Promise<ContainerReader | null> {
  if (looksLikeMail(start, extension === '.eml')) return (await import('./mail-container')).mailContainer(source)
  if (FEED_START.test(start)) return (await import('./feed-container')).feedContainer(source)
  const isJson = /^\.(?:json|jsonl|ndjson)$/.test(extension)
    ? /^\s*[[{]/.test(start)
    : /^(?:\.txt)?$/.test(extension) && JSON_START.test(start)
  if (isJson) return (await import('./json-container')).jsonContainer(source)
  if (!/^\.(?:csv|tsv|tab)$/.test(extension) || (looksBinary(head) && !head.includes(0))) return null
  return (await import('./csv-container')).csvContainer(source, extension)
}

function isArchive(source: ByteSource): boolean {
  try {
    return packageKind(source) === 'archive'
  } catch (error) {
    if (error instanceof Unreadable) return false
    throw error
  }
}
