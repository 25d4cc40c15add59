import { TokenFlag } from '../../text/tokens'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { CurrencyResolver } from './currencies'
import { currencySign, readCurrencyName } from './currencies'
import { readNumber, scaleOf, startsNumber, type NumberRead } from './number-words'
import { piecesOf, type Piece } from './pieces'
import { readUnit } from './units'

/** A number as read from the text, with its unit where one is printed, before it is decided whether it is a figure. */
export interface Amount {
  start: number
  end: number
  value: number
  valueTo: number | null
  unit: string | null
  kind: 'percent' | 'money' | 'measure' | 'count'
  /** Token the number stands in, and the first token after number and unit. */
  token: number
  next: number
  spelled: boolean
  fraction: boolean
  /** "four-day", "ten-storey": joined to its unit or noun, and both to a noun that follows. */
  glued: string | null
}

const WINDOW = 14
const PERCENT = new Set(['%', 'percent', 'pct', 'pct.', 'percentage', 'percents', '٪', '％'])
const DASH = new Set(['-', '–', '—', 'to', 'through'])
const METRE_AFTER = /^(?:long|high|tall|wide|deep|sprint|dash|race|pool|final|freestyle|butterfly|backstroke|hurdles|relay|from|away|below|above|wave|waves|tower)$/
const ARTICLES = new Set(['a', 'an'])

/** Reads the amounts that begin at token `i`: none, one, or two for "from 45% to 60%" and "$5 and $7 billion". */
export function readAmounts(doc: Document, grammar: Grammar, i: number, money: CurrencyResolver): Amount[] {
  const s = grammar.sentenceOf[i] ?? -1
  const limit = Math.min(i + WINDOW, s >= 0 ? (grammar.first[s + 1] ?? i + 1) : doc.tokens.count)
  const all = piecesOf(doc, grammar, i, limit)
  const code = all[1]?.glued && !/^\d/.test(all[0]?.word ?? '') ? currencySign(all[0]?.word ?? '') : null
  const glued = code && /^\d/.test(all[1]?.word ?? '') ? money(code) : null
  const pieces = glued ? all.slice(1) : all
  const read = readNumber(pieces, 0)
  if (!read) return ARTICLES.has(grammar.words[i] ?? '') ? articleAmount(doc, grammar, i, pieces) : []
  const sign = glued ? { currency: glued, start: all[0]?.start ?? 0, token: i } : signBefore(doc, grammar, i, money)
  const second = secondNumber(doc, grammar, i, pieces, read, money)
  if (!second) {
    const amount = finish(doc, grammar, i, pieces, read, sign, money)
    return amount ? [amount] : []
  }
  const other = finish(doc, grammar, i, pieces, second.read, second.sign ?? (PERCENT.has(pieces[read.end]?.word ?? '') ? null : sign), money)
  const ownUnit = PERCENT.has(pieces[read.end]?.word ?? '')
  const shared = ownUnit ? read.value : shareScale(read, second.read, pieces)
  if (!other) return []
  if (second.apart) {
    const first = finish(doc, grammar, i, pieces, { ...read, value: shared }, sign, money)
    if (!first) return []
    if (first.kind === 'count' && other.kind !== 'count') Object.assign(first, { unit: other.unit, kind: other.kind })
    return [first, { ...other, start: second.sign?.start ?? pieces[second.at]?.start ?? other.start, token: pieces[second.at]?.token ?? other.token }]
  }
  return [{ ...other, start: sign?.start ?? pieces[0]?.start ?? other.start, value: shared, valueTo: other.value, token: i }]
}

/** Whether a number can begin at the token: a cheap test before anything is read. */
export function mayBeginAmount(word: string, flags: number): boolean {
  if (flags & TokenFlag.digit) return true
  if (!(flags & TokenFlag.word)) return word === '½' || word === '¼' || word === '¾'
  if (word === 'a' || word === 'an') return true
  if (flags & TokenFlag.hyphenated) return startsNumber(word.slice(0, Math.max(0, word.search(/[-\u2010\u2011]/))))
  return startsNumber(word)
}

interface Sign {
  currency: string
  start: number
  token: number
}

/** The money sign that stands before token `i`, close enough to belong to it. */
function signBefore(doc: Document, grammar: Grammar, i: number, money: CurrencyResolver): Sign | null {
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
  if (!sign || (/^[a-z]+$/.test(word) && !((flags[i - 1] ?? 0) & TokenFlag.capital) && !/^(?:rs|rmb|kr|php)$/.test(word))) return null
  const currency = money(sign)
  return currency ? { currency, start: start[i - 1] ?? 0, token: i - 1 } : null
}

interface Second {
  read: NumberRead
  at: number
  sign: Sign | null
  /** Two figures rather than the ends of one. */
  apart: boolean
}

/** The other end of "15 to 20", "between 36 and 40", "two or three", "$5 and $7 billion". */
function secondNumber(doc: Document, grammar: Grammar, i: number, pieces: Piece[], first: NumberRead, money: CurrencyResolver): Second | null {
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
    const joined = pieces.slice(at, at + width).map((p) => p.word).join('')
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
  const falling = read.value <= first.value
  if (link === 'or' && (falling || read.value > first.value * 10)) return null
  const bare = !sign && !firstUnit
  if (bare && /^(?:-|–|—)$/.test(link) && falling && first.value !== 0) return null
  const apart = sign !== null || firstUnit || lead === 'from' || (falling && read.scale === first.scale)
  return { read, at, sign, apart }
}

/** The lower bound takes the upper's multiplier: "five to six million" begins at 5,000,000. */
function shareScale(first: NumberRead, second: NumberRead, pieces: Piece[]): number {
  if (first.scale > 1 || second.scale === 1 || second.scale === 12) return first.value
  const scaled = first.value * second.scale
  return scaled <= second.value && pieces.length > 0 ? scaled : first.value
}

/** Adds percent, money or measure to a number. */
function finish(doc: Document, grammar: Grammar, i: number, pieces: Piece[], read: NumberRead, sign: Sign | null, money: CurrencyResolver): Amount | null {
  const last = pieces[read.end - 1]
  if (!last) return null
  let start = sign?.start ?? pieces[0]?.start ?? 0
  let value = read.value
  const words = pieces.map((piece) => piece.word)
  const following = pieces[read.end]
  const base = { valueTo: null, token: i, spelled: read.spelled, fraction: read.fraction, glued: null }
  const close = (to: number, unit: string | null, kind: Amount['kind']): Amount => ({ ...base, start, end: pieces[to - 1]?.end ?? last.end, value, unit, kind, next: (pieces[to - 1]?.token ?? i) + 1, glued: pieces[to - 1]?.glued ? (pieces[to - 1]?.word ?? null) : null })
  const percentAt = percentEnd(words, read.end)
  if (percentAt) return close(percentAt.end, percentAt.unit, 'percent')
  const named = readCurrencyName(words, read.end)
  if (sign) {
    const repeated = named && money(named.money) === sign.currency
    return close(repeated ? named.end : read.end, sign.currency, 'money')
  }
  if (named && (!/^(?:pounds?|stone)$/.test(words[read.end] ?? '') || poundsAreMoney(doc, grammar, words, named.end))) {
    const currency = money(named.money)
    if (currency) {
      value *= named.worth
      return close(named.end, currency, 'money')
    }
  }
  const after = following ? currencySign(following.word) : null
  if (after && following && !/^(?:all|try|top|cup|mad|sh|r|k|n|p|sr|le|ro|bd)$/.test(following.word)) {
    const currency = money(after)
    if (currency) return close(read.end + 1, currency, 'money')
  }
  const digits = !read.spelled && following !== undefined && (following.start - last.end <= 1 || following.glued)
  if (last.word === 'm' && read.scale === 1e6 && METRE_AFTER.test(following?.word ?? '')) {
    value /= 1e6
    return close(read.end, 'metre', 'measure')
  }
  const unit = readUnit(words, read.end, digits, following?.glued ?? false)
  if (unit) return close(unit.end, unit.unit, 'measure')
  if (/^lbs?$|^pounds?$/.test(following?.word ?? '')) return close(read.end + 1, 'pound', 'measure')
  if (following?.word === '°' && /^[cf]$/.test(words[read.end + 1] ?? '')) return close(read.end + 2, 'degree', 'measure')
  if (following?.word === '°') return close(read.end + 1, 'degree', 'measure')
  start = pieces[0]?.start ?? start
  const joined = following?.glued && following.token === last.token
  return { ...close(joined ? read.end + 1 : read.end, null, 'count'), glued: joined ? following.word : null }
}

function percentEnd(words: readonly string[], at: number): { end: number; unit: string } | null {
  const word = words[at] ?? ''
  const joined = word === 'per' && (words[at + 1] === 'cent' || words[at + 1] === 'cent.')
  if (!PERCENT.has(word) && !joined) return null
  const end = at + (joined ? 2 : 1)
  if (word === 'percentage' && !/^points?$/.test(words[end] ?? '')) return null
  return /^(?:points?|pts?)$/.test(words[end] ?? '') ? { end: end + 1, unit: 'percentage point' } : { end, unit: 'percent' }
}

/** "82 pounds" weighs something where the sentence says so; else it is money. */
function poundsAreMoney(doc: Document, grammar: Grammar, words: readonly string[], after: number): boolean {
  const context = [...grammar.words.slice(Math.max(0, after - 8), after), ...words.slice(after, after + 5)]
  if (context.some((word) => /^(?:weigh|weighs|weighed|weighing|weight|heavy|kg|kilograms|kilos|baby|meat|fish|lost)$/.test(word))) return false
  return /£|sterling|\b(?:UK|British|London|Britain|Egypt|Egyptian|Lebanon|Lebanese|Syria|Sudan)\b/.test(doc.text)
}

/** "an hour", "a month" after a word that makes it a length ("within a month"); "a dozen" and fractions are read as numbers. */
function articleAmount(doc: Document, grammar: Grammar, i: number, pieces: Piece[]): Amount[] {
  const words = pieces.map((piece) => piece.word)
  const unit = readUnit(words, 1, false, false)
  const before = grammar.words[i - 1] ?? ''
  const after = words[unit?.end ?? 0] ?? ''
  if (!unit || unit.end !== 2 || !/^(?:second|minute|hour|day|week|month|year|decade|century|mile|kilometer|kilometre)$/.test(unit.unit)) return []
  if (!/^(?:within|for|about|than|nearly|almost|over|under|in|around|least|after|take|takes|took|lasted|lasts|drive|walk)$/.test(before) || /^(?:or|ago|earlier|later|before|old|by|in|where|when|that|which|,)$/.test(after) || (after === 'of' && before !== 'within' && before !== 'about')) return []
  if (before === 'for' && grammar.classes[i + 2] === WordClass.noun) return []
  const last = pieces[1]
  return last ? [{ start: doc.tokens.start[i] ?? 0, end: last.end, value: 1, valueTo: null, unit: unit.unit, kind: 'measure', token: i, next: i + 2, spelled: true, fraction: false, glued: null }] : []
}

/** Whether a piece multiplies ("million"): used to tell "$1.2-billion deal" from a glued noun. */
export function isScaleWord(word: string): boolean {
  return scaleOf(word, true) > 1
}
