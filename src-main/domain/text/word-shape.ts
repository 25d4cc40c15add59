import { CharClass, charClassAt, isLetterClass } from './char-class'
import { TokenFlag } from './tokens'

/** The `capital`, `allCaps` and `digit` flags of the word `text.slice(from, to)`. */
export function shapeFlags(text: string, from: number, to: number): number {
  let upper = 0
  let other = 0
  let digits = 0
  let first = 0
  for (let i = from; i < to; i++) {
    const c = charClassAt(text, i)
    if (c === CharClass.digit) digits++
    else if (c === CharClass.upper) upper++
    else if (c === CharClass.lower || c === CharClass.letter) other++
    if (first === 0 && isLetterClass(c)) first = c
  }
  return (
    (first === CharClass.upper ? TokenFlag.capital : 0) |
    (upper > 1 && other === 0 ? TokenFlag.allCaps : 0) |
    (digits > 0 ? TokenFlag.digit : 0)
  )
}
