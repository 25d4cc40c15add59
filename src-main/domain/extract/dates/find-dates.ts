import { TokenFlag } from '../../text/tokens'
import type { Document } from '../document'
import { readGrammar } from '../grammar/read-grammar'
import type { DateMention } from '../types'
import { mayBeginDate, readCalendarDate, readNumericDate, readYears } from './absolute-dates'
import { readIsoDay } from './calendar'
import { weekdayOfWord } from './date-words'
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
  return dates
}

function readAt(r: Reading, i: number, word: string, flags: number): DateFound | null {
  if (mayBeginRelative(word)) {
    const found = readRelativeDate(r, i)
    if (found) return found
  }
  if (mayBeginDate(word, flags)) {
    const found =
      flags & TokenFlag.digit
        ? (readNumericDate(r, i) ?? readCalendarDate(r, i) ?? readYears(r, i))
        : (readCalendarDate(r, i) ?? readYears(r, i))
    if (found) return found
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
  const named = readCalendarDate(new Inner(r, i, rest), i)
  return named ? { ...named, cut } : null
}

/** A reading in which one token is only its part behind a hyphen. */
class Inner extends Reading {
  override readonly words: readonly string[]

  constructor(r: Reading, token: number, part: string) {
    super(r.doc, r.grammar, r.published)
    this.words = r.words.slice(0, token).concat(part, r.words.slice(token + 1, token + 8))
  }
}
