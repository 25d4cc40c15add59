/** Words that stay small inside a place or agency name set in capitals ("RIO DE JANEIRO"). */
const SMALL_WORDS = new Set([
  'de',
  'da',
  'do',
  'del',
  'la',
  'las',
  'los',
  'le',
  'les',
  'en',
  'sous',
  'aux',
  'of',
  'and',
  'on',
  'upon',
  'the',
  'am',
  'sur',
  'и',
  'на',
])

function capitalised(word: string): string {
  // After an apostrophe a letter is capital only in "N'Djamena", "Sana'a" keeps its small a: two or more letters decide.
  return word.replace(/\p{L}+/gu, (letters, at: number) => {
    const tail = letters.slice(1).toLowerCase()
    const afterMark = at > 0 && /['’]/u.test(word[at - 1] ?? '')
    return afterMark && letters.length < 3 ? letters.toLowerCase() : letters.charAt(0).toUpperCase() + tail
  })
}

/**
 * A name printed in capitals as it is written in running text: CHELYABINSK → Chelyabinsk, NEW DELHI → New Delhi,
 * N'DJAMENA → N'Djamena. Names that already have small letters, and initials ("D.C.", "U.N."), stay as they are.
 */
export function displayCase(name: string): string {
  const tidy = name.trim().replace(/\s+/gu, ' ')
  if (/\p{Ll}/u.test(tidy) || !/\p{Lu}/u.test(tidy)) return tidy
  return tidy
    .split(' ')
    .map((word, at) => {
      if (/^(?:\p{L}\.)+$/u.test(word)) return word
      const small = word.toLowerCase()
      if (at > 0 && SMALL_WORDS.has(small)) return small
      // "BRÉCY-SUR-AULNE", "STRATFORD-UPON-AVON"; an Arabic article keeps its capital at the beginning ("AL-SAHRA").
      return capitalised(word).replace(/(?<=-)\p{L}+(?=-)/gu, (part) =>
        SMALL_WORDS.has(part.toLowerCase()) ? part.toLowerCase() : part,
      )
    })
    .join(' ')
}
