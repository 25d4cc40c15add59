import { overlap } from '../../text/span'
import type { Document } from '../document'
import { readGrammar, type Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { DateMention, Entity, Figure } from '../types'
import { mayBeginAmount, readAmounts, type Amount } from './amounts'
import { approximatorBefore, baseOf, directionOf, periodOf } from './circumstances'
import { readCounted, type Counted } from './counted'
import { currencyResolver } from './currencies'
import { noFigure } from './numeral-context'
import { isPersonNoun } from './people'
import { personsByContext } from './person-context'
import { spelledIsFigure } from './spelled'
import { isDuration } from './units'
import { describe, type Described } from './what'

/**
 * The figures of an article: numbers with unit, what is counted, subject, period, base, direction and approximator. Years, dates,
 * ages, ranks, scores, times of day and identifiers are left out. In text order, never overlapping; `dates` are those of `findDates`.
 */
export function findFigures(doc: Document, entities: readonly Entity[], dates: readonly DateMention[]): Figure[] {
  const grammar = readGrammar(doc)
  const { tokens } = doc
  const money = currencyResolver(entities, null)
  const found: Found[] = []
  let d = 0
  let free = 0
  for (let i = 0; i < tokens.count; i++) {
    if (i < free || !mayBeginAmount(grammar.words[i] ?? '', tokens.flags[i] ?? 0)) continue
    const amounts = readAmounts(doc, grammar, i, money)
    while ((dates[d]?.end ?? Infinity) <= (tokens.start[i] ?? 0)) d++
    for (const amount of amounts) {
      const date = dateOver(dates, d, amount)
      if (date && !isLength(date, amount)) continue
      const figure = judge(doc, grammar, amount)
      if (!figure) continue
      found.push({ ...figure, inPeriod: date })
      free = Math.max(free, figure.counted ? figure.counted.to : amount.next)
    }
    const last = amounts[amounts.length - 1]
    if (last) free = Math.max(free, last.next)
  }
  return finishAll(doc, grammar, found, dates)
}

interface Found {
  amount: Amount
  counted: Counted | null
  people: boolean
  why: string
  confidence: number
  inPeriod?: DateMention | null
}

function dateOver(dates: readonly DateMention[], from: number, amount: Amount): DateMention | null {
  for (let k = Math.max(0, from - 1); k < dates.length; k++) {
    const date = dates[k]
    if (!date || date.start >= amount.end) return null
    if (overlap(date, amount) > 0) return date
  }
  return null
}

/** A length of time inside a date expression is a figure of its own unless it only points to a date ("two years ago"). */
function isLength(date: DateMention, amount: Amount): boolean {
  return isDuration(amount.unit) && !/\b(?:ago|earlier|before)\b/i.test(date.text) && (date.iso === null || date.text.length > amount.end - amount.start)
}

/** Whether an amount is a figure, and of what. */
function judge(doc: Document, grammar: Grammar, amount: Amount): Found | null {
  const { words } = grammar
  if (isSpokenAge(grammar, amount)) return null
  if (amount.kind === 'measure' && pointsToADate(grammar, amount)) return null
  if (amount.glued && amount.unit === null) return judgeGlued(doc, grammar, amount)
  const one = amount.value === 1 || (amount.fraction && amount.value < 1)
  const counted = amount.kind === 'count' || (amount.kind === 'measure' && /^(?:dead|people|workers)$/.test(words[amount.next] ?? '')) ? readCounted(doc, grammar, amount.next, one) : null
  if (amount.kind === 'count' || amount.kind === 'measure') {
    const digits = !amount.spelled && !amount.fraction
    const reason = digits ? noFigure(doc, grammar, amount.token, amount.next, amount.value) : null
    if (reason && !(amount.kind === 'measure' && reason !== 'an age' && reason !== 'a time of day')) return null
    if (!digits && !spelledIsFigure(doc, grammar, amount, counted)) return null
    if (digits && amount.kind === 'count' && !counted && amount.value < 2 && !Number.isInteger(amount.value) === false && amount.value === 0) return null
  }
  const head = counted ? (words[counted.head] ?? '') : ''
  const people = amount.kind === 'count' && (counted && !/^(?:more|other|additional)$/.test(head) ? isPersonNoun(head) : personsByContext(grammar, amount))
  const why = amount.kind === 'count' ? (counted ? `number + “${head}”` : 'a bare number in a counting place') : `number + ${amount.unit ?? 'unit'}`
  return { amount, counted, people, why, confidence: amount.kind !== 'count' ? 0.95 : counted ? 0.85 : 0.6 }
}

/** "an eleven-month-old boy", "18 years old", "aged nine, ten", "at the age of ten". */
function isSpokenAge(grammar: Grammar, amount: Amount): boolean {
  const { words } = grammar
  if (/-olds?$/.test(words[amount.token] ?? '') || /^-?olds?$/.test(words[amount.next] ?? '')) return true
  if (amount.kind === 'measure' && words[amount.next] === 'of' && words[amount.next + 1] === 'age') return true
  if (!amount.spelled && amount.kind !== 'measure') return false
  for (let t = amount.token - 1, k = 0; k < 8 && t >= 0; t--, k++) {
    const word = words[t] ?? ''
    if (word === 'aged' || (word === 'of' && /^ages?$/.test(words[t - 1] ?? ''))) return true
    if (!/^(?:,|and|to|or|[a-z]+teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)$/.test(word)) return false
  }
  return false
}

/** "two days later", "four years earlier", "two days after the quake" point to a day; hours and minutes measure. */
function pointsToADate(grammar: Grammar, amount: Amount): boolean {
  if (!/^(?:day|week|month|year|decade)$/.test(amount.unit ?? '')) return false
  return /^(?:later|earlier|prior|before|after|ago|hence)$/.test(grammar.words[amount.next] ?? '') && !/^(?:within|for|at|than|every)$/.test(grammar.words[amount.token - 1] ?? '')
}

/** "55-member", "two-party": a count glued to its noun, before another noun. */
function judgeGlued(doc: Document, grammar: Grammar, amount: Amount): Found | null {
  const glued = amount.glued ?? ''
  if (/^(?:time|way|on|off|to|old|olds|year|class|star|page|dimensional|inch|sided|handed|hand|fold|up|pronged|seater|door|tier|track|size|man|woman|lane|piece|a|the|and|of|half|stop|shot|all)$/.test(glued) || /^(?:first|second|third|[a-z])$/.test(glued)) {
    if (!/^(?:time|man|woman|page|lane|piece|seater|door)$/.test(glued) || amount.value < 2) return null
  }
  if (/-\d+$|^\d+-(?:[a-z]{1,2}|\d+)$/.test(grammar.words[amount.token] ?? '') && !amount.spelled) return null
  const next = grammar.classes[amount.next]
  if (next !== WordClass.noun && next !== WordClass.name && next !== WordClass.adjective) return null
  if (/-old/.test(grammar.words[amount.token] ?? '')) return null
  return { amount, counted: null, people: isPersonNoun(glued) && !/^(?:member|judge|party|head)$/.test(glued), why: `number glued to “${glued}”`, confidence: 0.7 }
}

/**
 * A conversion in brackets is of the same thing as the number before it; an item of a list without a verb of its own
 * ("49% for A, 53% for B") has the subject of the first.
 */
function inherit(doc: Document, grammar: Grammar, amount: Amount, described: Described, before: { figure: Figure; token: number } | null): Described {
  if (!before || grammar.sentenceOf[before.token] !== grammar.sentenceOf[amount.token]) return described
  const between = doc.text.slice(before.figure.end, amount.start)
  const { figure } = before
  if (/^\s*\(\s*[~≈]?\s*(?:about |approximately |or |roughly )?$/.test(between) || /^(?:\s*[;,]?\s*(?:or|and)?\s*[~]?)$/.test(between) && figure.unit !== null && amount.unit !== null && figure.unit !== amount.unit) return { ...described, what: figure.what, subject: figure.subject }
  if (figure.unit !== amount.unit && !(figure.unit === 'people' && amount.kind === 'count')) return described
  for (let t = before.token + 1; t < amount.token; t++) if (grammar.classes[t] === WordClass.auxiliary || grammar.words[t] === ';') return described
  if (!/[,;]|\band\b|\bto\b|\bor\b/.test(between) || between.length > 90) return described
  const subject = figure.subject ?? described.subject
  return { ...described, subject, what: described.what ?? figure.what }
}

function finishAll(doc: Document, grammar: Grammar, found: readonly Found[], dates: readonly DateMention[]): Figure[] {
  const figures: Figure[] = []
  const usedPeriods = new Set<DateMention>()
  const periods = found.map((f) => (f.inPeriod ? null : periodOf(doc, grammar, f.amount, dates)))
  for (const period of periods) if (period) usedPeriods.add(period)
  let before: { figure: Figure; token: number } | null = null
  found.forEach((f, k) => {
    const { amount, counted } = f
    // "Over the last nine months" is the period of the other figure of its sentence, not a figure beside it.
    if (f.inPeriod && usedPeriods.has(f.inPeriod)) return
    const described = inherit(doc, grammar, amount, describe(doc, grammar, amount, counted), before)
    const end = counted ? (doc.tokens.end[counted.to - 1] ?? amount.end) : amount.end
    const figure: Figure = {
      start: amount.start,
      end,
      text: doc.text.slice(amount.start, end),
      value: amount.value,
      unit: f.people ? 'people' : amount.unit,
      what: described.what,
      subject: described.subject,
      period: periods[k]?.text ?? null,
      approximator: approximatorBefore(doc, grammar, amount),
      direction: directionOf(grammar, amount, described.verb),
      base: baseOf(doc, grammar, amount),
      why: f.why,
      confidence: f.confidence,
    }
    if (amount.valueTo !== null) figure.valueTo = amount.valueTo
    figures.push(figure)
    before = { figure, token: amount.token }
  })
  return figures
}
