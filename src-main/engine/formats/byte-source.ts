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
