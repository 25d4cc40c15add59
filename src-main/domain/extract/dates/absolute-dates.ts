import { TokenFlag } from '../../text/tokens'
import { isRealDay, isoDay, isoMonth, isoYear, type Day } from './calendar'
import { isShortName, monthOf, ordinalOf, SEASONS, weekdayOfWord } from './date-words'
import type { DateFound, Reading } from './reading'
import { nearestDay, nearestMonth } from './nearest'

const DASH = new Set(['-', '–', '—', '−'])

/** "Tuesday, May 9, 2023", "9 May", "July 2 to 4", "May 2019", "July": a date that begins with a weekday, a day or a month. */
export function readCalendarDate(r: Reading, at: number): DateFound | null {
  let i = at
  const weekday = weekdayOfWord(r.words[i] ?? '')
  if (weekday > 0 && r.is(i, TokenFlag.capital)) {
    i++
    if (r.words[i] === ',' || (r.words[i] === 'the' && r.day(i + 1) > 0)) i++
    const rest = dayAndMonth(r, i, at)
    if (rest) return { ...rest, from: at, why: 'weekday + date' }
    return null
  }
  return dayAndMonth(r, i, at)
}

function dayAndMonth(r: Reading, i: number, at: number): DateFound | null {
  const day = r.day(i)
  if (day > 0) return dayFirst(r, i, at, day)
  const month = r.month(i)
  return month > 0 ? monthFirst(r, i, at, month) : null
}

/** "9 May 2023", "2-4 July", "the 9th of May", "27-28 May". */
function dayFirst(r: Reading, i: number, at: number, day: number): DateFound | null {
  let j = i + 1
  let last = day
  if (DASH.has(r.words[j] ?? '') || r.words[j] === 'to' || r.words[j] === 'and') {
    const second = r.day(j + 1)
    if (second > day && r.month(j + 2) > 0) {
      last = second
      j += 2
    }
  }
  if (r.words[j] === 'of') j++
  const month = r.month(j) || lowerMonth(r, j)
  if (month === 0 || (last === day && DASH.has(r.words[i - 1] ?? '') && !r.is(i, TokenFlag.spaceBefore))) return null
  const year = r.yearAfter(r.words[j + 1] === 'of' ? j + 2 : j + 1)
  return dated(r, at, year ? year.next : j + 1, year?.year ?? null, month, day, last)
}

/** "4th of july": a month in lower case counts right behind a day, unless it is a word as well. */
function lowerMonth(r: Reading, i: number): number {
  const word = r.words[i] ?? ''
  return word.length > 3 && word !== 'march' ? monthOf(word) : 0
}

/** "May 9, 2023", "July 2 to 4", "May 2023", "July". */
function monthFirst(r: Reading, i: number, at: number, month: number): DateFound | null {
  const word = r.words[i] ?? ''
  // "Dec." before a digit may be cut into word and stop.
  const stop = r.words[i + 1] === '.' && word.length <= 4 && !r.is(i + 1, TokenFlag.spaceBefore) ? 1 : 0
  const theDay = r.words[i + 1 + stop] === 'the' ? i + 2 + stop : i + 1 + stop
  const day = r.day(theDay)
  if (day > 0 && !(r.is(theDay, TokenFlag.digit) && r.counts(theDay))) {
    let next = theDay + 1
    let last = day
    const link = r.words[next] ?? ''
    if (DASH.has(link) || link === 'to' || link === 'and' || link === 'through' || link === '&') {
      const second = r.day(next + 1)
      if (second > day && r.month(next + 2) === 0 && !r.counts(next + 1)) {
        last = second
        next += 2
      }
    }
    const year = r.yearAfter(next)
    return dated(r, at, year ? year.next : next, year?.year ?? null, month, day, last)
  }
  const year = r.yearAfter(i + 1) ?? (r.words[i + 1] === 'of' ? r.yearAfter(i + 2) : null)
  if (year) return { from: at, to: year.next, iso: isoMonth(year.year, month), why: 'month + year' }
  if (isShortName(word) || !monthAlone(r, i, word)) return null
  return { from: at, to: i + 1, iso: nearestMonth(r, i, month), why: 'month' }
}

/** "May", "March" and "August" stand for months only where a date can stand. */
function monthAlone(r: Reading, i: number, word: string): boolean {
  if (word !== 'may' && word !== 'march' && word !== 'august' && word !== 'april' && word !== 'june') return true
  const before = r.words[i - 1] ?? ''
  if (
    /^(?:in|of|since|until|till|from|to|by|last|next|this|early|late|mid|during|between|and|or|through|for|before|after|every|each|on|around|end-?)$/.test(
      before,
    )
  )
    return !(r.startsName(i + 1) && word !== 'may' && word !== 'march')
  if (word === 'april' || word === 'june' || word === 'august') return !r.startsName(i + 1) && !r.startsName(i - 1)
  return false
}

function dated(
  r: Reading,
  at: number,
  to: number,
  year: number | null,
  month: number,
  day: number,
  last: number,
): DateFound | null {
  const iso = (d: number): string | null => {
    if (year === null) return nearestDay(r, at, month, d)
    const full: Day = { year, month, day: d }
    return isRealDay(full) ? isoDay(full) : null
  }
  const [first, second] = [iso(day), last === day ? null : iso(last)]
  return {
    from: at,
    to,
    iso: second && first ? `${first}/${second}` : first,
    why: year === null ? 'day + month' : 'day + month + year',
  }
}

/** "2017-11-09", "09.11.2017", "9/11/2017" (day first unless only month first can be), "2023/07/01". */
export function readNumericDate(r: Reading, at: number): DateFound | null {
  const glued = /^(\d{1,4})([-./])(\d{1,2})\2(\d{2,4})$/.exec(r.words[at] ?? '')
  if (glued)
    return numeric(
      at,
      at + 1,
      [Number(glued[1]), Number(glued[3]), Number(glued[4])],
      String(glued[1]).length === 4,
      String(glued[4]).length,
    )
  const mark = r.words[at + 1] ?? ''
  if (!/^[-./–]$/.test(mark) || r.words[at + 3] !== mark) return null
  for (let t = at + 1; t < at + 5; t++) if (r.is(t, TokenFlag.spaceBefore)) return null
  const parts = [r.words[at], r.words[at + 2], r.words[at + 4]].map((word) =>
    /^\d{1,4}$/.test(word ?? '') ? Number(word) : NaN,
  )
  if (parts.some(Number.isNaN)) return null
  return numeric(at, at + 5, parts, (r.words[at] ?? '').length === 4, (r.words[at + 4] ?? '').length)
}

function numeric(
  from: number,
  to: number,
  [a = 0, b = 0, c = 0]: number[],
  yearFirst: boolean,
  yearLength: number,
): DateFound | null {
  if (!yearFirst && yearLength !== 4 && yearLength !== 2) return null
  const year = yearFirst ? a : yearLength === 2 ? (c < 50 ? 2000 + c : 1900 + c) : c
  const choices: Day[] = yearFirst
    ? [{ year, month: b, day: c }]
    : [
        { year, month: b, day: a },
        { year, month: a, day: b },
      ]
  const real = choices.find(isRealDay)
  if (!real || year < 1000 || year > 2200 || (yearLength === 2 && !yearFirst)) return null
  return { from, to, iso: isoDay(real), why: 'date in digits' }
}

/** "2019", "2019-2020", "2019/20", "the 1980s", "19th century", "Q1 2019", "first quarter of 2019", "summer 2019". */
export function readYears(r: Reading, at: number): DateFound | null {
  const word = r.words[at] ?? ''
  const decade = /^['’]?((?:1[0-9]|20)?[0-9]0)['’]?s$/.exec(word)
  if (decade?.[1] && (decade[1].length === 4 || /^(?:the|and|early|late|mid)$/.test(r.words[at - 1] ?? ''))) {
    const year = decade[1].length === 4 ? Number(decade[1]) : 1900 + Number(decade[1])
    return { from: at, to: at + 1, iso: `${isoYear(year)}/${isoYear(year + 9)}`, why: 'decade' }
  }
  const ordinal = ordinalOf(word)
  if (ordinal > 0 && /^centur(?:y|ies)$/.test(r.words[at + 1] ?? '') && ordinal < 23)
    return { from: at, to: at + 2, iso: `${isoYear(ordinal * 100 - 99)}/${isoYear(ordinal * 100)}`, why: 'century' }
  const quarter = quarterOf(r, at)
  if (quarter) return quarter
  const season = SEASONS.get(word)
  const seasonYear = season ? (r.yearAfter(at + 1) ?? (r.words[at + 1] === 'of' ? r.yearAfter(at + 2) : null)) : null
  if (season && seasonYear)
    return { from: at, to: seasonYear.next, iso: seasonIso(season, seasonYear.year), why: 'season + year' }
  return bareYear(r, at)
}

export function seasonIso([first, last]: readonly [number, number], year: number): string {
  return `${isoMonth(year, first)}/${isoMonth(last < first ? year + 1 : year, last)}`
}

function quarterOf(r: Reading, at: number): DateFound | null {
  const word = r.words[at] ?? ''
  const short = /^q([1-4])$/.exec(word)
  const number = short ? Number(short[1]) : r.words[at + 1] === 'quarter' ? ordinalOf(word) : 0
  if (number < 1 || number > 4) return null
  let next = short ? at + 1 : at + 2
  if (r.words[next] === 'of') next++
  const year =
    r.yearAfter(next) ??
    (r.year && /^(?:this|the)$/.test(r.words[next] ?? '') && r.words[next + 1] === 'year'
      ? { year: r.year, next: next + 2 }
      : null)
  const last =
    r.year && r.words[next] === 'last' && r.words[next + 1] === 'year' ? { year: r.year - 1, next: next + 2 } : null
  const found = year ?? last
  if (!found) return null
  return {
    from: at,
    to: found.next,
    iso: `${isoMonth(found.year, number * 3 - 2)}/${isoMonth(found.year, number * 3)}`,
    why: 'quarter',
  }
}

function bareYear(r: Reading, at: number): DateFound | null {
  const year = r.bareYear(at)
  if (year === 0) return null
  const link = r.words[at + 1] ?? ''
  const tight = !r.is(at + 1, TokenFlag.spaceBefore) && !r.is(at + 2, TokenFlag.spaceBefore)
  const second = r.words[at + 2] ?? ''
  if ((DASH.has(link) || link === '/') && tight && /^\d{1,4}$/.test(second)) {
    const end = second.length === 4 ? Number(second) : Number(String(year).slice(0, 4 - second.length) + second)
    if (end > year && end - year < 300)
      return { from: at, to: at + 3, iso: `${isoYear(year)}/${isoYear(end)}`, why: 'years from … to' }
  }
  return { from: at, to: at + 1, iso: isoYear(year), why: 'year' }
}

/** Whether a word can begin a date that is not relative: a cheap test. */
export function mayBeginDate(word: string, flags: number): boolean {
  if (flags & TokenFlag.digit) return true
  if (flags & TokenFlag.capital) return monthOf(word) > 0 || weekdayOfWord(word) > 0
  return SEASONS.has(word) || ordinalOf(word) > 0
}
