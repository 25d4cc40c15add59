import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import { TokenFlag } from '../../text/tokens'
import { currencySign } from './currencies'

/** A token, or one part of a hyphenated token ("35-year-old" is three). */
export interface Piece {
  /** Lower case. */
  word: string
  start: number
  end: number
  token: number
  /** A hyphen joins it to the piece before. */
  glued: boolean
}

const HYPHEN = /[-\u2010\u2011]/
/** Money joined to its amount: "KD200", "USD15". */
const GLUED_CODE = /^([a-z]{1,4})\d[\d.,]*$/

/** The pieces of the tokens `[from, to)`. */
export function piecesOf(doc: Document, grammar: Grammar, from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  const { start, end, flags } = doc.tokens
  for (let i = from; i < to; i++) {
    const word = grammar.words[i] ?? ''
    const at = start[i] ?? 0
    if (!((flags[i] ?? 0) & TokenFlag.hyphenated)) {
      const code = (flags[i] ?? 0) & TokenFlag.digit && (flags[i] ?? 0) & TokenFlag.word ? GLUED_CODE.exec(word) : null
      if (code?.[1] && currencySign(code[1])) {
        const cut = at + code[1].length
        pieces.push({ word: code[1], start: at, end: cut, token: i, glued: false })
        pieces.push({ word: word.slice(code[1].length), start: cut, end: end[i] ?? at, token: i, glued: true })
      } else pieces.push({ word, start: at, end: end[i] ?? at, token: i, glued: false })
      continue
    }
    let offset = 0
    for (const part of word.split(HYPHEN)) {
      if (part)
        pieces.push({ word: part, start: at + offset, end: at + offset + part.length, token: i, glued: offset > 0 })
      offset += part.length + 1
    }
  }
  return pieces
}
