import type { Range } from '../text/span'

const LETTER = /[\p{L}\p{M}\p{N}]/u

/** Where these very words stand as whole words, letter for letter; UTF-16 offsets. Words of no length stand nowhere. */
export function wordPlaces(text: string, words: string): Range[] {
  const places: Range[] = []
  if (words === '') return places
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length
    const whole = !LETTER.test(text.charAt(start - 1)) && !LETTER.test(text.charAt(end))
    if (whole) places.push({ start, end })
  }
  return places
}
