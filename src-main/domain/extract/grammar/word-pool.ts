const SLOTS = 1 << 13
/** Longer words are rare and not kept. */
const LONGEST = 24

const printed: string[] = new Array<string>(SLOTS).fill('')
const lowered: string[] = new Array<string>(SLOTS).fill('')

/**
 * `text.slice(start, end).toLowerCase()`, the same string object for the same word where it is still kept from before: news is made of few
 * words, and looking up a string that was looked up before needs no hash of it.
 */
export function lowerWord(text: string, start: number, end: number): string {
  const length = end - start
  if (length > LONGEST) return text.slice(start, end).toLowerCase()
  let hash = length
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  const known = printed[slot] as string
  if (known.length === length && text.startsWith(known, start)) return lowered[slot] as string
  // A slice of a long text would keep all of it in memory; a joined copy does not.
  const word = Array.from(text.slice(start, end)).join('')
  printed[slot] = word
  lowered[slot] = word.toLowerCase()
  return lowered[slot]
}
