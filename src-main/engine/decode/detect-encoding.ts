import { detect } from 'jschardet'
import { encodingNamed, standardEncoding, type Encoding } from './encoding'

/** Fewer bytes above ASCII than this say nothing: short texts are misread with great confidence. */
const LEAST_EVIDENCE = 64
const SAMPLE = 65_536
const FALLBACK = standardEncoding('windows-1252')

/** Guesses the encoding of bytes that are neither UTF-8 nor UTF-16. */
export async function detectEncoding(bytes: Buffer): Promise<{ encoding: Encoding; confidence: number }> {
  const fallback = { encoding: FALLBACK, confidence: 0.3 }
  let evidence = 0
  for (const byte of bytes.subarray(0, SAMPLE)) if (byte >= 0x80) evidence++
  if (evidence < LEAST_EVIDENCE) return fallback
  const guess = detect(bytes.subarray(0, SAMPLE))
  const encoding = guess.encoding ? await encodingNamed(guess.encoding) : null
  return encoding ? { encoding, confidence: guess.confidence } : fallback
}
