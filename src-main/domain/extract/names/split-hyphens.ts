import { TokenFlag, type Tokens } from '../../text/tokens'
import { shapeFlags } from '../../text/word-shape'

const HYPHENS = '-\u2010\u2011'

/**
 * The same text cut finer: hyphenated words become their parts and the hyphens between them, since a name can be one part
 * ("US" of "US-led") or all of them ("Kassym-Jomart"). A part that follows directly has no `spaceBefore`.
 */
export function splitHyphens(text: string, tokens: Tokens): Tokens {
  let extra = 0
  for (let i = 0; i < tokens.count; i++)
    if ((tokens.flags[i] as number) & TokenFlag.hyphenated)
      for (let c = tokens.start[i] as number; c < (tokens.end[i] as number); c++)
        if (HYPHENS.includes(text[c] as string)) extra += 2
  const count = tokens.count + extra
  const fine = { count, start: new Int32Array(count), end: new Int32Array(count), flags: new Uint16Array(count) }
  let n = 0
  const push = (start: number, end: number, flags: number) => {
    fine.start[n] = start
    fine.end[n] = end
    fine.flags[n++] = flags
  }
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.start[i] as number
    const end = tokens.end[i] as number
    const flags = tokens.flags[i] as number
    if (!(flags & TokenFlag.hyphenated)) push(start, end, flags)
    else splitOne(text, start, end, flags, push)
  }
  fine.count = n
  return fine
}

function splitOne(
  text: string,
  start: number,
  end: number,
  flags: number,
  push: (s: number, e: number, f: number) => void,
): void {
  const gap = flags & (TokenFlag.spaceBefore | TokenFlag.newlineBefore | TokenFlag.blankLineBefore)
  let from = start
  for (let c = start; c <= end; c++) {
    if (c < end && !HYPHENS.includes(text[c] as string)) continue
    if (c > from) push(from, c, partFlags(text, from, c) | (from === start ? gap : 0))
    if (c < end) push(c, c + 1, TokenFlag.punctuation | TokenFlag.hyphenated)
    from = c + 1
  }
}

function partFlags(text: string, from: number, to: number): number {
  const shape = shapeFlags(text, from, to)
  const allDigits = /^\d+$/.test(text.slice(from, to))
  return shape | (allDigits ? TokenFlag.number : TokenFlag.word) | (text[to - 1] === '.' ? TokenFlag.dotted : 0)
}
