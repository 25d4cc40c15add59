import { TokenFlag } from '../../text/tokens'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { Amount } from './amount'
import { currencySign, type CurrencyResolver } from './currencies'
import { PERCENT, secondNumber, shareScale, signBefore } from './number-range'
import { readNumber, startsNumber } from './number-words'
import { piecesOf, type Piece } from './pieces'
import { readUnit } from './units'
import { withUnit } from './with-unit'

const WINDOW = 14
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
  const second = secondNumber(grammar, i, pieces, read, money)
  if (!second) {
    const amount = withUnit(doc, grammar, i, pieces, read, sign, money)
    return amount ? [amount] : []
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
