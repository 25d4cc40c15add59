import { fold } from '../../text/normalise'

/** Combines two 32-bit values into a third; the only mixing step of all feature and table keys. */
export function mix(seed: number, value: number): number {
  let h = Math.imul(seed ^ Math.imul(value, 0x9e3779b1), 0x85ebca6b)
  h ^= h >>> 15
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 13)
}

/** Code units below this are folded by table (Latin, Greek, Cyrillic, typographic marks excepted). */
const FOLDED = 0x530
const foldTable = new Uint16Array(FOLDED)
for (let code = 0; code < FOLDED; code++) {
  const char = String.fromCharCode(code)
  const folded = fold(char)
  foldTable[code] = (folded.length === 1 ? folded : char.toLowerCase()).charCodeAt(0)
}

function foldCode(code: number): number {
  if (code < FOLDED) return foldTable[code] as number
  if (code === 0x2019 || code === 0x2bc) return 0x27
  return String.fromCharCode(code).toLowerCase().charCodeAt(0)
}

/** Hash of a word without regard to case and Latin diacritics ("José" and "jose" share it). */
export function hashLower(text: string, start: number, end: number): number {
  let h = 0x811c9dc5
  for (let i = start; i < end; i++) h = Math.imul(h ^ foldCode(text.charCodeAt(i)), 0x01000193)
  return finish(h)
}

/** Hash of a word as printed. */
export function hashExact(text: string, start: number, end: number): number {
  let h = 0x2f0b4c47
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return finish(h)
}

/** FNV leaves the low bits of short words alike; two shifts spread them. */
function finish(h: number): number {
  const spread = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return spread ^ (spread >>> 12)
}

/** `hashLower` of a whole word, for fixed words of rules and lists. */
export function wordHash(word: string): number {
  return hashLower(word, 0, word.length)
}

/** Hashes of the first 1 to `sizes` code units (folded), written to `out` from `at`; shorter words repeat the whole. */
export function hashPrefixes(
  text: string,
  start: number,
  end: number,
  out: Int32Array,
  at: number,
  sizes: number,
): void {
  let h = 0x6b43a9b5
  for (let k = 0; k < sizes; k++) {
    if (start + k < end) h = Math.imul(h ^ foldCode(text.charCodeAt(start + k)), 0x01000193)
    out[at + k] = h
  }
}

/** Hashes of the last 1 to `sizes` code units (folded), written to `out` from `at`. */
export function hashSuffixes(
  text: string,
  start: number,
  end: number,
  out: Int32Array,
  at: number,
  sizes: number,
): void {
  let h = 0x52dce729
  for (let k = 0; k < sizes; k++) {
    if (end - 1 - k >= start) h = Math.imul(h ^ foldCode(text.charCodeAt(end - 1 - k)), 0x01000193)
    out[at + k] = h
  }
}
