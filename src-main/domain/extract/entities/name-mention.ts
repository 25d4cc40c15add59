import { fold } from '../../text/normalise'
import type { NameSpan } from '../names/name-span'
import type { EntityType } from '../types'
import type { TitleBefore } from './title-before'

/** One printed name with what stands around it that helps to tell whom it means. */
export interface NameMention {
  span: NameSpan
  text: string
  /** Folded words without full stops, possessives and the definite article: "The Al-Qa’ida" → ["alqaida"]. */
  words: readonly string[]
  /** Title or office printed directly before the name. */
  title: TitleBefore | null
}

/** The names that mean one thing, in text order. */
export interface NameCluster {
  type: EntityType
  mentions: NameMention[]
  /** How the later names were tied to the first, per mention start, for "why is this him?". */
  reasons: Map<number, string>
}

/** "U.S. Navy" and "US Navy" compare as "United States Navy"; alone, "U.S." is a country and needs no help. */
const AMERICAN = /^U\.?S\.?(?=\s)/u
const BRITISH = /^U\.?K\.?(?=\s)/u

const cache = new Map<string, readonly string[]>()
const CACHE_LIMIT = 20_000

/**
 * The words a name is compared by. Hyphens glue ("al-Qa'ida" is one word), full stops inside initials go ("U.S." → "us"), a
 * leading article goes.
 */
export function nameWords(name: string): readonly string[] {
  const known = cache.get(name)
  if (known) return known
  const words = fold(name.replace(AMERICAN, 'United States').replace(BRITISH, 'United Kingdom'))
    .replace(/['"`.,()]/g, (mark) => (mark === ',' || mark === '(' || mark === ')' ? ' ' : ''))
    .split(/[\s/–—]+/)
    .map((word) => word.replace(/-/g, ''))
    .filter((word) => word !== '')
  const bare = words.length > 1 && words[0] === 'the' ? words.slice(1) : words
  if (cache.size > CACHE_LIMIT) cache.clear()
  cache.set(name, bare)
  return bare
}

/** Whether all words of `short` stand in `long` in the same order. */
export function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const word of long) if (word === short[at]) at++
  return at === short.length
}

/** Whether two words differ by one letter put in, left out, changed or swapped with its neighbour: a slip of the pen. */
export function isOneSlipApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  const short = a.length <= b.length ? a : b
  const long = a.length <= b.length ? b : a
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1)
  if (short.slice(i + 1) === long.slice(i + 1)) return true
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2)
}
