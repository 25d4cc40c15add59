import { TokenFlag } from '../../text/tokens'
import type { ArticleWords } from './article-words'

/** 0 capital, 1 lower case, 2 holds a digit, 3 anything else: what the transition weights depend on. */
export function wordClass(words: ArticleWords, token: number): number {
  const flags = words.tokens.flags[token] as number
  if (flags & TokenFlag.digit) return 2
  if (flags & TokenFlag.capital) return 0
  return flags & TokenFlag.word ? 1 : 3
}
