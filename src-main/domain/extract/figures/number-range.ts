import { TokenFlag } from '../../text/tokens'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { currencySign, type CurrencyResolver } from './currencies'
import { readNumber, type NumberRead } from './number-words'
import type { Piece } from './pieces'

export const PERCENT = new Set(['%', 'percent', 'pct', 'pct.', 'percentage', 'percents', '٪', '％'])
const DASH = new Set(['-', '–', '—', 'to', 'through'])

export interface Sign {
  currency: string
  start: number
  token: number
}

/** The money sign that stands before token `i`, close enough to belong to it. */
export function signBefore(doc: Document, grammar: Grammar, i: number, money: CurrencyResolver): Sign | null {
  const { start, end, flags } = doc.tokens
  const word = grammar.words[i - 1] ?? ''
  if (i === 0 || (start[i] ?? 0) - (end[i - 1] ?? 0) > 1) return null
  const before = grammar.words[i - 2] ?? ''
  const joined = !((flags[i - 1] ?? 0) & TokenFlag.spaceBefore) ? currencySign(before + word) : null
  if (joined) {
    const currency = money(joined)
    return currency ? { currency, start: start[i - 2] ?? 0, token: i - 2 } : null
  }
  const sign = currencySign(word)
  if (
    !sign ||
    (/^[a-z]+$/.test(word) && !((flags[i - 1] ?? 0) & TokenFlag.capital) && !/^(?:rs|rmb|kr|php)$/.test(word))
  )
    return null
  const currency = money(sign)
  return currency ? { currency, start: start[i - 1] ?? 0, token: i - 1 } : null
}

export interface Second {
  read: NumberRead
  at: number
  sign: Sign | null
  /** Two figures rather than the ends of one. */
  apart: boolean
}

/** The other end of "15 to 20", "between 36 and 40", "two or three", "$5 and $7 billion". */
export function secondNumber(
  grammar: Grammar,
  i: number,
  pieces: Piece[],
  first: NumberRead,
  money: CurrencyResolver,
): Second | null {
  const before = grammar.words[i - 1] ?? ''
  const lead = currencySign(before) ? (grammar.words[i - 2] ?? '') : before
  let at = first.end
  const firstUnit = PERCENT.has(pieces[at]?.word ?? '')
  if (firstUnit) at++
  const link = pieces[at]?.word ?? ''
  const between = lead === 'between' && link === 'and'
  if (!DASH.has(link) && !between && link !== 'or' && !pieces[at]?.glued) return null
  if (pieces[at]?.glued && !/^(?:to|\d.*)$/.test(link)) return null
  if (DASH.has(link) || between || link === 'or') at++
  let sign: Sign | null = null
  for (const width of [2, 1]) {
    const joined = pieces
      .slice(at, at + width)
      .map((p) => p.word)
      .join('')
    const found = joined && !/^\d/.test(joined) ? currencySign(joined) : null
    const currency = found && /^\d/.test(pieces[at + width]?.word ?? '') ? money(found) : null
    if (currency) {
      sign = { currency, start: pieces[at]?.start ?? 0, token: pieces[at]?.token ?? 0 }
      at += width
      break
    }
  }
  const read = readNumber(pieces, at)
  if (!read || read.fraction !== first.fraction) return null
  const year = first.value >= 1900 && first.value < 2100 && /^\d{4}$/.test(pieces[0]?.word ?? '')
  if (year && read.value < 1000) return null
  const falling = read.value <= first.value
  if (link === 'or' && (falling || read.value > first.value * 10 * (first.scale === 1 ? read.scale : 1))) return null
  const bare = !sign && !firstUnit
  if (bare && /^(?:-|–|—)$/.test(link) && falling && first.value !== 0) return null
  const apart = sign !== null || firstUnit || lead === 'from' || (falling && read.scale === first.scale)
  return { read, at, sign, apart }
}

/** The lower bound takes the upper's multiplier: "five to six million" begins at 5,000,000. */
export function shareScale(first: NumberRead, second: NumberRead, pieces: Piece[]): number {
  if (first.scale > 1 || second.scale === 1 || second.scale === 12) return first.value
  const scaled = first.value * second.scale
  return scaled <= second.value && pieces.length > 0 ? scaled : first.value
}
