import { TokenFlag, tokenAt, tokenText } from '../../text/tokens'
import type { Document } from '../document'
import { isTitle } from '../lexicon/person-titles'
import { titleGender, type Gender } from './gender'

/** The title printed directly before a name: "Senate Minority Leader Chuck Schumer". */
export interface TitleBefore {
  start: number
  end: number
  /** As printed, without a determiner. */
  text: string
  gender: Gender | null
  /** Whether it is more than courtesy ("Mr", "Dr"), so that it is worth listing among the roles. */
  office: boolean
}

const MOST_WORDS = 8
const COURTESY =
  /^(?:mr|mrs|ms|mx|miss|dr|doctor|prof|professor|sir|madam|mme|mlle|rev|fr|shri|smt|comrade|citizen)\.?$/iu
const MODIFIER =
  /^(?:former|ex|acting|interim|incoming|outgoing|deputy|vice|assistant|senior|chief|foreign|prime|first|then|late|new|newly|elected|associate|executive|general|lead|head|co|lieutenant|major|rear|state|national|federal|regional|local|retired|current)$/iu

/**
 * The title before the name that starts at `nameStart`: the longest run of title words ending there, grown to the left over
 * modifiers and capitalised words of the same office ("Chelyabinsk regional Deputy Governor").
 */
export function readTitleBefore(doc: Document, nameStart: number, previousNameEnd: number): TitleBefore | null {
  const { tokens, text } = doc
  const last = tokenAt(tokens, nameStart) - 1
  if (last < 0 || (tokens.start[last] ?? 0) < previousNameEnd) return null
  let first = last + 1
  // The phrase nearest the name must be a title; "Prime Minister" is found before "Minister" by trying longer phrases first.
  for (let length = Math.min(5, last + 1); length > 0; length--) {
    const from = last - length + 1
    if ((tokens.start[from] ?? 0) < previousNameEnd || !isOneLine(doc, from + 1, last + 1)) continue
    const phrase = text.slice(tokens.start[from], tokens.end[last])
    if (phrase.length <= 40 && isTitle(phrase)) {
      first = from
      break
    }
  }
  if (first > last) return null
  first = growLeft(doc, first, last, previousNameEnd)
  const start = tokens.start[first] ?? nameStart
  const end = tokens.end[last] ?? nameStart
  const title = text.slice(start, end)
  return { start, end, text: title, gender: titleGender(title), office: !COURTESY.test(title) }
}

function growLeft(doc: Document, first: number, last: number, previousNameEnd: number): number {
  const { tokens, text } = doc
  let at = first
  while (at > 0 && last - at < MOST_WORDS) {
    const before = at - 1
    const flags = tokens.flags[before] ?? 0
    if ((tokens.start[before] ?? 0) < previousNameEnd || !isOneLine(doc, at, at + 1)) break
    const word = tokenText(text, tokens, before)
    const isCapital = (flags & TokenFlag.capital) !== 0 && (flags & TokenFlag.word) !== 0 && !opensSentence(doc, before)
    if (!MODIFIER.test(word) && !isCapital && !isTitle(word)) break
    at = before
  }
  return at
}

function opensSentence(doc: Document, token: number): boolean {
  if (token === 0 || (doc.tokens.flags[token] ?? 0) & TokenFlag.newlineBefore) return true
  return /[.!?:"“”]/u.test(tokenText(doc.text, doc.tokens, token - 1).slice(-1))
}

/** No line break before any of the tokens `[from, to)`. */
function isOneLine(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((doc.tokens.flags[i] ?? 0) & TokenFlag.newlineBefore) return false
  return true
}
