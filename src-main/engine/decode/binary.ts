const MAGIC: readonly [bytes: readonly number[], name: string][] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'ZIP archive'],
  [[0x50, 0x4b, 0x05, 0x06], 'ZIP archive'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'old Office document'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'RTF'],
  [[0x7f, 0x45, 0x4c, 0x46], 'program'],
  [[0x4d, 0x5a, 0x90, 0x00], 'program'],
  [[0xff, 0xd8, 0xff], 'JPEG picture'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'GIF picture'],
  [[0x1f, 0x8b], 'gzip'],
  [[0x42, 0x5a, 0x68], 'bzip2'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'xz'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7z'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'SQLite database'],
]

/** Those of the kinds that are documents, or hold some. */
const DOCUMENTS: Record<string, BinaryKind['document']> = {
  PDF: 'pdf', RTF: 'rtf', 'ZIP archive': 'zip', 'old Office document': 'office',
} // prettier-ignore

export interface BinaryKind {
  name: string
  /** Which kind of document it is; null for what has no text. */
  document: 'pdf' | 'rtf' | 'zip' | 'office' | null
}

const kindNamed = (name: string): BinaryKind => ({ name, document: DOCUMENTS[name] ?? null })

/** What a file is by its first bytes, where they tell that it is no plain text; null otherwise. */
export function binaryKind(bytes: Buffer): BinaryKind | null {
  const found = MAGIC.find(([magic]) => magic.every((byte, i) => bytes[i] === byte))
  if (found) return kindNamed(found[1])
  // A PDF may have up to 1,024 bytes of something else before it (PDF 1.7, appendix H).
  const pdf = bytes.subarray(0, 1029).indexOf('%PDF-1.', 0, 'latin1')
  return pdf > 0 && looksBinary(bytes) ? kindNamed('PDF') : null
}

/** Share of control characters above which bytes are no text, in the first 64 KB. */
const MOST_CONTROLS = 0.1
const SAMPLE = 65_536

/** Whether bytes that are no UTF-16 hold too many control characters to be text. NULs and stray controls are tolerated. */
export function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SAMPLE)
  let controls = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) controls++
  }
  return controls > MOST_CONTROLS * length
}
