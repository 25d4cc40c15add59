import { detect } from 'jschardet'
import { whatwgName } from './whatwg-name'

/** Fewer bytes above ASCII than this say nothing: short texts are misread with great confidence. */
const LEAST_EVIDENCE = 64
const SAMPLE = 65_536

/** Guesses the encoding of bytes that are neither UTF-8 nor UTF-16. */
export function detectEncoding(bytes: Buffer): { encoding: string; confidence: number } {
  const fallback = { encoding: 'windows-1252', confidence: 0.3 }
  let evidence = 0
  for (const byte of bytes.subarray(0, SAMPLE)) if (byte >= 0x80) evidence++
  if (evidence < LEAST_EVIDENCE) return fallback
  const guess = detect(bytes.subarray(0, SAMPLE))
  const encoding = guess.encoding ? whatwgName(guess.encoding) : null
  return encoding ? { encoding, confidence: guess.confidence } : fallback
}
