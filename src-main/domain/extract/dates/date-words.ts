const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const WEEKDAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

const months = new Map<string, number>([
  ['sept', 9],
  ['sept.', 9],
])
MONTH_NAMES.forEach((name, i) => {
  months.set(name, i + 1)
  if (name.length > 4) for (const stop of ['', '.']) months.set(name.slice(0, 3) + stop, i + 1)
})
for (const short of ['jun', 'jul', 'jun.', 'jul.']) months.set(short, short.startsWith('jun') ? 6 : 7)

const weekdays = new Map<string, number>()
WEEKDAY_NAMES.forEach((name, i) => {
  weekdays.set(name, i + 1)
  for (const stop of ['', '.']) weekdays.set(name.slice(0, 3) + stop, i + 1)
})
for (const [short, day] of [
  ['tues', 2],
  ['tues.', 2],
  ['thur', 4],
  ['thur.', 4],
  ['thurs', 4],
  ['thurs.', 4],
] as const)
  weekdays.set(short, day)

/** Month of the year, 1 … 12, of a lower-case name or abbreviation; 0 where it is none. */
export const monthOf = (word: string): number => months.get(word) ?? 0

/** Day of the week, Monday 1 … Sunday 7, of a lower-case name or abbreviation; 0 where it is none. Plurals ("Sundays") are none. */
export const weekdayOfWord = (word: string): number => weekdays.get(word) ?? 0

/** Abbreviations that are also words ("Sun", "Mar", "Sat"): taken for dates only beside a number. */
export const isShortName = (word: string): boolean =>
  word.replace('.', '').length <= 4 && word !== 'may' && word !== 'june' && word !== 'july'

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
  'twenty-second',
  'twenty-third',
  'twenty-fourth',
  'twenty-fifth',
  'twenty-sixth',
  'twenty-seventh',
  'twenty-eighth',
  'twenty-ninth',
  'thirtieth',
  'thirty-first',
]

const ordinals = new Map<string, number>()
ORDINALS.forEach((word, i) => {
  ordinals.set(word, i + 1)
  for (const ending of ['st', 'nd', 'rd', 'th']) ordinals.set(`${i + 1}${ending}`, i + 1)
})

/** The number of an ordinal in digits or words up to the 31st ("9th", "ninth"); 0 where it is none. */
export const ordinalOf = (word: string): number => ordinals.get(word) ?? 0

/** Seasons by their months in the northern half of the world: first month, and how many years later the last one lies. */
export const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['spring', [3, 5]],
  ['summer', [6, 8]],
  ['autumn', [9, 11]],
  ['fall', [9, 11]],
  ['winter', [12, 2]],
])

export type TimeUnit =
  | 'day'
  | 'week'
  | 'weekend'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
  | 'hour'
  | 'minute'
  | 'night'

const UNITS: readonly TimeUnit[] = [
  'day',
  'week',
  'weekend',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
  'hour',
  'minute',
  'night',
]

/** The unit of time a lower-case word names, singular or plural; null where it is none. */
export function timeUnitOf(word: string): TimeUnit | null {
  if (word === 'centuries') return 'century'
  return UNITS.find((unit) => word === unit || word === `${unit}s`) ?? null
}
