import { COUNTRY_DATA } from './country-data'

export interface Country {
  /** ISO 3166-1 alpha-2; "EU" for the Union, "XK" Kosovo, "YU" and "CS" for states that are no more. */
  code: string
  /** The usual English name. */
  name: string
  /** All names, the usual one first. */
  names: string[]
  /** Adjectives and names of its people in the singular ("Kazakh", "Kazakhstani"). */
  demonyms: string[]
  /** Cities that stand for its government in the news. */
  capitals: string[]
}

const split = (field = '') => field.split(';').filter(Boolean)

/** Every country and territory of the hand list, in its order. */
export const COUNTRIES: readonly Country[] = COUNTRY_DATA.trim()
  .split('\n')
  .map((line) => {
    const [code = '', names, demonyms, capitals] = line.split('|')
    return {
      code,
      name: split(names)[0] ?? '',
      names: split(names),
      demonyms: split(demonyms),
      capitals: split(capitals),
    }
  })

function index(words: (country: Country) => string[]): ReadonlyMap<string, Country> {
  const map = new Map<string, Country>()
  for (const country of COUNTRIES)
    for (const word of words(country)) if (!map.has(word.toLowerCase())) map.set(word.toLowerCase(), country)
  return map
}

/** Plural and unchanged forms of a demonym: "Kazakh" → "Kazakh", "Kazakhs"; "Chinese" stays. */
export function demonymForms(demonym: string): string[] {
  if (/(?:ese|ss|sh|ch|wiss|man|men|an woman|hai|woman)$/u.test(demonym) && !/(?:German|Roman|Oman)$/u.test(demonym))
    return [demonym]
  return [demonym, demonym.endsWith('y') ? `${demonym.slice(0, -1)}ies` : `${demonym}s`]
}

const byName = index((country) => country.names)
const byDemonym = index((country) => country.demonyms.flatMap(demonymForms))
const byCapital = index((country) => country.capitals)

/** The country called `name` ("Holland", "the U.S." without "the"), in any case. */
export function countryNamed(name: string): Country | undefined {
  return byName.get(name.toLowerCase())
}

/** The country of a demonym, singular or plural ("Kazakh", "Filipinos"); the first of the list where two share it. */
export function countryOfDemonym(demonym: string): Country | undefined {
  return byDemonym.get(demonym.toLowerCase())
}

/** The country whose government the city stands for ("Moscow" → Russia). */
export function countryOfCapital(city: string): Country | undefined {
  return byCapital.get(city.toLowerCase())
}
