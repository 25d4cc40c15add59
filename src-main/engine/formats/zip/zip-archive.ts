import { crc32, inflateRawSync } from 'node:zlib'
import type { ByteSource } from '../byte-source'
import { Unreadable } from '../unreadable'
import { zipName } from './zip-name'

/** A file within an archive, as the archive's directory describes it. */
export interface ZipEntry {
  /** Relative, with '/'; never leads out of the archive. */
  name: string
  /** Unpacked and packed, in bytes, as the directory says. */
  size: number
  packed: number
  method: number
  crc: number
  encrypted: boolean
  /** Milliseconds since 1970, as if the clock of the machine that packed it had shown UTC; null where it says none. */
  modified: number | null
  folder: boolean
  /** Where its own header lies. */
  offset: number
}

const END = 0x06054b50
const END64 = 0x06064b50
const END64_LOCATOR = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const STORED = 0
const DEFLATED = 8
/** Text packs ten to fiftyfold; what unpacks to more than this was made to do so. */
const MOST_RATIO = 200
/** Below this a high ratio harms nobody. */
const HARMLESS = 1_000_000

/**
 * The files of a ZIP archive, from its directory. Throws `Unreadable` ("damaged") when there is none, and ("bomb") when it
 * lists more than `mostEntries` or promises to unpack to more than 200 times its own size.
 */
export function listZip(source: ByteSource, mostEntries: number): ZipEntry[] {
  const { count, offset, length } = findDirectory(source)
  if (count > mostEntries) throw new Unreadable('bomb', `${count} files in one archive`)
  const directory = source.read(offset, length)
  const entries: ZipEntry[] = []
  let total = 0
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === CENTRAL;) {
    const entry = entryAt(directory, at)
    at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    if (entries.length >= mostEntries) throw new Unreadable('bomb', 'too many files in one archive')
    if (entry.name === '' || entry.folder) continue
    total += entry.size
    entries.push(entry)
  }
  if (entries.length === 0 && count > 0) throw new Unreadable('damaged', 'its list of files cannot be read')
  if (total > HARMLESS && total > MOST_RATIO * source.size)
    throw new Unreadable('bomb', `${Math.round(total / 1e6)} MB when unpacked`)
  return entries
}

/** Unpacks one file. Throws `Unreadable`: "encrypted", "bomb" (above `most` bytes), "damaged", "unsupported" (another packing). */
export function readZipEntry(source: ByteSource, entry: ZipEntry, most: number): Buffer {
  if (entry.encrypted) throw new Unreadable('encrypted')
  const expected = entry.size
  if (expected > most || (expected > HARMLESS && expected > MOST_RATIO * entry.packed))
    throw new Unreadable('bomb', `${Math.round(expected / 1e6)} MB when unpacked`)
  const header = source.read(entry.offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw new Unreadable('damaged')
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = source.read(start, entry.packed)
  const bytes = unpack(packed, entry.method, expected)
  if (bytes.length !== expected || crc32(bytes) !== entry.crc) throw new Unreadable('damaged', 'its check sum is wrong')
  return bytes
}

function unpack(packed: Buffer, method: number, expected: number): Buffer {
  if (method === STORED) return packed
  if (method !== DEFLATED) throw new Unreadable('unsupported', `ZIP packing method ${method}`)
  try {
    // What unpacks to more than it said is stopped there.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, expected) })
  } catch {
    throw new Unreadable('damaged')
  }
}

interface Directory {
  count: number
  offset: number
  length: number
}

function findDirectory(source: ByteSource): Directory {
  const tailStart = Math.max(0, source.size - 65_557)
  const tail = source.read(tailStart, source.size - tailStart)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue
    const plain = {
      count: tail.readUInt16LE(at + 10),
      length: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    }
    const isLarge = plain.count === 0xffff || plain.offset === 0xffffffff || plain.length === 0xffffffff
    const found = isLarge ? (largeDirectory(source, tailStart + at) ?? plain) : plain
    if (found.offset + found.length > source.size) throw new Unreadable('damaged', 'the end is missing')
    return found
  }
  throw new Unreadable('damaged', 'the end is missing')
}

/** The directory of an archive with more than 65,535 files or 4 GB (ZIP64). */
function largeDirectory(source: ByteSource, end: number): Directory | null {
  const locator = source.read(end - 20, 20)
  if (locator.length < 20 || locator.readUInt32LE(0) !== END64_LOCATOR) return null
  const record = source.read(Number(locator.readBigUInt64LE(8)), 56)
  if (record.length < 56 || record.readUInt32LE(0) !== END64) return null
  return {
    count: Number(record.readBigUInt64LE(32)),
    length: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  }
}

function entryAt(directory: Buffer, at: number): ZipEntry {
  const nameLength = directory.readUInt16LE(at + 28)
  const nameBytes = directory.subarray(at + 46, at + 46 + nameLength)
  const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + directory.readUInt16LE(at + 30))
  const wide = largeFields(extra)
  const field = (offset: number): number => {
    const value = directory.readUInt32LE(at + offset)
    return value === 0xffffffff ? (wide.shift() ?? value) : value
  }
  // In the order in which ZIP64 lists those that do not fit.
  const size = field(24)
  const packed = field(20)
  const offset = field(42)
  return {
    name: zipName(nameBytes),
    folder: nameBytes.at(-1) === 0x2f,
    size,
    packed,
    method: directory.readUInt16LE(at + 10),
    modified: dosTime(directory.readUInt16LE(at + 14), directory.readUInt16LE(at + 12)),
    crc: directory.readUInt32LE(at + 16),
    encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    offset,
  }
}

/** MS-DOS date and time: seven bits of year from 1980, four of month, five of day; hours, minutes and half the seconds. */
function dosTime(day: number, time: number): number | null {
  const month = (day >> 5) & 15
  if (month < 1 || month > 12 || (day & 31) === 0) return null
  return Date.UTC(1980 + (day >> 9), month - 1, day & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2)
}

function largeFields(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2))
    const values: number[] = []
    for (let field = at + 4; field + 8 <= end; field += 8) values.push(Number(extra.readBigUInt64LE(field)))
    return values
  }
  return []
}
