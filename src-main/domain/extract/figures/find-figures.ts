import { overlap } from '../../text/span'
import type { Document } from '../document'
import { readGrammar, type Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { DateMention, Entity, Figure } from '../types'
import type { Amount } from './amount'
import { mayBeginAmount, readAmounts } from './amounts'
import { approximatorBefore, baseOf, directionOf, periodOf } from './circumstances'
import { currencyResolver } from './currencies'
import { judgeAmount, type Found } from './judge-amount'
import { SubjectMeant } from './subject-meant'
import { isDuration } from './units'
import { describe, type Described } from './what'

/**
 * The figures of an article: numbers with unit, what is counted, subject, period, base, direction and approximator. Years, dates,
 * ages, ranks, scores, times of day and identifiers are left out. In text order, never overlapping; `dates` are those of `findDates`,
 * `bodyStart` is where the story starts behind place and agency (UTF-16).
 */
export function findFigures(
  doc: Document,
  entities: readonly Entity[],
  dates: readonly DateMention[],
  bodyStart = 0,
): Figure[] {
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
      const figure = judgeAmount(doc, grammar, amount)
      if (!figure) continue
      found.push({ ...figure, inPeriod: date })
      free = Math.max(free, figure.counted ? figure.counted.to : amount.next)
    }
    const last = amounts[amounts.length - 1]
    if (last) free = Math.max(free, last.next)
  }
  return finishAll(doc, grammar, found, dates, new SubjectMeant(doc, grammar, dates, entities, bodyStart))
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
  return (
    isDuration(amount.unit) &&
    !/\b(?:ago|earlier|before)\b/i.test(date.text) &&
    (date.iso === null || date.text.length > amount.end - amount.start)
  )
}

/**
 * A conversion in brackets is of the same thing as the number before it; an item of a list without a verb of its own
 * ("49% for A, 53% for B") has the subject of the first.
 */
function inherit(
  doc: Document,
  grammar: Grammar,
  amount: Amount,
  described: Described,
  before: Before | null,
): Described {
  if (!before || grammar.sentenceOf[before.token] !== grammar.sentenceOf[amount.token]) return described
  const between = doc.text.slice(before.figure.end, amount.start)
  const { figure } = before
  if (
    /^\s*\(\s*[~≈]?\s*(?:about |approximately |or |roughly )?$/.test(between) ||
    (/^(?:\s*[;,]?\s*(?:or|and)?\s*[~]?)$/.test(between) &&
      figure.unit !== null &&
      amount.unit !== null &&
      figure.unit !== amount.unit)
  )
    return { ...described, what: figure.what, subject: figure.subject }
  // "$4.31 billion, a rise of 13.7%": the change of what was just counted.
  if (described.lead && /^\s*,\s*an? [\p{L} ]+ of $/u.test(between))
    return { ...described, subject: figure.subject ?? figure.what }
  // "spent 1.15% of its GDP; guidelines call for 2%".
  if (!described.what && figure.unit !== null && figure.unit === amount.unit) return { ...described, what: figure.what }
  if (figure.unit !== amount.unit && !(figure.unit === 'people' && amount.kind === 'count')) return described
  for (let t = before.token + 1; t < amount.token; t++)
    if (grammar.classes[t] === WordClass.auxiliary || grammar.words[t] === ';') return described
  if (!/[,;]|\band\b|\bto\b|\bor\b/.test(between) || between.length > 90) return described
  const subject = figure.subject ?? described.subject
  const lead = described.lead ?? before.lead
  const what =
    before.lead && !described.lead && described.what
      ? `${before.lead} ${described.what}`
      : (described.what ?? figure.what)
  return { ...described, subject, lead, what }
}

function finishAll(
  doc: Document,
  grammar: Grammar,
  found: readonly Found[],
  dates: readonly DateMention[],
  meant: SubjectMeant,
): Figure[] {
  const figures: Figure[] = []
  const usedPeriods = new Set<DateMention>()
  const periods = found.map((f) => (f.inPeriod ? null : periodOf(doc, grammar, f.amount, dates)))
  for (const period of periods) if (period) usedPeriods.add(period)
  let before: Before | null = null
  found.forEach((f, k) => {
    const { amount, counted } = f
    // "Over the last nine months" is the period of the other figure of its sentence, not a figure beside it.
    if (f.inPeriod && usedPeriods.has(f.inPeriod)) return
    const alone = describe(doc, grammar, amount, counted)
    const subject = alone.subjectTokens ? meant.of(alone.subjectTokens) : null
    const described = inherit(doc, grammar, amount, { ...alone, subject }, before)
    const end = counted ? (doc.tokens.end[counted.to - 1] ?? amount.end) : amount.end
    const figure: Figure = {
      start: amount.start,
      end,
      text: doc.text.slice(amount.start, end),
      value: tidy(amount.value),
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
    if (amount.valueTo !== null) figure.valueTo = tidy(amount.valueTo)
    figures.push(figure)
    before = { figure, token: amount.token, lead: described.lead }
  })
  return figures
}

/** Without the dust of binary fractions: 16.4 million is 16,400,000. */
const tidy = (value: number): number => Number(value.toPrecision(12))

/** The figure before, for an item of a list. */
interface Before {
  figure: Figure
  token: number
  lead: string | null
}
