import { whatwgName } from './whatwg-name'

/** How to read bytes in one encoding. */
export interface Encoding {
  /** WHATWG name where it has one, else that of the code page. */
  name: string
  decode(bytes: Uint8Array): string
  /** For bytes that come in pieces: a character may lie across two. */
  pieces(): { write(bytes: Uint8Array): string; end(): string }
}

/**
 * Names that detectors and old programs use for encodings which WHATWG calls otherwise; all of the latter have every character of the
 * former at the same place.
 */
const ALIASES: Record<string, string> = {
  cp932: 'shift_jis', shiftjis: 'shift_jis', shiftjis2004: 'shift_jis', shiftjisx0213: 'shift_jis', cp949: 'euc-kr', uhc: 'euc-kr', cp936: 'gbk',
  windows936: 'gbk', cp950: 'big5', big5hkscs: 'big5', big5tw: 'big5', eucjis2004: 'euc-jp', eucjisx0213: 'euc-jp', iso2022jp2: 'iso-2022-jp',
  iso2022jp2004: 'iso-2022-jp', iso2022jpext: 'iso-2022-jp', tis620: 'windows-874', cp874: 'windows-874', koi8r: 'koi8-r', koi8u: 'koi8-u',
  iso885916: 'iso-8859-16', macroman: 'macintosh', maccyrillic: 'x-mac-cyrillic', cp367: 'utf-8', cp65001: 'utf-8', utf8bom: 'utf-8', utf8sig: 'utf-8',
  utf16le: 'utf-16le', utf16be: 'utf-16be',
} // prettier-ignore

/** What iconv-lite calls code pages that only it has: those of DOS and the Mac, and the ones for Kazakh and Tajik. */
const CODE_PAGES: Record<string, string> = {
  ptcp154: 'pt154', cp154: 'pt154', kz1048: 'rk1048', koi8t: 'koi8t', maclatin2: 'maccenteuro', maccentraleurope: 'maccenteuro',
  hproman8: 'hproman8', cp1051: 'hproman8',
} // prettier-ignore

/**
 * Encodings of East Asia that Node's TextDecoder reads in a narrower form than WHATWG's (its EUC-KR lacks 8,822 syllables of Windows, its
 * Shift_JIS the circled numbers): what iconv-lite calls the whole of them.
 */
const WHOLE: Record<string, string> = {
  'euc-kr': 'cp949', shift_jis: 'cp932', gbk: 'gb18030', gb18030: 'gb18030', big5: 'big5hkscs', 'euc-jp': 'eucjp',
} // prettier-ignore

/** The encoding a label stands for; null for one nobody knows. The tables of rare code pages are loaded with the first that asks for them. */
export async function encodingNamed(label: string): Promise<Encoding | null> {
  const plain = label.toLowerCase().replace(/[\s_-]+/g, '')
  const name = whatwgName(ALIASES[plain] ?? label)
  const whole = name === null ? undefined : WHOLE[name]
  if (name !== null && whole === undefined) return standardEncoding(name)
  const { default: iconv } = await import('iconv-lite')
  const page = whole ?? CODE_PAGES[plain] ?? plain.replace(/^ibm/, 'cp')
  if (!iconv.encodingExists(page)) return null
  return {
    name: name ?? page,
    decode: (bytes) => iconv.decode(bufferOf(bytes), page),
    pieces() {
      const decoder = iconv.getDecoder(page)
      return { write: (bytes) => decoder.write(bufferOf(bytes)), end: () => decoder.end() ?? '' }
    },
  }
}

/** An encoding by its WHATWG name, as TextDecoder has it. */
export function standardEncoding(name: string): Encoding {
  return {
    name,
    decode: (bytes) => new TextDecoder(name).decode(bytes),
    pieces() {
      const decoder = new TextDecoder(name)
      return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
    },
  }
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
