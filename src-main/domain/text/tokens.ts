/** Bits of `Tokens.flags`. */
export const TokenFlag = {
  /** Holds a letter (words, "G20", "19th", "U.S."). */
  word: 1,
  /** Digits with their separators: "4,200", "3.5", "2017". */
  number: 2,
  punctuation: 4,
  /** Currency signs, "+", "=", emoji … */
  symbol: 8,
  /** The first letter is upper or title case. */
  capital: 16,
  /** All letters are upper case, and there are at least two. */
  allCaps: 32,
  /** Glued by one hyphen or more: "Kassym-Jomart", "US-led", "35-year-old". */
  hyphenated: 64,
  /** Ends with a full stop that belongs to it: "U.S.", "Mr.", "W.". */
  dotted: 128,
  /** White space (or the start of the text) stands before it. */
  spaceBefore: 256,
  /** A line break stands before it. */
  newlineBefore: 512,
  /** A blank line (or the start of the text) stands before it. */
  blankLineBefore: 1024,
  /** The possessive "'s" cut from its word. */
  possessive: 2048,
  /** A run of a script without spaces between words; Han is cut into single characters. */
  dense: 4096,
  /** Holds a digit. */
  digit: 8192,
  /** A web address or e-mail address. */
  address: 16384,
} as const

/**
 * The tokens of a text in order, as parallel arrays: token `i` is `text.slice(start[i], end[i])`.
 * Tokens never overlap; what lies between two of them is white space only.
 */
export interface Tokens {
  count: number
  /** UTF-16 offsets. */
  start: Int32Array
  end: Int32Array
  /** Sums of `TokenFlag`. */
  flags: Uint16Array
}

/** The words of token `index`. */
export function tokenText(text: string, tokens: Tokens, index: number): string {
  return text.slice(tokens.start[index], tokens.end[index])
}

/** The first token that ends after `offset` (binary search); `tokens.count` when there is none. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens.end[middle] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}
