/** Folded text with the way back: code unit `i` of `text` comes from `source[offsets[i]]`; one entry more than units. */
export interface Folded {
  text: string
  offsets: Int32Array
}

const IGNORED = /[\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/gu
/** Marks that only help the reader: Latin, Greek and Cyrillic diacritics, Arabic and Hebrew vowel points. Indic vowels stay. */
const DIACRITICS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]/gu
const PLAIN: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ə: 'a', ς: 'σ',
  '‘': "'", '’': "'", '‚': "'", 'ʼ': "'", 'ʻ': "'", '`': "'", '´': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-',
} // prettier-ignore
const ASCII = /^[\0-\x7f]*$/
/** A character with the marks that follow it. */
const CLUSTER = /[\s\S]\p{M}*/gu

/**
 * Text as it is compared and searched: compatibility forms and ligatures opened (NFKC), lower case, no diacritics, no soft hyphens
 * or invisible joiners, plain quotes and dashes. й and Indic vowels keep what tells them apart. `fold(fold(x)) === fold(x)`.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  let folded = ''
  for (const cluster of text.match(CLUSTER) ?? []) folded += foldCluster(cluster)
  return folded
}

/** `fold` with a map back into the source, for highlighting and anchors. */
export function foldWithOffsets(text: string): Folded {
  if (ASCII.test(text))
    return { text: text.toLowerCase(), offsets: Int32Array.from({ length: text.length + 1 }, (_, i) => i) }
  const parts: string[] = []
  const offsets: number[] = []
  for (const match of text.matchAll(CLUSTER)) {
    const folded = foldCluster(match[0])
    parts.push(folded)
    for (let i = 0; i < folded.length; i++) offsets.push(match.index)
  }
  offsets.push(text.length)
  return { text: parts.join(''), offsets: Int32Array.from(offsets) }
}

/** The range of the source that the folded range `[start, end)` came from, whole characters with their marks. */
export function sourceRange(folded: Folded, start: number, end: number): { start: number; end: number } {
  const { offsets } = folded
  const from = offsets[start] ?? 0
  let after = end
  while (after < offsets.length - 1 && end > start && offsets[after] === offsets[end - 1]) after++
  return { start: from, end: end > start ? (offsets[after] ?? from) : from }
}

function foldCluster(cluster: string): string {
  if (cluster.length === 1 && cluster.charCodeAt(0) < 0x80) return cluster.toLowerCase()
  const open = cluster.normalize('NFKD').toLowerCase().replace(IGNORED, '')
  const bare = open.replace(/и\u0306/gu, 'й').replace(DIACRITICS, '')
  let plain = ''
  for (const char of bare) plain += PLAIN[char] ?? char
  return plain.normalize('NFC')
}
