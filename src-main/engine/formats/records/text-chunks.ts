import { decode } from '../../decode/decode'
import { encodingNamed, standardEncoding, type Encoding } from '../../decode/encoding'
import type { ByteSource } from '../byte-source'

const SAMPLE = 262_144
const CHUNK = 4_000_000

/** The encoding of a text file too large to be decoded at once, from its first part. */
export async function encodingOf(source: ByteSource): Promise<Encoding> {
  const head = source.read(0, SAMPLE)
  // A character cut at the end would make sound UTF-8 look broken.
  const whole = head.length < SAMPLE ? head : head.subarray(0, Math.max(head.lastIndexOf(0x0a) & ~1, SAMPLE >> 1))
  return (await encodingNamed((await decode(whole)).encoding)) ?? standardEncoding('utf-8')
}

/** The text of a file, piece by piece; without its byte order mark. */
export function* textChunks(source: ByteSource, encoding: Encoding): Generator<string> {
  const decoder = encoding.pieces()
  let start = true
  const cleared = (text: string): string => {
    const marked = start && text.startsWith('\ufeff')
    start = start && text === ''
    return marked ? text.slice(1) : text
  }
  for (let at = 0; at < source.size;) {
    const bytes = source.read(at, CHUNK)
    if (bytes.length === 0) break
    at += bytes.length
    yield cleared(decoder.write(bytes))
  }
  yield decoder.end()
}
