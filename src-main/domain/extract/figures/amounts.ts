import { TokenFlag } from '../../text/tokens'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { Amount } from './amount'
import { currencySign, type CurrencyResolver } from './currencies'
import { PERCENT, secondNumber, shareScale, signBefore } from './number-range'
import { readNumber, startsNumber, type NumberRead } from './number-words'
import { piecesOf, type Piece } from './pieces'
import { readUnit } from './units'
import { withUnit } from './with-unit'

const WINDOW = 14
const ARTICLES = new Set(['a', 'an'])

/** Reads the amounts that begin at token `i`: none, one, or two for "from 45% to 60%" and "$5 and $7 billion". */
export function readAmounts(doc: Document, grammar: Grammar, i: number, money: CurrencyResolver): Amount[] {
  const s = grammar.sentenceOf[i] ?? -1
  const limit = Math.min(i + WINDOW, s >= 0 ? (grammar.first[s + 1] ?? i + 1) : doc.tokens.count)
  const clock = clockTime(doc, grammar, i)
  if (clock) return [clock]
  const all = piecesOf(doc, grammar, i, limit)
  const code = all[1]?.glued && !/^\d/.test(all[0]?.word ?? '') ? currencySign(all[0]?.word ?? '') : null
  const glued = code && /^\d/.test(all[1]?.word ?? '') ? money(code) : null
  const pieces = glued ? all.slice(1) : all
  const whole = readNumber(pieces, 0)
  const read = whole && withLeadingDot(doc, grammar, i, whole)
  if (!read) return ARTICLES.has(grammar.words[i] ?? '') ? articleAmount(doc, grammar, i, pieces) : []
  const sign = glued ? { currency: glued, start: all[0]?.start ?? 0, token: i } : signBefore(doc, grammar, i, money)
  const second = secondNumber(grammar, i, pieces, read, money)
  if (!second) {
    const amount = withUnit(doc, grammar, i, pieces, read, sign, money)
    return amount ? [negated(doc, grammar, i, amount)] : []
  }
  const other = withUnit(
    doc,
    grammar,
    i,
    pieces,
    second.read,
    second.sign ?? (PERCENT.has(pieces[read.end]?.word ?? '') ? null : sign),
    money,
  )
  const ownUnit = PERCENT.has(pieces[read.end]?.word ?? '')
  const shared = ownUnit ? read.value : shareScale(read, second.read, pieces)
  if (!other) return []
  if (second.apart) {
    const first = withUnit(doc, grammar, i, pieces, { ...read, value: shared }, sign, money)
    if (!first) return []
    if (first.kind === 'count' && other.kind !== 'count') Object.assign(first, { unit: other.unit, kind: other.kind })
    return [
      first,
      {
        ...other,
        start: second.sign?.start ?? pieces[second.at]?.start ?? other.start,
        token: pieces[second.at]?.token ?? other.token,
      },
    ]
  }
  return [
    { ...other, start: sign?.start ?? pieces[0]?.start ?? other.start, value: shared, valueTo: other.value, token: i },
  ]
}

/** "2:14:04", the time of a race, in seconds. */
function clockTime(doc: Document, grammar: Grammar, i: number): Amount | null {
  const { words } = grammar
  const { start, end, flags } = doc.tokens
  if (words[i + 1] !== ':' || words[i + 3] !== ':') return null
  const parts = [words[i], words[i + 2], words[i + 4]].map((word) =>
    /^\d{1,2}$/.test(word ?? '') ? Number(word) : NaN,
  )
  for (let t = i + 1; t < i + 5; t++) if ((flags[t] ?? 0) & TokenFlag.spaceBefore) return null
  const [hours = NaN, minutes = NaN, seconds = NaN] = parts
  const value = hours * 3600 + minutes * 60 + seconds
  if (Number.isNaN(value) || minutes > 59 || seconds > 59) return null
  return {
    start: start[i] ?? 0,
    end: end[i + 4] ?? 0,
    value,
    valueTo: null,
    unit: 'second',
    kind: 'measure',
    token: i,
    next: i + 5,
    spelled: true,
    fraction: false,
    glued: null,
  }
}

/** ".0605 square km": digits right behind a dot that follows a space or bracket. */
function withLeadingDot(doc: Document, grammar: Grammar, i: number, read: NumberRead): NumberRead {
  const { flags } = doc.tokens
  const word = grammar.words[i] ?? ''
  const dot = grammar.words[i - 1] === '.' && !((flags[i] ?? 0) & TokenFlag.spaceBefore)
  const apart = ((flags[i - 1] ?? 0) & TokenFlag.spaceBefore) !== 0 || grammar.words[i - 2] === '('
  return dot && apart && read.scale === 1 && /^\d+$/.test(word) ? { ...read, value: Number(`0.${word}`) } : read
}

/** "-0.5%", "minus 15 degrees". */
function negated(doc: Document, grammar: Grammar, i: number, amount: Amount): Amount {
  if (amount.kind === 'count' || amount.value <= 0) return amount
  const { start, flags } = doc.tokens
  const sign = amount.start < (start[i] ?? 0) ? i - 2 : i - 1
  const word = grammar.words[sign] ?? ''
  const glued = !((flags[sign + 1] ?? 0) & TokenFlag.spaceBefore) && ((flags[sign] ?? 0) & TokenFlag.spaceBefore) !== 0
  if (word !== 'minus' && !(glued && (word === '-' || word === '−'))) return amount
  return { ...amount, value: -amount.value, start: start[sign] ?? amount.start }
}

/** Whether a number can begin at the token: a cheap test before anything is read. */
export function mayBeginAmount(word: string, flags: number): boolean {
  if (flags & TokenFlag.digit) return true
  if (!(flags & TokenFlag.word)) return word === '½' || word === '¼' || word === '¾'
  if (word === 'a' || word === 'an') return true
  if (flags & TokenFlag.hyphenated) return startsNumber(word.slice(0, Math.max(0, word.search(/[-\u2010\u2011]/))))
  return startsNumber(word)
}

/** "an hour", "a month" after a word that makes it a length ("within a month"); "a dozen" and fractions are read as numbers. */
function articleAmount(doc: Document, grammar: Grammar, i: number, pieces: Piece[]): Amount[] {
  const words = pieces.map((piece) => piece.word)
  const unit = readUnit(words, 1, false, false)
  const before = grammar.words[i - 1] ?? ''
  const after = words[unit?.end ?? 0] ?? ''
  if (
    !unit ||
    unit.end !== 2 ||
    !/^(?:second|minute|hour|day|week|month|year|decade|century|mile|kilometer|kilometre)$/.test(unit.unit)
  )
    return []
  if (
    !/^(?:within|for|about|than|nearly|almost|over|under|in|around|least|after|take|takes|took|lasted|lasts|drive|walk)$/.test(
      before,
    ) ||
    /^(?:or|ago|earlier|later|before|old|by|in|where|when|that|which|,)$/.test(after) ||
    (after === 'of' && before !== 'within' && before !== 'about')
  )
    return []
  if (before === 'for' && grammar.classes[i + 2] === WordClass.noun) return []
  const last = pieces[1]
  return last
    ? [
        {
          start: doc.tokens.start[i] ?? 0,
          end: last.end,
          value: 1,
          valueTo: null,
          unit: unit.unit,
          kind: 'measure',
          token: i,
          next: i + 2,
          spelled: true,
          fraction: false,
          glued: null,
        },
      ]
    : []
}
