import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import type { Amount } from './amount'
import { currencySign, readCurrencyName, type CurrencyResolver } from './currencies'
import { PERCENT, type Sign } from './number-range'
import type { NumberRead } from './number-words'
import type { Piece } from './pieces'
import { readUnit } from './units'

const METRE_AFTER =
  /^(?:long|high|tall|wide|deep|sprint|dash|race|pool|final|freestyle|butterfly|backstroke|hurdles|relay|from|away|below|above|wave|waves|tower)$/

const COMPARED =
  /^(?:higher|lower|more|less|as|the|that|larger|bigger|greater|faster|smaller|fewer|stronger|better|worse|longer|its|their|what|normal|over)$/

/** Adds percent, money or measure to a number. */
export function withUnit(
  doc: Document,
  grammar: Grammar,
  i: number,
  pieces: Piece[],
  read: NumberRead,
  sign: Sign | null,
  money: CurrencyResolver,
): Amount | null {
  const last = pieces[read.end - 1]
  if (!last) return null
  let start = sign?.start ?? pieces[0]?.start ?? 0
  let value = read.value
  const words = pieces.map((piece) => piece.word)
  const following = pieces[read.end]
  const base = { valueTo: null, token: i, spelled: read.spelled, fraction: read.fraction, glued: null }
  const close = (to: number, unit: string | null, kind: Amount['kind']): Amount => ({
    ...base,
    start,
    end: pieces[to - 1]?.end ?? last.end,
    value,
    unit,
    kind,
    next: (pieces[to - 1]?.token ?? i) + 1,
    glued: pieces[to - 1]?.glued ? (pieces[to - 1]?.word ?? null) : null,
  })
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
  const metres = METRE_AFTER.test(following?.word ?? '') || following === undefined || /^[.,;)]$/.test(following.word)
  if (last.word === 'm' && read.scale === 1e6 && metres) {
    value /= 1e6
    return close(read.end, 'metre', 'measure')
  }
  const unit = readUnit(words, read.end, digits, following?.glued ?? false)
  // "116 times" counts; "ten times higher" compares.
  if (unit?.unit === 'times' && !COMPARED.test(words[unit.end] ?? '')) return close(unit.end, null, 'measure')
  if (unit) return close(unit.end, unit.unit, 'measure')
  if (/^lbs?$|^pounds?$/.test(following?.word ?? '')) return close(read.end + 1, 'pound', 'measure')
  if (following?.word === '°' && /^[cf]$/.test(words[read.end + 1] ?? ''))
    return close(read.end + 2, 'degree', 'measure')
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
  return /^(?:points?|pts?)$/.test(words[end] ?? '')
    ? { end: end + 1, unit: 'percentage point' }
    : { end, unit: 'percent' }
}

/** "82 pounds" weighs something where the sentence says so; else it is money. */
function poundsAreMoney(doc: Document, grammar: Grammar, words: readonly string[], after: number): boolean {
  const context = [...grammar.words.slice(Math.max(0, after - 8), after), ...words.slice(after, after + 5)]
  if (
    context.some((word) =>
      /^(?:weigh|weighs|weighed|weighing|weight|heavy|kg|kilograms|kilos|baby|meat|fish|lost)$/.test(word),
    )
  )
    return false
  return /£|sterling|\b(?:UK|British|London|Britain|Egypt|Egyptian|Lebanon|Lebanese|Syria|Sudan)\b/.test(doc.text)
}
