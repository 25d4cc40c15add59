import type { Entity } from '../types'
import { countryNamed, countryOfCapital, countryOfDemonym } from '../lexicon/countries'
import { COINS, CURRENCY_CODES, CURRENCY_KINDS, CURRENCY_NAMES, CURRENCY_SIGNS } from './currency-data'

const codes = new Set(CURRENCY_CODES.split(' '))

/** Code assumed, and code by country, of money that several countries have. */
const kinds = new Map(
  CURRENCY_KINDS.trim()
    .split('\n')
    .map((line): [string, { usual: string; by: ReadonlyMap<string, string> }] => {
      const [name = '', usual = '', rest = ''] = line.split('|')
      const by = rest.split(' ').map((pair): [string, string] => [pair.slice(0, 2), pair.slice(3)])
      return [name, { usual, by: new Map(by) }]
    }),
)

/** Which money "$", "rupees" or "pounds" means in one article. */
export type CurrencyResolver = (money: string) => string | null

/** A sign or code before or after an amount ("us$", "rs.", "eur") → code or `kind:`; null where it is no money. */
export function currencySign(word: string): string | null {
  return CURRENCY_SIGNS[word] ?? (word.length === 3 && codes.has(word.toUpperCase()) ? word.toUpperCase() : null)
}

export interface CurrencyRead {
  money: string
  /** Index of the first word after the name. */
  end: number
  /** What one of it is worth in the money: 0.01 for cents. */
  worth: number
}

/** The name of money at `words[at]`, with a country before it: "rubles", "U.S. dollars", "Hong Kong dollars"; null where there is none. */
export function readCurrencyName(words: readonly string[], at: number): CurrencyRead | null {
  for (let skip = 0; skip < 3; skip++) {
    const word = words[at + skip] ?? ''
    const money = moneyNamed(word)
    if (money) {
      const place = words.slice(at, at + skip).join(' ')
      const found = place ? moneyOf(money, place) : money
      return found ? { money: found, end: at + skip + 1, worth: 1 } : null
    }
    const coin = COINS[word] ?? COINS[word.replace(/s$/, '')]
    if (coin && skip === 0) return { money: coin, end: at + 1, worth: 0.01 }
  }
  return null
}

function moneyNamed(word: string): string | null {
  const money = CURRENCY_NAMES[word] ?? CURRENCY_NAMES[word.replace(/s$/, '')]
  if (money) return money
  return word.length === 3 && codes.has(word.toUpperCase()) && !CODES_LIKE_WORDS.has(word) ? word.toUpperCase() : null
}

/** Codes that are English words in lower case; `moneyNamed` sees lower case only. */
const CODES_LIKE_WORDS = new Set([
  'all',
  'try',
  'top',
  'cup',
  'mad',
  'lak',
  'gel',
  'mop',
  'bam',
  'pen',
  'sos',
  'bob',
  'ron',
  'eth',
  'ang',
  'cop',
  'inr',
])

function moneyOf(money: string, place: string): string | null {
  if (!money.startsWith('kind:'))
    return ['chinese', 'japanese', 'thai', 'south african', 'indonesian', 'kazakh', 'ukrainian'].includes(place) ||
      countryOfDemonym(place)
      ? money
      : null
  const country =
    place === 'us' || place === 'american'
      ? countryNamed('United States')
      : (countryOfDemonym(place) ?? countryNamed(place))
  if (/^(?:u\.s\.|us)$/.test(place)) return money === 'kind:dollar' ? 'USD' : null
  if (place === 'sterling') return 'GBP'
  const kind = kinds.get(money.slice(5))
  if (!country || !kind) return null
  return kind.by.get(country.code) ?? null
}

/**
 * Reads which country's money an article means by a shared name: that of the country it names most among those that use the name,
 * where it clearly leads; else the usual one ("$" is the US dollar). Kinds without a usual one need the country named.
 */
export function currencyResolver(entities: readonly Entity[], place: string | null): CurrencyResolver {
  const votes = new Map<string, number>()
  for (const entity of entities) {
    const weight = entity.type === 'place' ? 2 : 1
    const country =
      entity.type === 'person'
        ? undefined
        : (countryNamed(entity.name) ?? countryOfCapital(entity.name) ?? countryOfDemonym(entity.name))
    if (country) votes.set(country.code, (votes.get(country.code) ?? 0) + weight * entity.mentions.length)
    else if (entity.type === 'organization')
      for (const word of entity.name.split(' ')) {
        const within = countryNamed(word) ?? countryOfDemonym(word)
        if (within) votes.set(within.code, (votes.get(within.code) ?? 0) + entity.mentions.length)
      }
  }
  const home = place ? (countryNamed(place) ?? countryOfCapital(place)) : undefined
  if (home) votes.set(home.code, (votes.get(home.code) ?? 0) + 3)
  return (money) => {
    if (!money.startsWith('kind:')) return money
    const kind = kinds.get(money.slice(5))
    if (!kind) return null
    let best = kind.usual
    // "$" is another country's only where the article is about that country before all others.
    let most = best === '' ? 1 : money === 'kind:dollar' ? Math.max(3, ...votes.values()) - 0.5 : 0
    for (const [code, currency] of kind.by) {
      const count = votes.get(code) ?? 0
      if (count > most && count > 0) {
        most = count
        best = currency
      }
    }
    return best || null
  }
}
