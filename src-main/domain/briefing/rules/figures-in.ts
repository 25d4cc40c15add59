import { findDates } from '../../extract/dates/find-dates'
import { readDocument } from '../../extract/document'
import { findFigures } from '../../extract/figures/find-figures'

/** A figure as the gate compares it. */
export interface ComparedFigure {
  /** UTF-16 offsets into the text it was read from. */
  start: number
  end: number
  text: string
  value: number
  /** Upper bound of a range. */
  valueTo: number | null
  /** As in `Figure`; undefined where the language does not let it be told: it then fits every unit. */
  unit: string | null | undefined
  /** "about", "more than" … as printed, lower case. */
  approximator: string | null
}

/** The figures of a sentence or passage: by the extraction in Latin script, as bare numerals with their multiplier elsewhere. */
export function figuresIn(text: string): ComparedFigure[] {
  return isLatin(text) ? extracted(text) : numerals(text)
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
const isLatin = (text: string): boolean => count(text, /\p{Script=Latin}/gu) * 2 >= count(text, /\p{L}/gu)

function extracted(text: string): ComparedFigure[] {
  const doc = readDocument(text, 'en')
  return findFigures(doc, [], findDates(doc, null)).flatMap(
    ({ start, end, text: words, value, valueTo, unit, approximator }) =>
      value === null
        ? []
        : [
            {
              start,
              end,
              text: words,
              value,
              valueTo: valueTo ?? null,
              unit,
              approximator: approximator?.toLowerCase().replace(/\s+/gu, ' ') ?? null,
            },
          ],
  )
}

const MULTIPLIERS: readonly (readonly [RegExp, number])[] = [
  [/^\s*(?:тыс|мың|ألف|آلاف|هزار|千)/u, 1e3],
  [/^\s*(?:млн|миллион|мільйон|مليون|ملايين|میلیون|百万)/u, 1e6],
  [/^\s*(?:млрд|миллиард|мільярд|مليار|میلیارد|十亿)/u, 1e9],
  [/^\s*(?:трлн|триллион|تريليون|兆)/u, 1e12],
  [/^\s*万/u, 1e4],
  [/^\s*(?:亿|億)/u, 1e8],
]
const NUMERAL =
  /(?<![\p{N}.,])\p{Nd}{1,3}(?:[\u00a0\u202f ,.’٬]\p{Nd}{3})+(?![\p{N}])(?:[.,٫]\p{Nd}+)?|(?<![\p{N}])\p{Nd}+(?:[.,٫]\p{Nd}+)?/gu
/** What follows makes the number a date, a clock time, an ordinal or a name. */
const NO_FIGURE =
  /^\s*(?:год|г\.|жыл|年|月|日|号|時|时|点|январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|:\p{Nd})|^-(?:й|е|я|го|му|ый|ая|ое|шы|ші|ыншы|інші|нші|ншы)/u

function numerals(text: string): ComparedFigure[] {
  return [...text.matchAll(NUMERAL)].flatMap((match): ComparedFigure[] => {
    const start = match.index
    const end = start + match[0].length
    const before = text.slice(0, start)
    const after = text.slice(end)
    const bare = numberOf(match[0])
    const year = /^\p{Nd}{4}$/u.test(match[0]) && bare >= 1800 && bare < 2100
    if (
      year ||
      NO_FIGURE.test(after) ||
      /[№第#:]\s*$/u.test(before) ||
      (/\p{L}-?$/u.test(before.slice(-2)) && !/[\p{Script=Han}\p{Script=Arabic}]$/u.test(before))
    )
      return []
    const multiplier = MULTIPLIERS.find(([pattern]) => pattern.test(after))?.[1] ?? 1
    const unit =
      /^\s*(?:[%٪％]|процент|пайыз|بالمئة|في المئة|بالمائة|в процентах)/u.test(after) || /百分之\s*$/u.test(before)
        ? 'percent'
        : undefined
    const value = Number((bare * multiplier).toPrecision(12))
    return [{ start, end, text: match[0], value, valueTo: null, unit, approximator: null }]
  })
}

/** Digits of any script; groups of three after the first are thousands, another separator begins the fraction. */
function numberOf(numeral: string): number {
  const digits = [...numeral].map((char) => (/\p{Nd}/u.test(char) ? String(digitValue(char)) : char)).join('')
  const grouped = /^\d{1,3}(?:[\u00a0\u202f ,.’٬]\d{3})+(?=$|[.,٫]\d+$)/u.exec(digits)?.[0]
  const whole = grouped ?? /^\d+/u.exec(digits)?.[0] ?? ''
  const fraction = digits.slice(whole.length).replace(/^[.,٫]/u, '')
  return Number(`${whole.replace(/\D/gu, '')}.${fraction || '0'}`)
}

/** Decimal digits stand in runs of ten that begin with zero, so the zero is found by going back. */
function digitValue(char: string): number {
  const code = char.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return value
}
