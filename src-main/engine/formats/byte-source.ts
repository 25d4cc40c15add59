import { readSync } from 'node:fs'

/** Bytes that can be read anywhere: a file on the disk, or what was unpacked from one. */
export interface ByteSource {
  readonly size: number
  /** Up to `length` bytes from `offset`; fewer at the end. */
  read(offset: number, length: number): Buffer
}

export function bytesOf(buffer: Buffer): ByteSource {
  return {
    size: buffer.length,
    read: (offset, length) => buffer.subarray(offset, Math.min(buffer.length, offset + length)),
  }
}

/** An open file as it is now; `size` is what the file had when it was opened. */
export function fileBytes(handle: number, size: number): ByteSource {
  return {
    size,
    read(offset, length) {
      const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, size - offset)))
      let filled = 0
      while (filled < bytes.length) {
        const read = readSync(handle, bytes, filled, bytes.length - filled, offset + filled)
        if (read === 0) break
        filled += read
      }
      return bytes.subarray(0, filled)
    },
  }
}
