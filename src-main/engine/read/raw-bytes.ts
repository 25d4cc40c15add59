import { createHash, hash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { binaryKind } from '../decode/binary'
import type { FileStats } from './read-source'

/** Text files are read whole up to here; above, the first part. */
const MOST_BYTES = 20_000_000
/** Documents have their list of contents at the end and are of no use without: they are read whole, or not at all. */
export const MOST_DOCUMENT_BYTES = 600_000_000
export const TOO_LARGE = 2_147_483_648
const CHUNK = 1 << 20
const buffer = Buffer.allocUnsafeSlow(CHUNK)
/** Windows has no such flag. */
const NON_BLOCKING = 'O_NONBLOCK' in constants ? constants.O_NONBLOCK : 0

/** What was read of a file. */
export interface RawBytes {
  bytes: Buffer
  hash: string
  stats: Stats
  cut: boolean
  /** Size or time changed while it was read, three times in a row. */
  changed: boolean
}

/** Opens a file for reading. Does not wait for a writer where a pipe took the file's place since the walk. */
export function openFile(path: string | Buffer): number {
  return openSync(path, constants.O_RDONLY | NON_BLOCKING)
}

/** Reads and hashes a file, again when it changes meanwhile. Throws what the system throws. `seen` is what the walk saw of it. */
export function readBytes(path: string | Buffer, seen: Partial<FileStats>): RawBytes {
  const handle = openFile(path)
  try {
    return readAtOnce(handle, seen) ?? readCarefully(handle)
  } finally {
    closeSync(handle)
  }
}

/** The usual case in one read: a small file that is as the walk saw it, before and after. */
function readAtOnce(handle: number, seen: Partial<FileStats>): RawBytes | null {
  if (seen.size === undefined || seen.size === 0 || seen.size >= CHUNK) return null
  const length = readSync(handle, buffer, 0, seen.size + 1, 0)
  const stats = fstatSync(handle)
  if (length !== seen.size || stats.size !== seen.size || stats.mtimeMs !== seen.modified || !stats.isFile())
    return null
  const bytes = Buffer.from(buffer.subarray(0, length))
  return { bytes, hash: hash('sha256', bytes), stats, cut: false, changed: false }
}

function readCarefully(handle: number): RawBytes {
  for (let attempt = 1; ; attempt++) {
    const before = fstatSync(handle)
    if (!before.isFile() || before.size >= TOO_LARGE)
      return { bytes: Buffer.alloc(0), hash: '', stats: before, cut: false, changed: false }
    const content = before.size < CHUNK ? readSmall(handle) : readLarge(handle)
    const after = fstatSync(handle)
    const changed = after.size !== before.size || after.mtimeMs !== before.mtimeMs
    if (!changed || attempt === 3) return { ...content, stats: after, changed }
  }
}

type Content = Pick<RawBytes, 'bytes' | 'hash' | 'cut'>

function readSmall(handle: number): Content {
  let length = 0
  for (;;) {
    const read = readSync(handle, buffer, length, CHUNK - length, length)
    length += read
    if (read === 0) break
    if (length === CHUNK) return readLarge(handle)
  }
  const bytes = Buffer.from(buffer.subarray(0, length))
  return { bytes, hash: hash('sha256', bytes), cut: false }
}

function readLarge(handle: number): Content {
  const digest = createHash('sha256')
  let most = MOST_BYTES
  const parts: Buffer[] = []
  let length = 0
  for (;;) {
    const read = readSync(handle, buffer, 0, CHUNK, length)
    if (read === 0) break
    digest.update(buffer.subarray(0, read))
    if (length === 0 && binaryKind(buffer.subarray(0, read))?.document) most = MOST_DOCUMENT_BYTES
    if (length < most) parts.push(Buffer.from(buffer.subarray(0, Math.min(read, most - length))))
    length += read
  }
  return {
    bytes: wholeCharacters(Buffer.concat(parts), length > most),
    hash: digest.digest('hex'),
    cut: length > most,
  }
}

/** A text cut at a byte loses the character that was cut, not more. */
function wholeCharacters(bytes: Buffer, cut: boolean): Buffer {
  if (!cut) return bytes
  let end = bytes.length & ~1
  for (let i = 0; i < 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80; i++) end--
  return bytes.subarray(0, end)
}
