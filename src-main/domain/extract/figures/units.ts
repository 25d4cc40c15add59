/** Units of measure and time as the news prints them → the singular used in claims ("hrs" → "hour", "ft" → "foot"). */
const TABLE = `
second: seconds sec secs
minute: minutes min mins
hour: hours hr hrs
day: days
night: nights
week: weeks wk wks fortnights
weekend: weekends
month: months mo mos
quarter: quarters
year: years yr yrs
decade: decades
century: centuries
generation: generations
semester: semesters
millisecond: milliseconds ms
km: kms
kilometer: kilometers
kilometre: kilometres
meter: meters
metre: metres m
centimeter: centimeters
centimetre: centimetres
cm: cms
mm: millimeter millimeters millimetre millimetres
mile: miles mi
yard: yards yd yds
foot: feet ft
inch: inches
light-year: light-years lightyear lightyears
acre: acres
hectare: hectares ha
sqm: sqms
kg: kgs
kilogram: kilograms kilo kilos
gram: grams gramme grammes g
mg: milligram milligrams
ton: tons
tonne: tonnes t
pound: lb lbs
ounce: ounces oz
stone:
liter: liters
litre: litres l
ml: milliliter milliliters millilitre millilitres
gallon: gallons
barrel: barrels bbl
bushel: bushels
degree: degrees
celsius: c
watt: watts
kilowatt: kilowatts kw
megawatt: megawatts mw
gigawatt: gigawatts gw
kwh: kilowatt-hours kilowatt-hour
mwh: megawatt-hours megawatt-hour
gwh: gigawatt-hours gigawatt-hour
volt: volts
hertz: hz
mhz: megahertz
ghz: gigahertz
byte: bytes
kb: kilobyte kilobytes
mb: megabyte megabytes
gb: gigabyte gigabytes
tb: terabyte terabytes
mph:
kph:
km/h: kmh
knot: knots
karat: karats carat carats
calorie: calories
decibel: decibels
storey: storeys story stories
point: points pts
times:
`

const units = new Map<string, string>()
for (const line of TABLE.trim().split('\n')) {
  const [unit = '', rest = ''] = line.split(':')
  units.set(unit, unit)
  for (const form of rest.trim().split(' ')) if (form) units.set(form, unit)
}

/** Single letters and words with another meaning count as units only right behind digits. */
const ONLY_AFTER_DIGITS = new Set([
  'm',
  't',
  'l',
  'g',
  'c',
  'mi',
  'min',
  'mins',
  'sec',
  'ha',
  'ms',
  'mo',
  'mw',
  'kw',
  'gw',
  'mb',
  'gb',
  'kb',
  'tb',
  'ml',
  'oz',
  'lb',
  'yd',
  'mos',
  'hz',
  'wk',
  'pts',
])
const ONLY_GLUED = new Set(['story', 'stone', 'storey', 'generation', 'quarter', 'second'])
const DURATIONS = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'night',
  'week',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
  'semester',
  'generation',
])
/** Words before a unit that belong to it, and the unit's name with them. */
const PREFIXES: Record<string, string> = {
  square: 'square ',
  sq: 'square ',
  'sq.': 'square ',
  cubic: 'cubic ',
  nautical: 'nautical ',
  light: 'light-',
}
/** Words that may stand before a unit and change nothing. */
const SKIPPED = new Set([
  'earth',
  'calendar',
  'working',
  'business',
  'consecutive',
  'straight',
  'full',
  'long',
  'whole',
  'more',
  'additional',
  'extra',
  'further',
  'other',
  'metric',
  'short',
  'solid',
  'entire',
  'percentage',
  'basis',
  'crucial',
  'successive',
])

export interface UnitRead {
  unit: string
  /** Index of the first word after the unit. */
  end: number
}

/** The unit that begins at `words[at]`: "km", "square miles", "Earth days", "light-years"; null where there is none. */
export function readUnit(words: readonly string[], at: number, afterDigits: boolean, glued: boolean): UnitRead | null {
  let i = at
  let prefix = ''
  for (let skipped = 0; skipped < 3; skipped++) {
    const word = words[i] ?? ''
    const before = PREFIXES[word]
    if (before !== undefined) prefix = before
    else if (SKIPPED.has(word) && !units.has(word)) {
      if (word === 'percentage' && /^points?$/.test(words[i + 1] ?? '')) return { unit: 'percentage point', end: i + 2 }
      if (word === 'basis' && /^points?$/.test(words[i + 1] ?? '')) return { unit: 'basis point', end: i + 2 }
    } else break
    i++
  }
  const word = (words[i] ?? '').replace(/\.$/, '')
  const squared = /^(km|m|cm|mi)(?:2|²)$/.exec(word)
  if (squared) return { unit: `square ${units.get(squared[1] ?? '') ?? squared[1] ?? ''}`, end: i + 1 }
  const unit = units.get(word) ?? (word === 'in' && glued ? 'inch' : undefined)
  if (!unit || (ONLY_AFTER_DIGITS.has(word) && !afterDigits)) return null
  if (ONLY_GLUED.has(word) && !glued) return null
  if (prefix === 'light-' && unit !== 'year') return null
  if (words[i + 1] === '/' && (unit === 'km' || unit === 'metre') && /^(h|hr|s|hour)$/.test(words[i + 2] ?? ''))
    return { unit: `${unit === 'km' ? 'km' : 'm'}/${words[i + 2] === 's' ? 's' : 'h'}`, end: i + 3 }
  if (/^(?:miles|kilometers|kilometres|km|kms)$/.test(word) && words[i + 1] === 'per' && words[i + 2] === 'hour')
    return { unit: word === 'miles' ? 'mph' : 'km/h', end: i + 3 }
  if (/^(?:miles|kilometers|kilometres|km|kms)$/.test(word) && words[i + 1] === 'an' && words[i + 2] === 'hour')
    return { unit: word === 'miles' ? 'mph' : 'km/h', end: i + 3 }
  return { unit: prefix + unit, end: i + 1 }
}

/** Whether the unit measures time. */
export function isDuration(unit: string | null): boolean {
  return unit !== null && DURATIONS.has(unit)
}
