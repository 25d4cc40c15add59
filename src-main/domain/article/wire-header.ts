import { countryNamed } from '../extract/lexicon/countries'
import type { Range } from '../text/span'
import { agencyName, knownAgency, mostAgencyWords, soundsLikeAgency } from './agency-names'
import { dateAt, type FoundDate } from './date-formats'
import { isDatelinePlace } from './dateline-places'
import { displayCase } from './display-case'
import { agencyBeforeDash, agencyInCapitals, mayBeHouse } from './unlisted-agency'
import { readEastAsianHeader } from './wire-header-chinese'
import type { WireHeader } from './wire-header-type'

/** Labels in capitals that look like places before a colon or dash. */
const LABELS =
  /^(?:breaking|breaking news|exclusive|update|updated|update \d+|watch|video|photos?|live|analysis|opinion|editorial|comment|column|review|interview|explainer|factbox|fact check|timeline|profile|feature|special|corrected|correction|urgent|just in|news|sport|sports|business|world|politics|brexit|covid|poll|quiz|letters?|obituary|advisory|press release|note|editor'?s note|attention|warning|alert|wrapup|refile|recast|snap|poll|preview|highlights?|q&a|readers?|podcast|today|yesterday|here|summary|background|context|result|results|срочно|видео|фото|эксклюзив|молния|обновлено|عاجل|حصري|فيديو|urgente|exclusif|vidéo|direct|en direct|note|attention)$/iu

const PLACE_WORD = "(?:S[Tt]\\.|\\p{Lu}\\.(?:\\p{Lu}\\.)+|\\p{Lu}[\\p{L}\\p{M}'’-]*[\\p{L}\\p{M}])"
const PLACE = new RegExp(
  `^${PLACE_WORD}(?:[ -](?:(?:de|da|do|del|la|las|los|es|of|and|au|am|sur|на)[ -])?${PLACE_WORD}){0,3}(?:\\s?/\\s?${PLACE_WORD}(?: ${PLACE_WORD})?){0,2}`,
  'u',
)
/** "دمشق", "رام الله", "القاهرة": one to three Arabic words. */
const ARABIC_PLACE = /^[\u0621-\u064a]+(?: [\u0621-\u064a]+){0,2}?(?=\s*(?:\(|[-–—]|,|،|\d))/u
const ARABIC = /^[\u0621-\u064a]/u
const REGION = new RegExp(`^, ?(${PLACE_WORD}(?: ${PLACE_WORD}){0,2})`, 'u')
const BRACKETED = /^[\s,.–—-]*(?:\(([^()\n]{2,50})\)|\/([^/\n]{2,40})\/|\[([^[\]\n]{2,40})\])/u
const DASH = /^[\s.,]*(?:--+|[-–—]|\.-)\s*/u
/** A capital, digit, quotation mark, a letter without case, or a name of the "iPhone" and "eBay" kind. */
const STORY_START = /^(?:["'“”«„‘([\p{Lu}\p{N}\p{Lo}]|\p{Ll}\p{Lu})/u

interface Cursor {
  at: number
  header: WireHeader
}

/**
 * Reads the header of a dispatch at `at`: "PARIS, March 3 (AFP) -", "MOSCOW (Reuters) —", "ASTANA. November 9. KAZINFORM -",
 * "date 2017-11-09 CHELYABINSK. KAZINFORM", "(CNN) —", "NEW DELHI:", "МОСКВА, 9 ноября. /ТАСС/.", "（新华社北京11月9日电）".
 * Null when the words there only look like one: a place needs an agency, a date with a dash, or its own weight (capitals or a
 * city known for datelines, followed by ":" or a dash and a full sentence).
 */
export function readWireHeader(text: string, at: number): WireHeader | null {
  const lineEnd = endOfLine(text, at)
  const chinese = readEastAsianHeader(text.slice(at, Math.min(lineEnd, at + 80)), at)
  if (chinese) return chinese
  const empty: WireHeader = { place: null, placeSpan: null, agency: null, agencySpan: null, date: null, end: at }
  const cursor: Cursor = { at, header: empty }
  const labelled = readLabelledDate(text, cursor)
  const header = agencyFirst(text, cursor, lineEnd) ?? placeFirst(text, cursor, lineEnd, labelled)
  if (header) return header
  return labelled && cursor.at < lineEnd ? { ...cursor.header, end: cursor.at } : null
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function readLabelledDate(text: string, cursor: Cursor): boolean {
  const label = /^(?:date|published|дата|күні)\s*:?\s+|^(?=\d{4}-\d\d-\d\d )/iu.exec(
    text.slice(cursor.at, cursor.at + 14),
  )
  if (!label) return false
  const date = dateAt(text, cursor.at + label[0].length)
  if (!date || date.year === null) return false
  cursor.header = { ...cursor.header, date }
  cursor.at = date.end + (/^[\s.,]*/u.exec(text.slice(date.end, date.end + 4))?.[0].length ?? 0)
  return true
}

/** "(CNN) — …", "March 3 (Reuters) - …", "afrol News, 5 February - …". */
function agencyFirst(text: string, cursor: Cursor, lineEnd: number): WireHeader | null {
  const date = dateAt(text, cursor.at)
  const from = date?.end ?? cursor.at
  const bracket = BRACKETED.exec(text.slice(from, Math.min(lineEnd, from + 60)))
  if (bracket) {
    const agency = agencyIn(text, from, bracket, date ? 'dated' : 'none')
    const dash = agency ? dashAfter(text, from + bracket[0].length) : null
    if (agency && dash !== null) return { ...cursor.header, ...agency, date: date ?? cursor.header.date, end: dash }
    return null
  }
  const named = /^([^\s,.:;()/\n][^,.:;()/\n]{1,28}?)(?: \/ [^,\n]{2,30})?(, | (?=[-–—] ))/u.exec(
    text.slice(cursor.at, Math.min(lineEnd, cursor.at + 70)),
  )
  if (!named?.[1] || !soundsLikeAgency(named[1])) return null
  const after = cursor.at + named[0].length
  const later = named[2] === ', ' ? dateAt(text, after) : null
  // Without a date only a known agency is believed: "Bangkok Press - …" may as well be a name in a sentence.
  const dash = later || (named[2] === ' ' && knownAgency(named[1])) ? dashAfter(text, later?.end ?? after) : null
  if (dash === null) return null
  const agencySpan = { start: cursor.at, end: cursor.at + named[1].length }
  return { ...cursor.header, agency: agencyName(named[1]), agencySpan, date: later ?? cursor.header.date, end: dash }
}

function placeFirst(text: string, cursor: Cursor, lineEnd: number, labelled: boolean): WireHeader | null {
  const window = text.slice(cursor.at, Math.min(lineEnd, cursor.at + 60))
  const match = PLACE.exec(window)?.[0] ?? ARABIC_PLACE.exec(window)?.[0]
  if (!match) return null
  const place = match.trimEnd()
  if (LABELS.test(place)) return null
  const placeSpan = { start: cursor.at, end: cursor.at + place.length }
  let at = placeSpan.end
  let date = cursor.header.date
  const region = REGION.exec(text.slice(at, Math.min(lineEnd, at + 40)))
  if (region && !dateAt(text, at + region[0].length - (region[1]?.length ?? 0)) && !knownAgency(region[1] ?? ''))
    at += region[0].length
  const land = /^ \((\p{Lu}[\p{L} .'’-]{2,24})\)(?=, )/u.exec(text.slice(at, at + 32))
  if (land && dateAt(text, at + land[0].length + 2)) at += land[0].length
  const gap = /^(?:\s*[,.،]\s*|\s+)(?:le\s+)?/u.exec(text.slice(at, at + 8))
  const printed = gap ? dateAt(text, at + gap[0].length) : null
  if (printed) {
    date = date ?? printed
    at = printed.end
  }
  const inBrackets = printed ? null : datedBracket(text, at)
  if (inBrackets) {
    date = date ?? inBrackets.date
    at = inBrackets.end
  }
  const inCountry = region?.[1] !== undefined && countryNamed(region[1]) !== undefined
  const known = isDatelinePlace(place) || inCountry
  const capitals = !/\p{Ll}/u.test(place)
  const base = { ...cursor.header, place: displayCase(place), placeSpan, date }
  const dated = printed !== null || inBrackets !== null
  const agency = agencyAfter(text, at, lineEnd, {
    trusted: capitals || known || printed !== null,
    capitals,
    labelled,
    dated,
    arabic: ARABIC.test(place),
  })
  if (agency) return { ...base, agency: agency.agency, agencySpan: agency.agencySpan, end: agency.end }
  return withoutAgency(text, at, lineEnd, {
    base,
    known,
    capitals,
    dated,
    labelled,
  })
}

interface FoundAgency {
  agency: string
  agencySpan: Range
  end: number
}

interface PlaceWeight {
  /** In capitals, known, or with a date behind it. */
  trusted: boolean
  capitals: boolean
  /** After "date 2017-11-09". */
  labelled: boolean
  /** With a date of its own behind it. */
  dated: boolean
  /** In a script without capitals, where the bracket and the dash say enough. */
  arabic: boolean
}

/** "(AFP) -", "/ТАСС/.", ". KAZINFORM -", " - РИА Новости.", ", ARMENPRESS." after a place and perhaps a date. */
function agencyAfter(text: string, at: number, lineEnd: number, place: PlaceWeight): FoundAgency | null {
  const { trusted, capitals, labelled, dated, arabic } = place
  const bracket = BRACKETED.exec(text.slice(at, Math.min(lineEnd, at + 60)))
  if (bracket) {
    const agency = agencyIn(text, at, bracket, dated || capitals || arabic ? 'dated' : trusted ? 'trusted' : 'none')
    if (!agency) return null
    const end = at + bracket[0].length
    const dash = dashAfter(text, end) ?? afterStop(text, end)
    if (dash !== null) return { ...agency, end: dash }
    return capitals && knownAgency(agency.agency) ? { ...agency, end: skipSpace(text, end) } : null
  }
  const lead = /^\s*(?:[.,،]|[-–—])?\s*/u.exec(text.slice(at, at + 6))?.[0].length ?? 0
  if (lead === 0 || !trusted) return null
  const start = at + lead
  const words =
    /^[\p{L}.«»"'-]+(?: [\p{L}«»"'-]+){0,3}/u.exec(text.slice(start, Math.min(lineEnd, start + 40)))?.[0] ?? ''
  const name = longestKnown(words)
  if (!name) return unlisted(text, start, place)
  const end = start + name.length
  const close =
    dashAfter(text, end) ?? afterStop(text, end) ?? (labelled || !/\p{Ll}/u.test(name) ? skipSpace(text, end) : null)
  return close === null ? null : { agency: agencyName(name), agencySpan: { start, end }, end: close }
}

/** A house on no list, after a place in capitals: before a dash where a date is printed, in capitals before the story. */
function unlisted(text: string, at: number, { capitals, labelled, dated }: PlaceWeight): FoundAgency | null {
  const house = dated && capitals ? agencyBeforeDash(text, at) : null
  const end = house ? dashAfter(text, house.end) : null
  if (house && end !== null) return { agency: agencyName(text.slice(house.start, house.end)), agencySpan: house, end }
  if (!capitals) return null
  const plain = agencyInCapitals(text, at)
  const name = plain ? text.slice(plain.start, plain.end) : ''
  // Without a date only two houses joined by a stroke are believed: "PARIS. NATO" may be a sentence.
  if (!plain || !(labelled || name.includes('/'))) return null
  return { agency: agencyName(name), agencySpan: plain, end: skipSpace(text, plain.end) }
}

/** The longest beginning of `words` that is a known agency, cut at word boundaries. */
function longestKnown(words: string): string | null {
  const parts = words.split(' ')
  for (let n = Math.min(parts.length, mostAgencyWords(parts[0] ?? '')); n > 0; n--) {
    const name = parts
      .slice(0, n)
      .join(' ')
      .replace(/[.-]+$/u, '')
    if (knownAgency(name)) return name
  }
  return null
}

/** What stands before a bracket: nothing, a place worth belief, or a place in capitals or a date, after which any house is one. */
type BracketWeight = 'none' | 'trusted' | 'dated'

function agencyIn(
  text: string,
  at: number,
  bracket: RegExpExecArray,
  weight: BracketWeight,
): Omit<FoundAgency, 'end'> | null {
  const inside = (bracket[1] ?? bracket[2] ?? bracket[3] ?? '').trim()
  const acronym = /^\p{Lu}[\p{Lu}.&/-]{1,9}$/u.test(inside)
  const joint = /^\p{Lu}[\p{L} ]+\/\p{Lu}[\p{L} ]+$/u.test(inside)
  const plausible =
    soundsLikeAgency(inside) || (weight !== 'none' && (acronym || joint)) || (weight === 'dated' && mayBeHouse(inside))
  if (!plausible) return null
  const start = text.indexOf(inside, at)
  return { agency: agencyName(inside), agencySpan: { start, end: start + inside.length } }
}

interface Evidence {
  base: Omit<WireHeader, 'end'>
  known: boolean
  capitals: boolean
  dated: boolean
  labelled: boolean
}

function withoutAgency(text: string, at: number, lineEnd: number, evidence: Evidence): WireHeader | null {
  const { base, known, capitals, dated, labelled } = evidence
  const header = { ...base, agency: null, agencySpan: null }
  const dash = dashAfter(text, at)
  if (dash !== null && dated) return { ...header, end: dash }
  const colon = /^\s?[:：]\s+/u.exec(text.slice(at, at + 4))
  const end = dash ?? (colon && STORY_START.test(text.slice(at + colon[0].length)) ? at + colon[0].length : null)
  if (end === null) return labelled && capitals ? { ...header, end: afterStop(text, at) ?? skipSpace(text, at) } : null
  // "ASIAN - and proud" never comes here: a dash or colon counts only before a capital, digit or quotation mark.
  const acronym =
    /^\p{Lu}{1,4}$|^[^AEIOUY]+$/u.test(base.place?.toUpperCase() ?? '') && !/[^\x00-\x7f]/.test(base.place ?? '')
  return (known || (capitals && !acronym)) && isSentence(text.slice(end, lineEnd)) ? { ...header, end } : null
}

/** "New York (November 25, 2021): …". */
function datedBracket(text: string, at: number): { date: FoundDate; end: number } | null {
  const open = /^\s?\(/u.exec(text.slice(at, at + 2))
  const date = open ? dateAt(text, at + open[0].length) : null
  return date && text.charAt(date.end) === ')' ? { date, end: date.end + 1 } : null
}

/** A full sentence rather than the second half of a headline: long, in small letters, with a stop. */
function isSentence(line: string): boolean {
  return line.length >= 60 && /\p{Ll}|\p{Lo}/u.test(line) && /[.!?…”"»。؟]/u.test(line)
}

function dashAfter(text: string, at: number): number | null {
  const dash = DASH.exec(text.slice(at, at + 8))
  if (!dash) return null
  const end = at + dash[0].length
  return STORY_START.test(text.slice(end, end + 2)) ? end : null
}

function afterStop(text: string, at: number): number | null {
  const stop = /^\s*[.:]\s+/u.exec(text.slice(at, at + 5))
  return stop ? at + stop[0].length : null
}

function skipSpace(text: string, at: number): number {
  return at + (/^[^\S\n]*/u.exec(text.slice(at, at + 10))?.[0].length ?? 0)
}
