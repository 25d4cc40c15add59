import { hashWord, knownClasses } from './classify'
import { wordClassModel } from './word-class-model'

const SLOTS = 1 << 13
/** Longer words are rare and not kept. */
const LONGEST = 24

/** A word in lower case, with what the classes of its tokens are chosen by. */
export interface PooledWord {
  readonly printed: string
  readonly lower: string
  /** `hashWord` of the lower-case word. */
  readonly hash: number
  /** `knownClasses` of the lower-case word. */
  readonly classes: number
}

const pool = new Array<PooledWord | undefined>(SLOTS).fill(undefined)

/**
 * The word `text.slice(start, end)`, the same object for the same word where it is still kept from before: news is made of few words, and
 * what was found out of one need not be found again.
 */
export function pooledWord(text: string, start: number, end: number): PooledWord {
  const length = end - start
  if (length > LONGEST) return describe(text.slice(start, end))
  let hash = length
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  const known = pool[slot]
  if (known !== undefined && known.printed.length === length && text.startsWith(known.printed, start)) return known
  // A slice of a long text would keep all of it in memory; a joined copy does not.
  const made = describe(Array.from(text.slice(start, end)).join(''))
  pool[slot] = made
  return made
}

function describe(printed: string): PooledWord {
  const lower = printed.toLowerCase()
  return { printed, lower, hash: hashWord(lower), classes: knownClasses(wordClassModel(), lower) }
}
