import { decode } from '../../decode/decode'
import type { ByteSource } from '../byte-source'

const SAMPLE = 262_144
const CHUNK = 4_000_000

/** The encoding of a text file too large to be decoded at once, from its first part. */
export async function encodingOf(source: ByteSource): Promise<string> {
  const head = source.read(0, SAMPLE)
  // A character cut at the end would make sound UTF-8 look broken.
  const whole = head.length < SAMPLE ? head : head.subarray(0, Math.max(head.lastIndexOf(0x0a) & ~1, SAMPLE >> 1))
  return (await decode(whole)).encoding
}

/** The text of a file, piece by piece; without its byte order mark. */
export function* textChunks(source: ByteSource, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let at = 0; at < source.size;) {
    const bytes = source.read(at, CHUNK)
    if (bytes.length === 0) break
    at += bytes.length
    yield decoder.decode(bytes, { stream: at < source.size })
  }
}
