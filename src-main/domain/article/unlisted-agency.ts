import { countryNamed } from '../extract/lexicon/countries'
import type { Range } from '../text/span'

/**
 * Houses no list knows, told by where they stand: local agencies and papers sign their dispatches in the same places as the great
 * ones. Each rule asks for two more signs (a date, capitals, a bracket with a dash), because a wrong agency is a false claim about
 * where a story comes from.
 */

/** A word in capitals of two letters or more, "&", or two joined by a stroke: "AKZHOLINFORM", "LPS/MP", "HARBOUR & GRAIN". */
const CAPITALS =
  /^(?:\p{Lu}[\p{Lu}\p{N}'’.-]*\p{Lu}(?:\/\p{Lu}[\p{Lu}-]*\p{Lu})?)(?:(?: & | )\p{Lu}[\p{Lu}'’-]*\p{Lu})*/u
/** Bodies that open sentences in capitals right after a header, so that they are no part of the agency's name. */
const OPENS_SENTENCES =
  /^(?:EU|UN|US|U\.S|UK|U\.K|NATO|UNESCO|UNICEF|OPEC|IMF|WHO|WTO|OSCE|IAEA|FIFA|UEFA|FBI|CIA|GDP|ЕС|ООН|США|НАТО|ОБСЕ|МВФ|ВОЗ|ЕАЭС|СНГ|ЦБ|МЧС|МВД|МИД|ФСБ)$/u

/**
 * The house in capitals at `at` of a header that gave date and place ("date 2018-10-17 SARYKALA. AKZHOLINFORM Akzhol and …"): the story
 * must begin after it with a word that is not in capitals. Null where it does not.
 */
export function agencyInCapitals(text: string, at: number): Range | null {
  const run = CAPITALS.exec(text.slice(at, at + 48))?.[0]
  if (!run) return null
  const words = run.split(' ')
  while (words.length > 1 && OPENS_SENTENCES.test(words.at(-1) ?? '')) words.pop()
  const name = words.join(' ')
  if (OPENS_SENTENCES.test(name)) return null
  const rest = text.slice(at + name.length, at + name.length + 12)
  const opens = words.length < run.split(' ').length || /^ (?:["“«„]?\p{Lu}[\p{Ll}'’]|["“«„]?\p{Lu} |\p{N})/u.test(rest)
  return opens ? { start: at, end: at + name.length } : null
}

/** The house between a dated place and a dash ("KESTRIN. April 6. TARVINFORM - ", "УСТЬ-КАРСК. 14 января. Север-Пресс — "). */
export function agencyBeforeDash(text: string, at: number): Range | null {
  const name = /^\p{Lu}[\p{L}\p{N}'’./&-]*(?: (?:& )?\p{Lu}[\p{L}\p{N}'’./&-]*){0,3}(?=\s*(?:--|[-–—])\s)/u.exec(
    text.slice(at, at + 48),
  )?.[0]
  return name ? { start: at, end: at + name.length } : null
}

const HOUSE =
  /^(?:(?:The|La|Le|Les|El|Al|L['’]) ?)?\p{Lu}[\p{L}\p{N}'’.&-]*(?:(?:\/| & | (?:(?:de|du|of|and|et|y) )?)\p{Lu}[\p{L}\p{N}'’.&-]*){0,3}$/u
const ARABIC_HOUSE = /^[\u0621-\u064a]+(?: [\u0621-\u064a]+){0,2}$/u

/** Whether what stands in brackets between a place or a date and a dash may be a house: one to four names, and no country. */
export function mayBeHouse(inside: string): boolean {
  if (ARABIC_HOUSE.test(inside)) return countryNamed(inside) === undefined
  return HOUSE.test(inside) && countryNamed(inside) === undefined && !/\d/u.test(inside)
}
