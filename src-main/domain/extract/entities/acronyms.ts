/** Words an acronym may leave out. */
const SMALL = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'at',
  'to',
  'de',
  'la',
  'le',
  'du',
  'des',
  'del',
  'et',
  'y',
  'e',
  'da',
  'do',
  'with',
  'a',
  'an',
  'against',
  'und',
  'der',
])

/** The letters of an acronym without plural s, full stops and hyphens: "U.N." → "UN", "MPs" → "MP"; null when it is none. */
export function acronymLetters(text: string): string | null {
  const letters = text.replace(/[.&-]/g, '')
  if (!/^\p{Lu}[\p{L}\p{N}]{1,9}$/u.test(letters) || letters.length > 10) return null
  const capitals = letters.replace(/[^\p{Lu}\p{N}]/gu, '')
  return capitals.length >= 2 && capitals.length * 2 >= letters.length ? letters : null
}

/**
 * Whether `acronym` spells the name: its letters are, in order, the first letters of the words, where small words may be left
 * out, and where a word may give more than one letter ("CalFire", "Obec", "USCIRF", "TfL").
 */
export function spellsAcronym(acronym: string, words: readonly string[]): boolean {
  const letters = acronym.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
  if (letters.length < 2 || words.length < 2) return false
  return matches(letters, 0, words, 0, 0)
}

function matches(letters: string, at: number, words: readonly string[], word: number, skipped: number): boolean {
  if (at === letters.length) return words.slice(word).every((rest) => SMALL.has(rest))
  const current = words[word]
  if (current === undefined) return false
  // A word gives one to four of its first letters.
  let taken = 0
  while (taken < 4 && taken < current.length && at + taken < letters.length && current[taken] === letters[at + taken]) {
    taken++
    if (matches(letters, at + taken, words, word + 1, skipped)) return true
  }
  if (SMALL.has(current)) return matches(letters, at, words, word + 1, skipped)
  // One word of weight may be missing ("Officials Committee for Domestic and External Security Coordination": ODESC).
  return skipped < 1 && word > 0 && words.length > 3 && matches(letters, at, words, word + 1, skipped + 1)
}
