import { whatwgName } from '../../decode/whatwg-name'

/** Names of Windows, DOS and Mac code pages as RTF numbers them (`\ansicpg`, `\cpg`), where they are not "windows-" and the number. */
const NAMES: Record<number, string> = {
  866: 'ibm866', 874: 'windows-874', 932: 'shift_jis', 936: 'gb18030', 949: 'euc-kr', 950: 'big5', 1361: 'euc-kr',
  10000: 'macintosh', 10007: 'x-mac-cyrillic', 20866: 'koi8-r', 21866: 'koi8-u', 28592: 'iso-8859-2', 28595: 'iso-8859-5', 65001: 'utf-8',
} // prettier-ignore

/** Code pages of a font's character set (`\fcharset`). */
const CHARSETS: Record<number, number> = {
  77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257,
  204: 1251, 222: 874, 238: 1250,
} // prettier-ignore

/** WHATWG name of a numbered code page; windows-1252 where the number says nothing. */
export function codepageName(number: number): string {
  return NAMES[number] ?? whatwgName(`windows-${number}`) ?? 'windows-1252'
}

/** The code page that a font's `\fcharset` stands for; null for the document's own. */
export function charsetPage(charset: number): string | null {
  const page = CHARSETS[charset]
  return page === undefined ? null : codepageName(page)
}
