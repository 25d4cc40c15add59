import type { ByteSource } from '../byte-source'
import { bytesOf } from '../byte-source'
import { Unreadable } from '../unreadable'
import type { ContainerReader } from './container'
import { gzipMembers } from './gzip-members'
import { warcRecords } from './warc-container'

/** What one packed file may unpack to. */
const MOST_BYTES = 200_000_000

/** Single files packed with gzip; web archives packed record by record. */
export function gzipContainer(source: ByteSource, path: string): ContainerReader {
  const first = peek(source)
  if (first?.toString('latin1', 0, 5) === 'WARC/')
    return { name: 'warc', members: (bytes) => warcRecords(recordsOf(bytes)) }
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.t?gz$/i, '')
  return {
    name: 'gz',
    *members(bytes) {
      yield {
        name,
        modified: null,
        read: () => ({ bytes: Buffer.concat([...limited(gzipMembers(bytes, MOST_BYTES))]) }),
      }
    },
  }
}

function peek(source: ByteSource): Buffer | null {
  try {
    for (const member of gzipMembers(bytesOf(source.read(0, 4_000_000)), MOST_BYTES)) return member
  } catch (error) {
    // Told where the member is read.
    if (!(error instanceof Unreadable)) throw error
  }
  return null
}

function* recordsOf(source: ByteSource): Generator<ByteSource> {
  for (const member of gzipMembers(source, MOST_BYTES)) yield bytesOf(member)
}

function* limited(members: Iterable<Buffer>): Generator<Buffer> {
  let length = 0
  for (const member of members) {
    length += member.length
    if (length > MOST_BYTES) return
    yield member
  }
}
