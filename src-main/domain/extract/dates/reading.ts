import { TokenFlag } from '../../text/tokens'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { Day } from './calendar'
import { monthOf, ordinalOf } from './date-words'

/** A date expression by tokens `[from, to)`; `cut` drops characters from the front of the first token ("mid-2019"). */
export interface DateFound {
  from: number
  to: number
  iso: string | null
  why: string
  cut?: number
}

const COUNTED_LATER =
  /^(?:people|men|women|children|troops|police|km|kilometers|kilometres|miles|metres|meters|feet|tonnes|tons|kg|pounds|dollars|euros|percent|%|per|million|billion|thousand|times|years|days|hours|months|weeks|acres|hectares|points|votes)$/
const YEAR_LINKS =
  /^(?:in|of|since|from|until|till|by|during|before|after|to|and|between|early|late|mid|circa|through|throughout|year|for|around|,|\(|the|his|her|their|its|or|–|-|\/|for|election|elections|census|constitution|war|coup)$/

/** What the date readers see of a document. */
export class Reading {
  readonly words: readonly string[]

  constructor(
    readonly doc: Document,
    readonly grammar: Grammar,
    /** Day of publication, null where unknown: then nothing relative is resolved. */
    readonly published: Day | null,
  ) {
    this.words = grammar.words
  }

  get year(): number | null {
    return this.published?.year ?? null
  }

  is(i: number, flag: number): boolean {
    return ((this.doc.tokens.flags[i] ?? 0) & flag) !== 0
  }

  /** Month named by token `i`, with a capital; 0 where none. */
  month(i: number): number {
    return this.is(i, TokenFlag.capital) ? monthOf(this.words[i] ?? '') : 0
  }

  /** Day of a month written by token `i`: "9", "09", "9th", "ninth"; 0 where none. */
  day(i: number): number {
    const word = this.words[i] ?? ''
    const n = /^\d{1,2}$/.test(word) ? Number(word) : ordinalOf(word.replace(/^0/, ''))
    return n >= 1 && n <= 31 ? n : 0
  }

  /** Whether token `i` begins or goes on with a name: capital, no month or weekday, no start of sentence. */
  startsName(i: number): boolean {
    if (i < 0 || !this.is(i, TokenFlag.capital) || this.is(i, TokenFlag.newlineBefore)) return false
    return this.grammar.classes[i] === WordClass.name && monthOf(this.words[i] ?? '') === 0
  }

  /** Whether the number at token `i` counts something that follows: "May 9 people". */
  counts(i: number): boolean {
    const next = this.words[i + 1] ?? ''
    return (
      COUNTED_LATER.test(next) ||
      (next === '.' &&
        /^\d/.test(this.words[i + 2] ?? '') &&
        !this.is(i + 1, TokenFlag.spaceBefore) &&
        !this.is(i + 2, TokenFlag.spaceBefore)) ||
      (next === ':' && /^\d\d$/.test(this.words[i + 2] ?? ''))
    )
  }

  /** The year at token `i`, or after a comma there. */
  yearAfter(i: number): { year: number; next: number } | null {
    const at = this.words[i] === ',' ? i + 1 : i
    const word = this.words[at] ?? ''
    if (!/^\d{4}$/.test(word) || COUNTED_LATER.test(this.words[at + 1] ?? '')) return null
    const year = Number(word)
    return year >= 1000 && year < 2200 ? { year, next: at + 1 } : null
  }

  /** "no later than 2014", "in 2022 than 2021,", "per cent over 2022,": a year behind "than" or "over" ends its clause. */
  private comparesYears(i: number, year: number): boolean {
    const after = this.words[i + 1] ?? ''
    return year >= 1950 && /^(?:[.,;)]|and|but|)$/.test(after)
  }

  /** A four-digit number that can only be a year; 0 where it is none. */
  bareYear(i: number): number {
    const word = this.words[i] ?? ''
    if (!/^\d{4}$/.test(word)) return 0
    const year = Number(word)
    const before = this.words[i - 1] ?? ''
    const after = this.words[i + 1] ?? ''
    if (year < 1000 || year > 2150) return 0
    if (/^[$€£¥₹#№.:+−]$/.test(before) && !this.is(i, TokenFlag.spaceBefore)) return 0
    if (
      /^(?:no|no.|us|rs|rs.|flight|highway|route|about|nearly|almost|least|some|roughly|approximately|agenda|vision|windows|room|article)$/.test(
        before,
      ) ||
      COUNTED_LATER.test(after)
    )
      return 0
    if (after === ':' && /^\d\d$/.test(this.words[i + 2] ?? '')) return 0
    if (/^(?:utc|gmt|hrs|hours|local|am|pm)$/.test(after)) return 0
    const linked = YEAR_LINKS.test(before)
    if (/^(?:over|than)$/.test(before) && !this.comparesYears(i, year)) return 0
    if (
      this.grammar.classes[i + 1] === WordClass.noun &&
      /(?:ers|ents|ies|ists)$/.test(after) &&
      year < 2030 &&
      !linked
    )
      return 0
    if (year < 1700 && !linked) return 0
    if (
      this.startsName(i - 1) &&
      !this.is(i - 1, TokenFlag.dotted) &&
      this.words[i - 1] !== 'the' &&
      !(this.words[i - 2] === 'in' || this.words[i - 2] === 'since')
    )
      return 0
    return year
  }
}
