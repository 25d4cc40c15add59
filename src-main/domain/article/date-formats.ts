/** A calendar date as printed; `year` is null where the source leaves it out ("March 3"). */
export interface PrintedDate {
  year: number | null
  month: number
  day: number
  /** "11:20" where a time of day is printed. */
  time: string | null
}

/** A printed date together with where it ends in the string it was read from. */
export interface FoundDate extends PrintedDate {
  start: number
  end: number
}

/**
 * Month names by their first letters, lower case, in the languages whose wire headers are read: English, French,
 * Spanish, German, Russian (genitive), Kazakh, Arabic (both sets of names in use).
 */
const MONTH_STEMS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'янв', 'қаңтар', 'يناير', 'كانون الثاني'],
  ['feb', 'fév', 'fev', 'фев', 'ақпан', 'فبراير', 'شباط'],
  ['mar', 'mär', 'мар', 'наурыз', 'مارس', 'آذار'],
  ['apr', 'avr', 'abr', 'апр', 'сәуір', 'أبريل', 'ابريل', 'إبريل', 'نيسان'],
  ['may', 'mai', 'мая', 'май', 'мамыр', 'مايو', 'أيار'],
  ['jun', 'juin', 'июн', 'маусым', 'يونيو', 'حزيران'],
  ['jul', 'juil', 'июл', 'шілде', 'يوليو', 'تموز'],
  ['aug', 'aoû', 'aou', 'ago', 'авг', 'тамыз', 'أغسطس', 'آب'],
  ['sep', 'сен', 'қыркүйек', 'سبتمبر', 'أيلول'],
  ['oct', 'okt', 'окт', 'қазан', 'أكتوبر', 'اكتوبر', 'تشرين الأول'],
  ['nov', 'ноя', 'қараша', 'نوفمبر', 'تشرين الثاني'],
  ['dec', 'déc', 'dic', 'dez', 'дек', 'желтоқсан', 'ديسمبر', 'كانون الأول'],
]

/** Full names and usual abbreviations only, so that "Marseille 3" is no March and "Mayfair" no May. */
const MONTH_WORD =
  /^(?:jan(?:uary|vier|uar|\.)?|ene(?:ro|\.)?|f[ée]v(?:rier|\.)?|feb(?:ruary|rero|ruar|\.)?|mar(?:ch|s|zo|\.)?|märz|apr(?:il|\.)?|avr(?:il|\.)?|abr(?:il|\.)?|may(?:o)?|mai|june?\.?|juin|juni[o]?|july?\.?|juil(?:let|\.)?|juli[o]?|aug(?:ust|\.)?|ao[ûu]t|ago(?:sto|\.)?|sept?(?:ember|embre|iembre|\.)?|oct(?:ober|obre|ubre|\.)?|okt(?:ober|\.)?|nov(?:ember|embre|iembre|\.)?|d[ée]c(?:ember|embre|\.)?|dic(?:iembre|\.)?|dez(?:ember|\.)?|янв(?:аря|\.)?|фев(?:раля|р|\.)?|мар(?:та|\.)?|апр(?:еля|\.)?|мая|май|июн[яь]?\.?|июл[яь]?\.?|авг(?:уста|\.)?|сен(?:тября|т|\.)?|окт(?:ября|\.)?|ноя(?:бря|б|\.)?|дек(?:абря|\.)?|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)(?![\p{L}])/iu

const ARABIC_MONTHS = MONTH_STEMS.flat().filter((name) => /^[\u0600-\u06ff]/u.test(name))
const ARABIC_MONTH_WORD = new RegExp(`^(?:${ARABIC_MONTHS.join('|')})(?![\\p{L}])`, 'u')

function monthOf(word: string): number {
  const lower = word.toLowerCase()
  // The longer stem decides ("juin" and "juil" before "jui…", "كانون الأول" before "كانون"), each is unique as a prefix.
  return MONTH_STEMS.findIndex((stems) => stems.some((stem) => lower.startsWith(stem))) + 1
}

/** Whether the three numbers name a day that exists (Gregorian calendar, years 1500–2199). */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < 1500 || year > 2199 || month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return day <= days
}

const two = (n: number): string => String(n).padStart(2, '0')

/** "2019-03-12" or "2019-03-12T11:20"; null where the year is missing or the day does not exist. */
export function isoOf(date: PrintedDate): string | null {
  if (date.year === null || !isCalendarDate(date.year, date.month, date.day)) return null
  const day = `${date.year}-${two(date.month)}-${two(date.day)}`
  return date.time ? `${day}T${date.time}` : day
}

const TIME = /^(?:[T\s,]|at)*\s*(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]\.?m\.?)?/iu

function timeAfter(text: string, at: number): { time: string; end: number } | null {
  const match = TIME.exec(text.slice(at, at + 24))
  if (!match) return null
  let hour = Number(match[1])
  const half = match[3]?.toLowerCase()
  if (half?.startsWith('p') && hour < 12) hour += 12
  if (half?.startsWith('a') && hour === 12) hour = 0
  if (hour > 23 || Number(match[2]) > 59) return null
  return { time: `${two(hour)}:${match[2]}`, end: at + match[0].length }
}

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/
const DAY_FIRST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/
const CHINESE = /^(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日/
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\s+(?:the\s+)?/iu
const DAY = /^(\d{1,2})(?:st|nd|rd|th|er|-?го)?(?!\d)\.?\s+(?:of\s+|de\s+)?/iu
const YEAR = /^(?:,|\s|de|г\.)*\s*((?:1[5-9]|2[01])\d{2})(?!\d)(?:\s*(?:г\.|года|ж\.))?/u

function monthAt(text: string): { month: number; length: number } | null {
  const match = MONTH_WORD.exec(text) ?? ARABIC_MONTH_WORD.exec(text)
  if (!match) return null
  const month = monthOf(match[0])
  if (!month) return null
  // "آذار/مارس": both names of one month, as the agencies of the Levant print them.
  const second = /^\s*\/\s*/.exec(text.slice(match[0].length))
  const rest = second ? ARABIC_MONTH_WORD.exec(text.slice(match[0].length + second[0].length)) : null
  return { month, length: match[0].length + (second && rest ? second[0].length + rest[0].length : 0) }
}

function found(
  year: number | null,
  month: number,
  day: number,
  text: string,
  at: number,
  end: number,
): FoundDate | null {
  if (!isCalendarDate(year ?? 2000, month, day)) return null
  const time = timeAfter(text, end)
  return { year, month, day, time: time?.time ?? null, start: at, end: time?.end ?? end }
}

/** Day and month the way round that can be true; where both can, day first, as most of the world prints it. */
function dayMonth(first: number, second: number): { day: number; month: number } {
  return second > 12 && first <= 12 ? { day: second, month: first } : { day: first, month: second }
}

/**
 * The date printed at `at`, or null: ISO, 12/03/2019, "March 3", "Mar. 3, 2019 11:20", "3 mars", "le 3 mars 2019",
 * "9 ноября 2017", "3 آذار/مارس", "2017年11月9日", with a weekday before it.
 */
export function dateAt(text: string, at: number): FoundDate | null {
  const window = text.slice(at, at + 60)
  const iso = ISO.exec(window)
  if (iso) return found(Number(iso[1]), Number(iso[2]), Number(iso[3]), text, at, at + iso[0].length)
  const numeric = DAY_FIRST.exec(window)
  if (numeric) {
    const { day, month } = dayMonth(Number(numeric[1]), Number(numeric[2]))
    return found(Number(numeric[3]), month, day, text, at, at + numeric[0].length)
  }
  const chinese = CHINESE.exec(window)
  if (chinese) {
    const year = chinese[1] ? Number(chinese[1]) : null
    return found(year, Number(chinese[2]), Number(chinese[3]), text, at, at + chinese[0].length)
  }
  return wordedDateAt(text, at, window)
}

function wordedDateAt(text: string, at: number, window: string): FoundDate | null {
  let skip = (WEEKDAY.exec(window)?.[0].length ?? 0) + 0
  skip += /^le\s+/iu.exec(window.slice(skip))?.[0].length ?? 0
  const rest = window.slice(skip)
  const dayBefore = DAY.exec(rest)
  let month: { month: number; length: number } | null
  let day: number
  let end: number
  if (dayBefore) {
    month = monthAt(rest.slice(dayBefore[0].length))
    if (!month) return null
    day = Number(dayBefore[1])
    end = skip + dayBefore[0].length + month.length
  } else {
    month = monthAt(rest)
    if (!month) return null
    const after = /^\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)/u.exec(rest.slice(month.length))
    if (!after) return null
    day = Number(after[1])
    end = skip + month.length + after[0].length
  }
  const year = YEAR.exec(window.slice(end))
  return found(year ? Number(year[1]) : null, month.month, day, text, at, at + end + (year?.[0].length ?? 0))
}

/** A date value of front matter, `<meta>` or JSON-LD as ISO, or null when it holds no full date. */
export function isoFromValue(value: string): string | null {
  const trimmed = value.trim()
  const date = dateAt(trimmed, 0)
  return date ? isoOf(date) : null
}

const PATH_ISO = /(?<!\d)((?:1[5-9]|2[01])\d{2})([-_./])(\d{1,2})\2(\d{1,2})(?!\d)/
const PATH_DAY_FIRST = /(?<!\d)(\d{1,2})([-_.])(\d{1,2})\2((?:1[5-9]|2[01])\d{2})(?!\d)/
const PATH_COMPACT = /(?:(?<![0-9A-Za-z])|(?<=[A-Za-z]{3}))((?:19|20)\d{2})(\d{2})(\d{2})(?![0-9A-Za-z])/

/** The date in a relative path: "2019-03-12", "20190312", "12-03-2019", "2019/03/12/…". The last part that has one wins. */
export function dateInPath(path: string): string | null {
  const parts = path.replace(/\\/g, '/')
  const name = parts.slice(parts.lastIndexOf('/') + 1)
  for (const piece of [name, parts]) {
    const iso = PATH_ISO.exec(piece) ?? null
    if (iso && isCalendarDate(Number(iso[1]), Number(iso[3]), Number(iso[4])))
      return `${iso[1]}-${two(Number(iso[3]))}-${two(Number(iso[4]))}`
    const compact = PATH_COMPACT.exec(piece)
    if (compact && isCalendarDate(Number(compact[1]), Number(compact[2]), Number(compact[3])))
      return `${compact[1]}-${compact[2]}-${compact[3]}`
    const dayFirst = PATH_DAY_FIRST.exec(piece)
    if (dayFirst) {
      const { day, month } = dayMonth(Number(dayFirst[1]), Number(dayFirst[3]))
      if (isCalendarDate(Number(dayFirst[4]), month, day)) return `${dayFirst[4]}-${two(month)}-${two(day)}`
    }
  }
  return null
}
