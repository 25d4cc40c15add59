import { FEMALE_NAMES, MALE_NAMES } from '../extract/entities/first-names'
import { nameWords } from '../extract/entities/name-mention'
import { areNicknames } from '../extract/entities/person-names'
import { toLatin } from '../text/transliterate'
import { spellingKey } from './spelling-key'

/** A person's name cut into words, each as written in Latin letters and by its key. */
export interface PersonName {
  words: readonly string[]
  keys: readonly string[]
}

export function personName(name: string): PersonName {
  const words = nameWords(toLatin(name)).filter((word, i, all) => i === 0 || i < all.length - 1 || !SUFFIXES.has(word))
  return { words, keys: words.map(spellingKey) }
}

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

export const familyKey = (name: PersonName): string => name.keys.at(-1) ?? ''

/** How much a name tells: more letters leave less doubt whom it means. */
export const letters = (name: PersonName): number => name.words.reduce((sum, word) => sum + word.length, 0)

/**
 * Whether two full names (two words or more) can be one person's: the same family name, first names that do not contradict each other,
 * and no contradicting names between. A slip of the pen is no reason: "Maria" and "Mario" are two people.
 */
export function personsAgree(a: PersonName, b: PersonName): boolean {
  if (familyKey(a) !== familyKey(b)) return false
  if (!firstNamesAgree(a, b)) return false
  const [between, others] = [a.keys.slice(1, -1), b.keys.slice(1, -1)]
  // "George W." and "George H. W." differ, though one holds the other.
  if (between.length === 0 || others.length === 0) return true
  return between.length === others.length && between.every((key, i) => initialAgrees(key, others[i] ?? ''))
}

/** Whether two names are the same in every word, but for spelling. */
export const isSameName = (a: PersonName, b: PersonName): boolean => a.keys.join(' ') === b.keys.join(' ')

function firstNamesAgree(a: PersonName, b: PersonName): boolean {
  const [one = '', other = ''] = [a.words[0], b.words[0]]
  const [oneKey = '', otherKey = ''] = [a.keys[0], b.keys[0]]
  if (oneKey === otherKey || (one.length === 1 || other.length === 1 ? one[0] === other[0] : false)) return true
  if (genderOf(one) !== null && genderOf(other) !== null && genderOf(one) !== genderOf(other)) return false
  if (areNicknames(one, other)) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  // "Greg" for "Gregory", but not one whole name for another: "Christian" and "Christiane".
  return (
    short.length >= 3 &&
    long.startsWith(short) &&
    !(genderOf(short) !== null && genderOf(long) === null && long.length - short.length === 1)
  )
}

function genderOf(name: string): 'm' | 'f' | null {
  if (MALE_NAMES.has(name)) return FEMALE_NAMES.has(name) ? null : 'm'
  return FEMALE_NAMES.has(name) ? 'f' : null
}

const initialAgrees = (a: string, b: string): boolean =>
  a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0])
