import type { LanguageLexicon } from './language-lexicon'

const CHINESE_DIGITS = '〇一二三四五六七八九'
const CHINESE_STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** Digits of any script as 0–9: "٤٥" is "45", full-width "４５" too. Lengths stay the same. */
export function plainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹０-９]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = code >= 0xff10 ? 0xff10 : code >= 0x6f0 ? 0x6f0 : 0x660
    return String(code - zero)
  })
}

/**
 * Numbers in digits as the language groups them: "8 600" and "1.200" where the comma parts the fraction, "3,400" where the point
 * does. Not inside a word, a time, a date or another number.
 */
export function digitsPattern({ decimal, spaced }: LanguageLexicon): string {
  const grouping = decimal === ',' ? '[ .\\u00a0\\u202f]' : '[,\\u066c]'
  const fraction = decimal === ',' ? '[,.]\\d+' : '[.\\u066b]\\d+'
  // Where words are not parted by spaces, a letter before a number is the end of another word.
  const letter = spaced ? '\\p{L}' : 'A-Za-z'
  return `(?<![${letter}\\d.,:/\\-–№])(?:\\d{1,3}(?:${grouping}\\d{3})+(?!\\d)|\\d+)(?:${fraction})?(?![\\d:/]|-\\d|[.,]\\d|-\\p{L})`
}

/** The value of what `digitsPattern` found. */
export function valueOfDigits(printed: string, { decimal }: LanguageLexicon): number {
  const groups = decimal === ',' ? /[ \u00a0\u202f]|\.(?=\d{3}(?!\d))/gu : /[,\u066c]/gu
  return Number(printed.replace(groups, '').replace(/[,\u066b]/u, '.'))
}

/** "三十" is 30, "四百" 400, "两" 2; null for what is no numeral. Up to 9999, as news texts use them. */
export function readChineseNumeral(printed: string): number | null {
  let total = 0
  let digit: number | null = null
  for (const sign of printed) {
    const step = CHINESE_STEPS[sign]
    if (step !== undefined) {
      total += (digit ?? 1) * step
      digit = null
      continue
    }
    const value = sign === '两' ? 2 : CHINESE_DIGITS.indexOf(sign)
    if (value < 0 || digit !== null) return null
    digit = value
  }
  return total + (digit ?? 0)
}
