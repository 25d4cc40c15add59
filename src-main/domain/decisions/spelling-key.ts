import { toLatin } from '../text/transliterate'

/** Ways in which one sound is written by different transcriptions of the same name, in this order. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/(?:iy|yi|ij)(?=[aeiou])/g, 'i'],
  [/[iyj]u/g, 'u'],
  [/[iyj]a/g, 'a'],
  [/[iyj][eo]/g, 'e'],
  [/[yj]/g, 'i'],
  [/ii/g, 'i'],
  [/kh/g, 'h'],
  [/ck|q|c(?![eih])/g, 'k'],
  [/t[sz]/g, 'c'],
  [/ff$/g, 'v'],
  [/w/g, 'v'],
  [/ph/g, 'f'],
  [/(\p{L})\1/gu, '$1'],
]

/**
 * A word of a name as all transcriptions of it would write it: Nazarbayev, Nazarbaev and Назарбаев give one key, Hansen and Hanson two.
 * Narrower than `nameKey`, since what agrees here is taken for the same name without asking.
 */
export function spellingKey(word: string): string {
  const known = cache.get(word)
  if (known !== undefined) return known
  const key = SAME_SOUND.reduce((so, [written, sound]) => so.replace(written, sound), toLatin(word))
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(word, key)
  return key
}

/** A folder's names are made of far fewer words, and are grouped after every correction. */
const cache = new Map<string, string>()
const CACHE_LIMIT = 100_000
