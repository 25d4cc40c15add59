const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

interface DateParts {
  year: string
  month: number
  day: number
  time: string
}

/** Reads the parts as printed: a wire's local time is never moved into the reader's time zone. */
function partsOf(iso: string): DateParts | null {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:T(\d{2}:\d{2}))?/u.exec(iso)
  if (!match) return null
  return { year: match[1] ?? '', month: Number(match[2]), day: Number(match[3] ?? 0), time: match[4] ?? '' }
}

/** "12 Mar 2019 11:20" for lists; the time only where one is printed. */
export function shortDate(iso: string | null): string {
  const parts = iso ? partsOf(iso) : null
  if (!parts) return 'undated'
  const month = MONTHS[parts.month - 1]?.slice(0, 3) ?? ''
  return [parts.day || '', month, parts.year, parts.time].filter(Boolean).join(' ')
}

/** "12 March 2019, 11:20" over an article. */
export function longDate(iso: string | null): string {
  const parts = iso ? partsOf(iso) : null
  if (!parts) return 'Undated'
  const date = [parts.day || '', MONTHS[parts.month - 1], parts.year].filter(Boolean).join(' ')
  return parts.time ? `${date}, ${parts.time}` : date
}

/** "12 Mar" or, where the years differ, "12 Mar 2019". */
export function dayLabel(iso: string, withYear: boolean): string {
  const parts = partsOf(iso)
  if (!parts) return iso
  const day = `${parts.day} ${MONTHS[parts.month - 1]?.slice(0, 3) ?? ''}`
  return withYear ? `${day} ${parts.year}` : day
}

const pad = (value: number) => String(value).padStart(2, '0')

/** The clock time of an instant, in the reader's own time zone: "12:04:31". */
export function clockTime(instant: string): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  return `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`
}

/** When something of the analyst's own happened: "today, 09:12", "yesterday, 09:12" or "12 March 2019". */
export function whenLabel(instant: string, now: Date): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  const midnight = (day: Date) => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000)
  const time = `${pad(date.getHours())}:${pad(date.getMinutes())}`
  if (days === 0) return `today, ${time}`
  if (days === 1) return `yesterday, ${time}`
  return `${date.getDate()} ${MONTHS[date.getMonth()] ?? ''} ${date.getFullYear()}`
}
