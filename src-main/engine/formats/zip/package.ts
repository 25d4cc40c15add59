import { bytesOf } from '../byte-source'
import { listZip, readZipEntry } from './zip-archive'

/** A document that is an archive of several parts (Office, OpenDocument, e-book). */
export interface Package {
  names: readonly string[]
  /** A part as text; null when there is none of that name. Throws `Unreadable` when it cannot be unpacked. */
  read(name: string): string | null
  bytes(name: string): Buffer | null
}

/** No honest document has more parts, or a part that unpacks to more. */
const MOST_PARTS = 20_000
const MOST_BYTES = 200_000_000

/** Throws `Unreadable` for what is no archive, or one made to exhaust memory. */
export function openPackage(file: Buffer): Package {
  const source = bytesOf(file)
  const entries = new Map(listZip(source, MOST_PARTS).map((entry) => [entry.name, entry]))
  let unpacked = 0
  const bytes = (name: string): Buffer | null => {
    const entry = entries.get(name)
    if (!entry) return null
    const part = readZipEntry(source, entry, MOST_BYTES - unpacked)
    unpacked += part.length
    return part
  }
  return {
    names: [...entries.keys()],
    bytes,
    read: (name) => {
      const part = bytes(name)
      return part === null ? null : xmlText(part)
    },
  }
}

/** XML within packages is UTF-8, or UTF-16 with a mark. */
function xmlText(bytes: Buffer): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return new TextDecoder(wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
}
