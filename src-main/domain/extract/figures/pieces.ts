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
/** Money or a unit joined to its amount: "KD200", "115usd", "75ml". */
const GLUED = /^(?:([a-z]{1,4})\d[\d.,]*|(\d[\d.,]*)([a-z]{1,3}))$/
const GLUED_UNITS = new Set(['ml', 'l', 't', 'tb', 'gb', 'mb', 'hz', 'ft', 'mw', 'kw', 'cm', 'mm', 'ha'])

/** Where a word of digits and letters is cut into its two parts; 0 where it is none. */
function gluedAt(word: string): number {
  const match = GLUED.exec(word)
  if (match?.[1] && currencySign(match[1])) return match[1].length
  if (match?.[2] && match[3] && (GLUED_UNITS.has(match[3]) || (match[3].length === 3 && currencySign(match[3]))))
    return match[2].length
  return 0
}

/** The pieces of the tokens `[from, to)`. */
export function piecesOf(doc: Document, grammar: Grammar, from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  const { start, end, flags } = doc.tokens
  for (let i = from; i < to; i++) {
    const word = grammar.words[i] ?? ''
    const at = start[i] ?? 0
    if (!((flags[i] ?? 0) & TokenFlag.hyphenated)) {
      const mixed = (flags[i] ?? 0) & TokenFlag.digit && (flags[i] ?? 0) & TokenFlag.word
      const cut = mixed ? gluedAt(word) : 0
      if (cut > 0) {
        pieces.push({ word: word.slice(0, cut), start: at, end: at + cut, token: i, glued: false })
        pieces.push({ word: word.slice(cut), start: at + cut, end: end[i] ?? at, token: i, glued: true })
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
