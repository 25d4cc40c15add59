import { TokenFlag } from '../../text/tokens'
import type { Document } from '../document'
import { readGrammar } from '../grammar/read-grammar'
import type { DateMention } from '../types'
import { mayBeginDate, readCalendarDate, readNumericDate, readYears } from './absolute-dates'
import { readIsoDay } from './calendar'
import { weekdayOfWord } from './date-words'
import { isFeastWord, readFeast } from './feasts'
import { nearestWeekday } from './nearest'
import { Reading, type DateFound } from './reading'
import { mayBeginRelative, readRelativeDate } from './relative-dates'

const MODIFIERS = /^(mid|late|early|post|pre|end)-/

/**
 * The dates and periods of an article, in text order, never overlapping, resolved against `publicationDate` (ISO, with or without
 * time). `iso` is a day, month, year or interval; null where nothing can be resolved (no publication date, "Sundays", "a few years ago").
 */
export function findDates(doc: Document, publicationDate: string | null): DateMention[] {
  const grammar = readGrammar(doc)
  const { tokens } = doc
  const r = new Reading(doc, grammar, readIsoDay(publicationDate))
  const dates: DateMention[] = []
  let free = 0
  for (let i = 0; i < tokens.count; i++) {
    if (i < free) continue
    const word = grammar.words[i] ?? ''
    const found = readAt(r, i, word, tokens.flags[i] ?? 0)
    if (!found || found.from < free) continue
    free = found.to
    const start = (tokens.start[found.from] ?? 0) + (found.cut ?? 0)
    const end = tokens.end[found.to - 1] ?? start
    dates.push({
      start,
      end,
      text: doc.text.slice(start, end),
      iso: found.iso,
      why: found.why,
      confidence: found.iso ? 0.9 : 0.6,
    })
  }
  return shareYears(doc, dates)
}

/** "from January to April 2015": the first end has the year printed with the second. */
function shareYears(doc: Document, dates: DateMention[]): DateMention[] {
  return dates.map((date, i) => {
    const next = dates[i + 1]
    if (
      !next?.iso ||
      !date.iso ||
      !YEARLESS.test(date.why ?? '') ||
      YEARLESS.test(next.why ?? '') ||
      !/^\d{4}-\d\d/.test(next.iso)
    )
      return date
    if (!/^\s*(?:to|and|-|–|until|till|through)\s*$/.test(doc.text.slice(date.end, next.start))) return date
    const year = Number(next.iso.slice(0, 4)) - (date.iso.slice(5, 7) > next.iso.slice(5, 7) ? 1 : 0)
    return { ...date, iso: `${year}${date.iso.slice(4, 10)}` }
  })
}

const YEARLESS = /^(?:month|day \+ month)$/

function readAt(r: Reading, i: number, word: string, flags: number): DateFound | null {
  if (mayBeginRelative(word)) {
    const found = readRelativeDate(r, i)
    if (found) return found
  }
  if (mayBeginDate(word, flags) || isFeastWord(word)) {
    const found =
      flags & TokenFlag.digit
        ? (readNumericDate(r, i) ?? readCalendarDate(r, i) ?? readYears(r, i))
        : (readCalendarDate(r, i) ?? readYears(r, i))
    if (found) return found
    const feast = flags & TokenFlag.capital ? readFeast(r, i) : null
    if (feast) return feast
    const weekday = flags & TokenFlag.capital ? weekdayOfWord(word) : 0
    if (weekday > 0 && word.length > 4)
      return { from: i, to: i + 1, iso: nearestWeekday(r, i, weekday), why: 'weekday' }
  }
  return flags & TokenFlag.hyphenated ? modified(r, i, word) : null
}

/** "mid-2019", "late-July": the date inside a hyphenated word. */
function modified(r: Reading, i: number, word: string): DateFound | null {
  const cut = MODIFIERS.exec(word)?.[0].length ?? 0
  if (cut === 0) return null
  const rest = word.slice(cut)
  if (/^\d{4}$/.test(rest)) return { from: i, to: i + 1, iso: rest, why: 'year', cut }
  const inner = new Inner(r, i, rest)
  const named = readCalendarDate(inner, i) ?? readYears(inner, i)
  return named ? { ...named, cut } : null
}

/** A reading in which one token is only its part behind a hyphen. */
class Inner extends Reading {
  override readonly words: readonly string[]
  private readonly token: number

  constructor(r: Reading, token: number, part: string) {
    super(r.doc, r.grammar, r.published)
    this.token = token
    this.words = r.words.slice(0, token).concat(part, r.words.slice(token + 1, token + 8))
  }

  /** The part behind the hyphen has the capital that the whole word lacks. */
  override is(i: number, flag: number): boolean {
    if (i !== this.token || flag !== TokenFlag.capital) return super.is(i, flag)
    return /\p{Lu}/u.test(this.doc.text.slice(this.doc.tokens.start[i], this.doc.tokens.end[i]))
  }
}
