import { fold } from '../text/normalise'
import { TokenFlag, tokenText, type Tokens } from '../text/tokens'

interface Words {
  text: string
  tokens: Tokens
}

/** Both word lists as numbers that are equal where the folded words are equal. Words only in the text are all 0. */
export function numberWords(needle: Words, text: Words): { needle: Int32Array; text: Int32Array } {
  const numbers = new Map<string, number>()
  const ofNeedle = eachWord(needle, (word) => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size + 1)
    return numbers.size
  })
  return { needle: ofNeedle, text: eachWord(text, (word) => numbers.get(word) ?? 0) }
}

function eachWord({ text, tokens }: Words, numberOf: (word: string) => number): Int32Array {
  return Int32Array.from({ length: tokens.count }, (_, i) => {
    const word = tokenText(text, tokens, i)
    // A word of marks alone folds to nothing; it still equals only itself.
    return numberOf(fold(word) || word)
  })
}

/** How much finding a word again says: words and numbers 1, a single sign of a script without spaces 0.6, punctuation 0.2. */
export function weighWords(tokens: Tokens): Float32Array {
  return Float32Array.from({ length: tokens.count }, (_, i) => {
    const flags = tokens.flags[i] ?? 0
    if (flags & TokenFlag.dense) return 0.6
    return flags & (TokenFlag.word | TokenFlag.number) ? 1 : 0.2
  })
}
