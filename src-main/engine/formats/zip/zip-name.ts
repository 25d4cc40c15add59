import { isUtf8 } from 'node:buffer'

/** Upper half of code page 437, the one ZIP names are in when nothing else is said (PKWARE APPNOTE, appendix D). */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

/**
 * The name of an archive's member as relative path with '/'. Names that are no UTF-8 and carry no flag are code page 437 by the
 * standard; Windows in Cyrillic countries writes 866, which shows by letters above ASCII in a row.
 */
export function zipName(bytes: Buffer): string {
  return safePath(decodeName(bytes))
}

function decodeName(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  if (/[\x80-\xaf\xe0-\xf1]{3}/.test(bytes.toString('latin1'))) return new TextDecoder('ibm866').decode(bytes)
  return Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : (CP437[byte - 128] ?? '?'))).join('')
}

/** Names that climb out of the archive or stand at the root of a disk lose that part: nothing is ever written by them. */
function safePath(name: string): string {
  return name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part, i) => part !== '' && part !== '.' && part !== '..' && !(i === 0 && /^[a-z]:$/i.test(part)))
    .join('/')
    .replaceAll('\0', '')
}
