import { crc32, inflateRawSync } from 'node:zlib'
import type { ByteSource } from '../byte-source'
import { Unreadable } from '../unreadable'

const FIRST_WINDOW = 1_000_000
const LARGEST_WINDOW = 128_000_000

/** Node gives more than bytes when asked for `info`; its types do not know. */
interface Inflated {
  buffer: Buffer
  engine: { bytesWritten: number }
}

/**
 * The members of a gzip file one after the other (a web archive has one per record, other files have one). Throws `Unreadable`:
 * "damaged"; "bomb" for a member above `most` bytes.
 */
export function* gzipMembers(source: ByteSource, most: number): Generator<Buffer> {
  for (let at = 0; at < source.size;) {
    const start = at + headerLength(source.read(at, 65_536))
    const { buffer, engine } = inflateMember(source, start, most)
    const trailer = source.read(start + engine.bytesWritten, 8)
    if (trailer.length < 8 || trailer.readUInt32LE(0) !== crc32(buffer))
      throw new Unreadable('damaged', 'its check sum is wrong')
    yield buffer
    at = start + engine.bytesWritten + trailer.length
  }
}

function inflateMember(source: ByteSource, start: number, most: number): Inflated {
  for (let window = FIRST_WINDOW; ; window *= 8) {
    const packed = source.read(start, Math.min(window, LARGEST_WINDOW))
    try {
      return inflateRawSync(packed, { info: true, maxOutputLength: most }) as unknown as Inflated
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (code === 'ERR_BUFFER_TOO_LARGE') throw new Unreadable('bomb', `more than ${most / 1e6} MB when unpacked`)
      const whole = start + packed.length >= source.size || window >= LARGEST_WINDOW
      if (code !== 'Z_BUF_ERROR' || whole) throw new Unreadable('damaged', 'its packed part is broken')
    }
  }
}

/** RFC 1952, section 2.3. */
function headerLength(head: Buffer): number {
  if (head.length < 18 || head.readUInt16BE(0) !== 0x1f8b || head[2] !== 8)
    throw new Unreadable('damaged', 'what follows is no gzip')
  const flags = head[3] ?? 0
  let at = 10
  if (flags & 4) at += 2 + head.readUInt16LE(at)
  for (const flag of [8, 16]) if (flags & flag) at = head.indexOf(0, at) + 1
  return flags & 2 ? at + 2 : at
}
