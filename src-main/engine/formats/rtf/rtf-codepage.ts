import iconv from 'iconv-lite'

/** Code pages of Windows and the Mac, as RTF numbers them (`\ansicpg`, `\cpg`), that are not called "cp" and the number. */
const NAMES: Record<number, string> = {
  708: 'iso-8859-6', 1361: 'cp949', 10000: 'macintosh', 10006: 'macgreek', 10007: 'maccyrillic', 10029: 'maccenteuro', 10081: 'macturkish',
  20866: 'koi8-r', 21866: 'koi8-u', 28592: 'iso-8859-2', 28595: 'iso-8859-5', 65001: 'utf8',
} // prettier-ignore

/** Code pages of a font's character set (`\fcharset`). */
const CHARSETS: Record<number, number> = {
  77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257,
  204: 1251, 222: 874, 238: 1250, 255: 437,
} // prettier-ignore

/** What iconv-lite calls a numbered code page; Windows' Western one where the number says nothing. */
export function codepageName(number: number): string {
  const name = NAMES[number] ?? `cp${number}`
  return iconv.encodingExists(name) ? name : 'cp1252'
}

/** The code page that a font's `\fcharset` stands for; null for the document's own. */
export function charsetPage(charset: number): string | null {
  const page = CHARSETS[charset]
  return page === undefined ? null : codepageName(page)
}
