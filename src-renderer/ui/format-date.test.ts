import { describe, expect, it } from 'vitest'
import { dayLabel, longDate, shortDate, whenLabel } from './format-date'

describe('dates of articles', () => {
  it('are shown as printed, in no other time zone', () => {
    expect(shortDate('2019-03-12T23:50:00-11:00')).toBe('12 Mar 2019 23:50')
    expect(longDate('2019-03-12')).toBe('12 March 2019')
    expect(shortDate('2019-03')).toBe('Mar 2019')
    expect(dayLabel('2019-03-01', false)).toBe('1 Mar')
  })
  it('say when there is none', () => {
    expect(shortDate(null)).toBe('undated')
    expect(longDate('soon')).toBe('Undated')
  })
})

describe('whenLabel', () => {
  const now = new Date(2026, 10, 25, 10, 0)
  it('counts calendar days, not hours', () => {
    expect(whenLabel(new Date(2026, 10, 25, 0, 5).toISOString(), now)).toBe('today, 00:05')
    expect(whenLabel(new Date(2026, 10, 24, 23, 55).toISOString(), now)).toBe('yesterday, 23:55')
    expect(whenLabel(new Date(2026, 9, 2, 8, 0).toISOString(), now)).toBe('2 October 2026')
  })
})
