import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, addMonths, daysIn, fromDayNumber, isoDay, readIsoDay, toDayNumber, weekdayOf } from './calendar'

it('counts days as the platform does, back and forth', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700000, max: 700000 }), (number) => {
      const day = fromDayNumber(number)
      expect(toDayNumber(day)).toBe(number)
      const date = new Date(number * 86400000)
      expect([day.year, day.month, day.day]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()])
      expect(weekdayOf(day) % 7).toBe(date.getUTCDay())
    }),
    { seed: 1 },
  )
})

it('keeps to the last day of a shorter month', () => {
  expect(isoDay(addMonths({ year: 2020, month: 1, day: 31 }, 1))).toBe('2020-02-29')
  expect(isoDay(addMonths({ year: 2020, month: 3, day: 31 }, -13))).toBe('2019-02-28')
  expect(isoDay(addDays({ year: 2019, month: 12, day: 31 }, 1))).toBe('2020-01-01')
  expect(daysIn(1900, 2)).toBe(28)
})

it('reads only real days', () => {
  expect(readIsoDay('2019-03-12T11:20')).toEqual({ year: 2019, month: 3, day: 12 })
  expect(readIsoDay('2019-02-30')).toBeNull()
  expect(readIsoDay(null)).toBeNull()
})
