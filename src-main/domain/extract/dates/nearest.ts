import { addDays, addMonths, daysIn, isoDay, isoMonth, toDayNumber, weekdayOf, type Day } from './calendar'
import type { Reading } from './reading'
import { looksAhead } from './tense'

/** A day without a year: the occurrence nearest to publication, later only where the sentence looks ahead. Null without publication date. */
export function nearestDay(r: Reading, at: number, month: number, day: number): string | null {
  if (!r.published) return null
  const ahead = looksAhead(r.grammar, at)
  const here = toDayNumber(r.published)
  let best: Day | null = null
  let cost = Infinity
  for (const year of [r.published.year - 1, r.published.year, r.published.year + 1]) {
    if (day > daysIn(year, month)) continue
    const distance = toDayNumber({ year, month, day }) - here
    // Ten days of grace: "on March 3" in a text dated March 1 is no slip about last year.
    const wrongWay = ahead ? distance < -3 : distance > 10
    const weight = Math.abs(distance) + (wrongWay ? 240 : 0)
    if (weight < cost) {
      cost = weight
      best = { year, month, day }
    }
  }
  return best ? isoDay(best) : null
}

/** A month without a year, by the same rule. */
export function nearestMonth(r: Reading, at: number, month: number): string | null {
  if (!r.published) return null
  const before = r.words[at - 1] ?? ''
  const { year, month: now } = r.published
  if (before === 'last') return isoMonth(month < now ? year : year - 1, month)
  if (before === 'next') return isoMonth(month > now ? year : year + 1, month)
  if (before === 'this') return isoMonth(year, month)
  if (r.words[at + 1] === 'last' && r.words[at + 2] === 'year') return isoMonth(year - 1, month)
  if (r.words[at + 1] === 'this' && r.words[at + 2] === 'year') return isoMonth(year, month)
  if (r.words[at + 1] === 'next' && r.words[at + 2] === 'year') return isoMonth(year + 1, month)
  if (looksAhead(r.grammar, at)) return isoMonth(month >= now ? year : year + 1, month)
  return isoMonth(month <= now ? year : year - 1, month)
}

/** A weekday: the most recent one (the day of publication counts), the coming one where the sentence looks ahead. */
export function nearestWeekday(r: Reading, at: number, weekday: number): string | null {
  if (!r.published) return null
  const today = weekdayOf(r.published)
  const before = r.words[at - 1] ?? ''
  // "Last" and "next" mean the week before and after, as Microsoft's Recognizers resolve them.
  if (before === 'last' || before === 'previous') return isoDay(addDays(r.published, weekday - today - 7))
  if (before === 'next') return isoDay(addDays(r.published, weekday - today + 7))
  if (before === 'this') return isoDay(addDays(r.published, weekday - today))
  if (before === 'coming' || looksAhead(r.grammar, at))
    return isoDay(addDays(r.published, (((weekday - today) % 7) + 7) % 7))
  return isoDay(addDays(r.published, -((((today - weekday) % 7) + 7) % 7)))
}

/** The first day of the week (Monday), quarter … `steps` away from the one that holds `day`, as an interval or single value. */
export function spanOfUnit(day: Day, unit: string, steps: number): string | null {
  if (unit === 'day' || unit === 'night') return isoDay(addDays(day, steps))
  if (unit === 'week' || unit === 'fortnight') {
    const monday = addDays(day, 1 - weekdayOf(day) + 7 * steps)
    return `${isoDay(monday)}/${isoDay(addDays(monday, 6))}`
  }
  if (unit === 'weekend') {
    const saturday = addDays(day, 6 - weekdayOf(day) + 7 * steps)
    return `${isoDay(saturday)}/${isoDay(addDays(saturday, 1))}`
  }
  if (unit === 'month') {
    const other = addMonths(day, steps)
    return isoMonth(other.year, other.month)
  }
  if (unit === 'quarter') {
    const first = addMonths({ ...day, month: Math.floor((day.month - 1) / 3) * 3 + 1, day: 1 }, 3 * steps)
    const last = addMonths(first, 2)
    return `${isoMonth(first.year, first.month)}/${isoMonth(last.year, last.month)}`
  }
  if (unit === 'year') return String(day.year + steps).padStart(4, '0')
  if (unit === 'decade') {
    const first = Math.floor(day.year / 10) * 10 + 10 * steps
    return `${first}/${first + 9}`
  }
  if (unit === 'century') {
    const first = Math.floor((day.year - 1) / 100) * 100 + 1 + 100 * steps
    return `${first}/${first + 99}`
  }
  return null
}
