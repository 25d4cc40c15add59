/** A member on the time axis. */
export interface AxisPoint {
  index: number
  /** Share of the axis from its left end, 0 to 1. */
  at: number
  /** Line of its label above the axis, from 0. */
  lane: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOON = 12 * HOUR

/** Local wire time as milliseconds, without any time zone; noon where only the day is known. */
function instantOf(date: string): number {
  const match = /^(\d{4})-(\d\d)(?:-(\d\d))?(?:T(\d\d):(\d\d))?/u.exec(date)
  if (!match) return NaN
  const [year, month, day, hour, minute] = match.slice(1).map((part) => (part === undefined ? NaN : Number(part)))
  return Date.UTC(year ?? NaN, (month ?? NaN) - 1, day || 1, Number.isNaN(hour) ? 12 : hour, minute || 0)
}

/**
 * Members on one axis from the first to the last telling; `labelShare` is how much of the axis a label takes, so that labels that
 * would touch stand in different lanes. Those without a date are left out.
 */
export function axisPoints(dates: readonly (string | null)[], labelShare: number): AxisPoint[] {
  const known = dates
    .map((date, index) => ({ index, time: date === null ? NaN : instantOf(date) }))
    .filter(({ time }) => !Number.isNaN(time))
    .sort((a, b) => a.time - b.time)
  const [first, last] = [known[0]?.time ?? 0, known.at(-1)?.time ?? 0]
  const ends: number[] = []
  return known.map(({ index, time }) => {
    const at = last > first ? 0.06 + 0.88 * ((time - first) / (last - first)) : 0.5
    const free = ends.findIndex((end) => end <= at - labelShare / 2)
    const lane = free < 0 ? ends.length : free
    ends[lane] = at + labelShare / 2
    return { index, at, lane }
  })
}

/** Ticks between the first and the last telling with their labels: hours within two days, days beyond. */
export function axisTicks(dates: readonly (string | null)[]): { at: number; label: string }[] {
  const times = dates.flatMap((date) => (date === null ? [] : [instantOf(date)])).filter((time) => !Number.isNaN(time))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  if (times.length === 0 || last <= first) return []
  const span = last - first
  // Where only days are known, hours would claim what nobody printed.
  const timed = dates.some((date) => date?.includes('T'))
  const steps = [HOUR, 2 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 30 * DAY, 365 * DAY].filter(
    (one) => timed || one >= DAY,
  )
  const step = steps.find((one) => span / one <= 8) ?? 365 * DAY
  const shift = timed ? 0 : NOON
  const ticks: { at: number; label: string }[] = []
  for (let time = Math.ceil((first - shift) / step) * step + shift; time <= last; time += step) {
    const iso = new Date(time).toISOString()
    const day = `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1] ?? ''}`
    const label = step < DAY && !iso.includes('T00:00') ? iso.slice(11, 16) : day
    ticks.push({ at: 0.06 + (0.88 * (time - first)) / span, label })
  }
  return ticks
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
