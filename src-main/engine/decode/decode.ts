import { isUtf8 } from 'node:buffer'
import { encodingNamed, type Encoding } from './encoding'

export interface Decoded {
  text: string
  /** WHATWG name of the encoding, or that of a code page that WHATWG does not have. */
  encoding: string
  /** 1 when a mark, a declaration or strict decoding settled it. */
  confidence: number
  /** Bytes that fit no character became U+FFFD. */
  damaged: boolean
}

/**
 * Decodes a text file. In order: byte order mark; the encoding the file declares (when its bytes fit); the pattern of NULs that
 * UTF-16 leaves; strict UTF-8; UTF-8 with a few broken bytes; a detector where there is enough to go by; windows-1252. The
 * order matters: UTF-16 without a mark passes as UTF-8 full of control characters. An encoding the analyst chose goes before all.
 */
export async function decode(
  bytes: Buffer,
  declared: string | null = null,
  chosen: string | null = null,
): Promise<Decoded> {
  const wanted = chosen === null ? null : await encodingNamed(chosen)
  if (wanted) return decodeAs(bytes, wanted, 1)
  const marked = byteOrderMark(bytes)
  if (marked) return decodeWide(bytes, marked, 1)
  const stated = declared ? await encodingNamed(declared) : null
  if (stated && !/^utf-(?:8|16)/.test(stated.name)) {
    const text = decodeAs(bytes, stated, 1)
    // A page that says windows-1252 and is UTF-8 is UTF-8: the other way round never passes by chance.
    if (!text.damaged && !(isUtf8(bytes) && hasHighBytes(bytes))) return text
  }
  const wide = wideOrder(bytes)
  if (wide) return decodeWide(bytes, wide, 0.9)
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), encoding: 'utf-8', confidence: 1, damaged: false }
  if (isMostlyUtf8(bytes)) return decodeWide(bytes, 'utf-8', 0.9)
  // The detector's tables are large and rarely needed: they are loaded with the first file that asks for them.
  const { detectEncoding } = await import('./detect-encoding')
  const guess = await detectEncoding(bytes)
  return decodeAs(bytes, guess.encoding, guess.confidence)
}

function decodeAs(bytes: Buffer, { name, decode: read }: Encoding, confidence: number): Decoded {
  const text = read(bytes)
  return { text, encoding: name, confidence, damaged: text.includes('\ufffd') }
}

function decodeWide(bytes: Buffer, encoding: 'utf-8' | WideEncoding, confidence: number): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  const damaged = text.includes('\ufffd') && !(encoding === 'utf-8' && isUtf8(bytes))
  return { text, encoding, confidence, damaged }
}

type WideEncoding = 'utf-16le' | 'utf-16be'

function byteOrderMark(bytes: Buffer): 'utf-8' | WideEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

const hasHighBytes = (bytes: Buffer) => bytes.some((byte) => byte >= 0x80)

/**
 * UTF-16 without a mark: one of the two bytes of each pair comes from a handful of values (0 for Latin, 4 for Cyrillic …),
 * and with NULs or control values among them that plain text does not have.
 */
function wideOrder(bytes: Buffer): WideEncoding | null {
  const length = Math.min(bytes.length & ~1, 4096)
  if (length < 8) return null
  const low: [number, number] = [0, 0]
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0
    if (byte < 0x08) low[(i & 1) as 0 | 1]++
  }
  const pairs = length / 2
  const [even, odd] = low
  if (odd > 0.6 * pairs && even < 0.1 * pairs) return 'utf-16le'
  return even > 0.6 * pairs && odd < 0.1 * pairs ? 'utf-16be' : null
}

/** Broken UTF-8: far more whole multi-byte characters than bytes that fit nowhere. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const length = Math.min(bytes.length, 262_144)
  let whole = 0
  let broken = 0
  for (let i = 0; i < length;) {
    const first = bytes[i] ?? 0
    if (first < 0x80) {
      i++
      continue
    }
    const size =
      first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0
    if (size > 0 && isUtf8(bytes.subarray(i, i + size))) {
      whole++
      i += size
    } else {
      broken++
      i++
    }
  }
  return whole > 0 && broken * 10 <= whole
}
