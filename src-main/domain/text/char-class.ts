/** What one UTF-16 code unit is good for when text is cut into words. */
export const CharClass = {
  unknown: 0,
  space: 1,
  newline: 2,
  lower: 3,
  upper: 4,
  /** A letter without case: Arabic, Hebrew, Devanagari … */
  letter: 5,
  /** A combining mark; it belongs to the letter before it. */
  mark: 6,
  digit: 7,
  punctuation: 8,
  symbol: 9,
  /** Han, kana, Thai, Lao, Khmer, Burmese: scripts that put no space between words. */
  dense: 10,
  /** Soft hyphen, joiners, byte order mark: invisible, part of the word they stand in. */
  ignorable: 11,
} as const

const table = new Uint8Array(0x10000)

/** The class of the character at `index`; the two halves of a surrogate pair share the class of their character. */
export function charClassAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  if (code >= 0xd800 && code <= 0xdfff) return classOfPair(text, index, code)
  return table[code] || (table[code] = classify(text[index] ?? ''))
}

function classOfPair(text: string, index: number, code: number): number {
  const at = code >= 0xdc00 && index > 0 ? index - 1 : index
  return classify(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

function classify(char: string): number {
  if (/[\n\r\u2028\u2029\f\v]/u.test(char)) return CharClass.newline
  if (/[\s\u0085]/u.test(char) && char !== '\ufeff') return CharClass.space
  if (/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(char)) return CharClass.ignorable
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u.test(char)) return CharClass.dense
  if (/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(char) && /[\p{L}\p{M}]/u.test(char))
    return CharClass.dense
  if (/\p{Lu}|\p{Lt}/u.test(char)) return CharClass.upper
  if (/\p{Ll}/u.test(char)) return CharClass.lower
  if (/\p{L}/u.test(char)) return CharClass.letter
  if (/\p{M}/u.test(char)) return CharClass.mark
  if (/\p{Nd}/u.test(char)) return CharClass.digit
  if (/\p{N}/u.test(char)) return CharClass.letter
  if (/\p{P}/u.test(char)) return CharClass.punctuation
  return CharClass.symbol
}

/** Letters of any script, with their marks and invisible joiners. */
export function isLetterClass(charClass: number): boolean {
  return charClass >= CharClass.lower && charClass <= CharClass.mark
}
