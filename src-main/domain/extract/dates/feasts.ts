import { isoDay, type Day } from './calendar'
import { nearestDay } from './nearest'
import type { DateFound, Reading } from './reading'

/** Feasts on a fixed day: words, month, day. */
const FIXED: readonly [readonly string[], number, number][] = [
  [['christmas', 'eve'], 12, 24],
  [['christmas', 'day'], 12, 25],
  [['boxing', 'day'], 12, 26],
  [['new', 'year', "'s", 'eve'], 12, 31],
  [['new', 'year', '’s', 'eve'], 12, 31],
  [['new', 'year', "'s", 'day'], 1, 1],
  [['new', 'year', '’s', 'day'], 1, 1],
  [['valentine', "'s", 'day'], 2, 14],
  [['valentine', '’s', 'day'], 2, 14],
  [['christmas'], 12, 25],
  [['halloween'], 10, 31],
]
const FIRST = new Set(['christmas', 'boxing', 'new', 'valentine', 'halloween', 'easter'])

/** Whether a lower-case word can begin a feast. */
export const isFeastWord = (word: string): boolean => FIRST.has(word)

/** "Christmas Day", "New Year's Eve", "Easter Sunday 2018": the feast nearest to publication, or of the year printed. */
export function readFeast(r: Reading, at: number): DateFound | null {
  const easter =
    r.words[at] === 'easter'
      ? [['easter', 'sunday'], ['easter', 'monday'], ['easter']].find((words) => stands(r, at, words))
      : undefined
  if (easter) {
    const year = r.yearAfter(at + easter.length)
    const of = year?.year ?? r.year
    const sunday = of ? easterSunday(of) : null
    const iso = sunday ? isoDay(easter[1] === 'monday' ? { ...sunday, day: sunday.day + 1 } : sunday) : null
    return {
      from: at,
      to: year?.next ?? at + easter.length,
      iso: sunday && sunday.day === 31 && easter[1] === 'monday' ? `${of}-04-01` : iso,
      why: 'feast',
    }
  }
  const fixed = FIXED.find(([words]) => stands(r, at, words))
  if (!fixed) return null
  const [words, month, day] = fixed
  const year = r.yearAfter(at + words.length)
  return {
    from: at,
    to: year?.next ?? at + words.length,
    iso: year ? isoDay({ year: year.year, month, day }) : nearestDay(r, at, month, day),
    why: 'feast',
  }
}

const stands = (r: Reading, at: number, words: readonly string[]) => words.every((word, k) => r.words[at + k] === word)

/** Western Easter (the anonymous Gregorian computus). */
function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return { year, month, day: ((h + l - 7 * m + 114) % 31) + 1 }
}
