import { TokenFlag } from '../../text/tokens'
import { readNumber } from '../figures/number-words'
import { piecesOf } from '../figures/pieces'
import { addDays, addMonths, isoDay, isoMonth, isoYear, type Day } from './calendar'
import { seasonIso } from './absolute-dates'
import { monthOf, SEASONS, timeUnitOf, weekdayOfWord, type TimeUnit } from './date-words'
import { nearestMonth, nearestWeekday, spanOfUnit } from './nearest'
import type { DateFound, Reading } from './reading'
import { looksAhead } from './tense'

const STEPS: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  following: 1,
  upcoming: 1,
}
const SINGLE: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }
const DAY_PARTS = /^(?:morning|afternoon|evening|night|noon|midnight)$/
const PLURAL_WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days$/

const OPENERS = new Set([
  ...Object.keys(STEPS),
  ...Object.keys(SINGLE),
  'ago',
  'earlier',
  'later',
  'in',
  'within',
  'weekend',
  ...['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'].map((day) => `${day}days`),
])

/** Words that can begin a relative date, so that all others are passed over at once. */
export const mayBeginRelative = (word: string): boolean => OPENERS.has(word)

/** A date told from publication: "yesterday", "last Tuesday", "this summer", "the last nine months", "two years ago", "in two weeks". */
export function readRelativeDate(r: Reading, at: number): DateFound | null {
  const word = r.words[at] ?? ''
  const single = SINGLE[word]
  if (single !== undefined)
    return word === 'today' && r.words[at + 1] === "'s" && r.is(at, TokenFlag.capital)
      ? null
      : {
          from: at,
          to: at + 1,
          iso: r.published ? isoDay(addDays(r.published, single)) : null,
          why: 'day told from publication',
        }
  if (PLURAL_WEEKDAY.test(word) && r.is(at, TokenFlag.capital))
    return { from: at, to: at + 1, iso: null, why: 'repeated weekday' }
  if (word === 'ago') return ago(r, at)
  if (word === 'earlier' && r.words[at + 1] !== 'this') return yearEarlier(r, at)
  if ((word === 'earlier' || word === 'later') && r.words[at + 1] === 'this') {
    const rest = stepped(r, at + 1)
    return rest ? { ...rest, from: at } : null
  }
  if (word === 'weekend')
    return r.words[at - 1] === 'the' && /^(?:over|at|during|on)$/.test(r.words[at - 2] ?? '')
      ? { from: at - 1, to: at + 1, iso: weekendNear(r, at), why: 'weekend' }
      : null
  if (word === 'in' || word === 'within') return inTime(r, at)
  return stepped(r, at)
}

function weekendNear(r: Reading, at: number): string | null {
  if (!r.published) return null
  const this_ = spanOfUnit(r.published, 'weekend', 0) ?? ''
  return looksAhead(r.grammar, at) || this_.slice(0, 10) <= isoDay(r.published)
    ? this_
    : spanOfUnit(r.published, 'weekend', -1)
}

/** "last week", "this Friday", "next July", "last summer", "this morning", "the past two decades". */
function stepped(r: Reading, at: number): DateFound | null {
  const word = r.words[at] ?? ''
  const steps = STEPS[word]
  if (steps === undefined) return null
  const next = r.words[at + 1] ?? ''
  const weekday = r.is(at + 1, TokenFlag.capital) ? weekdayOfWord(next) : 0
  if (weekday > 0 && next.length > 4)
    return { from: at, to: at + 2, iso: nearestWeekday(r, at + 1, weekday), why: `${word} + weekday` }
  const month = r.is(at + 1, TokenFlag.capital) ? monthOf(next) : 0
  if (month > 0 && next.length > 2 && r.day(at + 2) === 0 && !r.yearAfter(at + 2))
    return { from: at, to: at + 2, iso: nearestMonth(r, at + 1, month), why: `${word} + month` }
  const season = SEASONS.get(next)
  if (season && word !== 'past')
    return {
      from: at,
      to: at + 2,
      iso: r.published ? seasonNear(r.published, season, steps) : null,
      why: `${word} + season`,
    }
  if (DAY_PARTS.test(next) && (word === 'this' || word === 'last')) {
    if (word === 'last' && next !== 'night') return null
    return { from: at, to: at + 2, iso: r.published ? isoDay(addDays(r.published, steps)) : null, why: 'part of a day' }
  }
  const unit = timeUnitOf(next)
  if (unit && (!next.endsWith('s') || unit === 'century')) {
    if (
      unit === 'hour' ||
      unit === 'minute' ||
      (word === 'this' && (unit === 'day' || unit === 'decade' || unit === 'century') && r.words[at - 1] !== 'on')
    )
      return null
    if (word === 'following' || word === 'previous')
      return { from: at, to: at + 2, iso: null, why: `${word} + unit, told from the text` }
    if (word === 'past')
      return { from: at, to: at + 2, iso: r.published ? stretch(r.published, -1, unit) : null, why: 'past + unit' }
    return {
      from: at,
      to: at + 2,
      iso: r.published ? spanOfUnit(r.published, unit, steps) : null,
      why: `${word} + unit of time`,
    }
  }
  return steps === 0 ? null : stretchOf(r, at, steps)
}

function seasonNear(published: Day, season: readonly [number, number], steps: number): string {
  const [first] = season
  if (steps < 0)
    return seasonIso(
      season,
      first + 2 < published.month || (first === 12 && published.month > 2)
        ? published.year - (first === 12 ? 1 : 0)
        : published.year - 1,
    )
  return seasonIso(season, published.year + (steps > 0 && first <= published.month ? 1 : 0))
}

/** "last nine months", "next two weeks", "past few years": a period with two ends. */
function stretchOf(r: Reading, at: number, steps: number): DateFound | null {
  const word = r.words[at] ?? ''
  if (word === 'following' || word === 'upcoming' || word === 'current') return null
  const vague = /^(?:few|several|couple)$/.test(r.words[at + 1] ?? '')
  const pieces = piecesOf(r.doc, r.grammar, at + 1, Math.min(at + 7, r.doc.tokens.count))
  const read = vague ? null : readNumber(pieces, 0)
  const after = vague ? at + 2 + (r.words[at + 2] === 'of' ? 1 : 0) : read ? (pieces[read.end - 1]?.token ?? at) + 1 : 0
  if (after === 0) return null
  const unit = timeUnitOf(r.words[after] ?? '')
  if (!unit || unit === 'hour' || unit === 'minute') return null
  return {
    from: at,
    to: after + 1,
    iso: read && r.published ? stretch(r.published, Math.sign(steps) * read.value, unit) : null,
    why: `${word} + number + unit: a period`,
  }
}

/** The period from `day` to `count` units away from it, as an interval with the earlier end first. */
function stretch(day: Day, count: number, unit: TimeUnit): string | null {
  const other = moved(day, count, unit)
  if (!other) return null
  return count < 0 ? `${isoDay(other)}/${isoDay(day)}` : `${isoDay(day)}/${isoDay(other)}`
}

function moved(day: Day, count: number, unit: TimeUnit): Day | null {
  const MONTHS: Partial<Record<TimeUnit, number>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }
  const DAYS: Partial<Record<TimeUnit, number>> = { day: 1, night: 1, week: 7, weekend: 7, fortnight: 14, hour: 1 / 24 }
  const months = MONTHS[unit]
  if (months) return Math.abs(months * count) > 60000 ? null : addMonths(day, Math.round(months * count))
  const days = DAYS[unit]
  return days ? addDays(day, Math.round(days * count)) : null
}

/** The number that ends right before token `end`, with the token it begins at. */
function numberBefore(r: Reading, end: number): { value: number | null; from: number } | null {
  for (let from = Math.max(0, end - 5); from < end; from++) {
    if (r.grammar.sentenceOf[from] !== r.grammar.sentenceOf[end]) continue
    const pieces = piecesOf(r.doc, r.grammar, from, end)
    const read = readNumber(pieces, 0)
    if (read && read.end === pieces.length) return { value: read.value, from }
  }
  const before = r.words[end - 1] ?? ''
  if (before === 'a' || before === 'an') return { value: 1, from: end - 1 }
  if (/^(?:few|several|many|some)$/.test(before))
    return { value: null, from: r.words[end - 2] === 'a' ? end - 2 : end - 1 }
  if (before === 'of' && r.words[end - 2] === 'couple')
    return { value: null, from: r.words[end - 3] === 'a' ? end - 3 : end - 2 }
  return null
}

/** "two years ago" → the year, "three months ago" → the month, days and weeks → the day. */
function ago(r: Reading, at: number): DateFound | null {
  const unit = timeUnitOf(r.words[at - 1] ?? '')
  if (!unit) return null
  const number = numberBefore(r, at - 1)
  const from = number ? number.from : at - 1
  const value = number?.value ?? null
  return {
    from,
    to: at + 1,
    iso: value !== null && r.published ? pointBack(r.published, value, unit) : null,
    why: 'told back from publication',
  }
}

function pointBack(published: Day, value: number, unit: TimeUnit): string | null {
  const day = moved(published, -value, unit)
  if (!day) return null
  if (unit === 'year' || unit === 'decade' || unit === 'century') return isoYear(day.year)
  return unit === 'month' || unit === 'quarter' ? isoMonth(day.year, day.month) : isoDay(day)
}

/** "a year earlier", the usual base of a comparison. */
function yearEarlier(r: Reading, at: number): DateFound | null {
  if (r.words[at - 1] !== 'year' || !/^(?:a|one)$/.test(r.words[at - 2] ?? '')) return null
  return { from: at - 2, to: at + 1, iso: r.published ? isoYear(r.published.year - 1) : null, why: 'a year earlier' }
}

/** "in two weeks" where the sentence looks ahead. */
function inTime(r: Reading, at: number): DateFound | null {
  const pieces = piecesOf(r.doc, r.grammar, at + 1, Math.min(at + 5, r.doc.tokens.count))
  const read = readNumber(pieces, 0)
  if (!read) return null
  const after = (pieces[read.end - 1]?.token ?? at) + 1
  const unit = timeUnitOf(r.words[after] ?? '')
  if (!unit || unit === 'hour' || unit === 'minute' || !looksAhead(r.grammar, at)) return null
  const day = r.published ? moved(r.published, read.value, unit) : null
  const iso = !day
    ? null
    : unit === 'year' || unit === 'decade'
      ? isoYear(day.year)
      : unit === 'month'
        ? isoMonth(day.year, day.month)
        : isoDay(day)
  return { from: at, to: after + 1, iso, why: 'told ahead from publication' }
}
