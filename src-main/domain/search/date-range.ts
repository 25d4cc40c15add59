const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/
const DAYS = { day: 1, week: 7, month: 30, year: 365 } as const

export interface DateRange {
  from: string | null
  to: string | null
}

/** "2017-11..2018-02", "2017..", "..2018-02-28", "2017-11" as two inclusive ends; null for anything else. */
export function readDateRange(text: string): DateRange | null {
  const dots = text.indexOf('..')
  if (dots < 0) return /^\d{4}-/.test(text) && DATE.test(text) ? { from: text, to: text } : null
  const from = text.slice(0, dots)
  const to = text.slice(dots + 2).replace(/^\./, '')
  if ((from !== '' && !DATE.test(from)) || (to !== '' && !DATE.test(to)) || (from === '' && to === '')) return null
  return { from: from || null, to: to || null }
}

/** What may follow `date:`: a range, one date however short, or ">2017", ">=2017-11", "<2018", "<=2018-02-09". */
export function readDateField(text: string): DateRange | null {
  const range = readDateRange(text) ?? readDateRange(`${text}..${text}`)
  if (range) return range
  const bound = /^([<>])(=?)(.+)$/.exec(text)
  const [, side, inclusive, date = ''] = bound ?? []
  if (!DATE.test(date)) return null
  if (side === '>') return { from: inclusive ? date : nextDate(date), to: null }
  return { from: null, to: inclusive ? date : previousDate(date) }
}

/** "last 30 days", "last-2-weeks", "last 6 months" as days; null for anything else. A month counts 30 days, a year 365. */
export function readRecent(text: string): number | null {
  const match = /^last[\s-]+(\d{1,5})[\s-]+(day|week|month|year)s?$/i.exec(text.trim())
  const unit = match?.[2]?.toLowerCase() as keyof typeof DAYS | undefined
  const days = unit ? Number(match?.[1]) * DAYS[unit] : 0
  return days > 0 && days < 200_000 ? days : null
}

/** The first day, month or year after the one given. */
function nextDate(date: string): string {
  return moved(date, 1)
}

function previousDate(date: string): string {
  return moved(date, -1)
}

function moved(date: string, by: number): string {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (month === undefined) return String(year + by).padStart(4, '0')
  const then = new Date(
    Date.UTC(year, month - 1 + (day === undefined ? by : 0), (day ?? 1) + (day === undefined ? 0 : by)),
  )
  return then.toISOString().slice(0, day === undefined ? 7 : 10)
}
