import { TokenFlag } from '../../text/tokens'
import { isOpener, isParticle } from './article-evidence'
import type { ArticleWords } from './article-words'

/** Lower-case words between two capitals that may still be one name ("Ministry of the …"). */
const LONGEST_GAP = 3

/** Token ranges `[from, to)`, each inside one sentence, with the token range of that sentence. */
export interface Stretch {
  from: number
  to: number
  sentenceFrom: number
  sentenceTo: number
}

/**
 * The parts of an article that can hold names: capitalised words and what may join them. Everything else is outside and is never
 * scored, which is four fifths of the text. With `openers` also sentence-opening words that are no name ("The", "But"): the trainer learns from
 * them what a capital does not say, the tagger need not ask.
 */
export function findStretches(words: ArticleWords, openers = false): Stretch[] {
  const stretches: Stretch[] = []
  const n = words.tokens.count
  for (let from = 0; from < n;) {
    const sentence = words.sentenceOfToken[from] as number
    let to = from + 1
    while (to < n && words.sentenceOfToken[to] === sentence) to++
    if (sentence >= 0) stretchesOf(words, from, to, openers, stretches)
    from = to
  }
  return stretches
}

function stretchesOf(
  words: ArticleWords,
  sentenceFrom: number,
  sentenceTo: number,
  openers: boolean,
  out: Stretch[],
): void {
  let open: Stretch | null = null
  for (let i = sentenceFrom; i < sentenceTo; i++) {
    if (!isSeed(words, i) && !(openers && words.isCapital(i))) continue
    const from = extendLeft(words, i, open ? open.to : sentenceFrom)
    const to = extendRight(words, i + 1, sentenceTo)
    if (open && from - open.to <= LONGEST_GAP) open.to = Math.max(open.to, to)
    else {
      open = { from, to, sentenceFrom, sentenceTo }
      out.push(open)
    }
    i = Math.max(i, to - 1)
  }
}

function isSeed(words: ArticleWords, i: number): boolean {
  if (words.isCapital(i)) return !isLoneOpener(words, i)
  return (words.flag(i, TokenFlag.digit) && words.flag(i, TokenFlag.word)) || mixedCase(words, i)
}

/** "The", "But" before a word in lower case: no name, and the most frequent capitals of all. */
function isLoneOpener(words: ArticleWords, i: number): boolean {
  if (!isOpener(words.lowerOfToken[i] as number) || words.flag(i, TokenFlag.allCaps)) return false
  return i + 1 < words.tokens.count && words.flag(i + 1, TokenFlag.word) && !words.isCapital(i + 1)
}

/** "iPhone", "eBay". */
function mixedCase(words: ArticleWords, i: number): boolean {
  const code = words.text.charCodeAt((words.tokens.start[i] as number) + 1)
  return code >= 65 && code <= 90 && words.flag(i, TokenFlag.word)
}

function extendLeft(words: ArticleWords, seed: number, limit: number): number {
  let from = seed
  if (from - 1 >= limit && words.flag(from - 1, TokenFlag.number)) return from - 1
  for (let k = 0; k < 3 && from - 1 >= limit; k++) {
    const hyphen = words.flag(from - 1, TokenFlag.hyphenated) || (from < seed && words.flag(from, TokenFlag.hyphenated))
    if (!hyphen && !isParticle(words.lowerOfToken[from - 1] as number)) break
    from--
  }
  return from
}

function extendRight(words: ArticleWords, after: number, limit: number): number {
  let to = after
  while (to < limit) {
    const glued = !words.flag(to, TokenFlag.spaceBefore)
    if (glued && words.flag(to, TokenFlag.hyphenated)) to = Math.min(to + 2, limit)
    else if (words.flag(to, TokenFlag.possessive)) to++
    else if (glued && to + 1 < limit && words.text[words.tokens.start[to] as number] === '.') to++
    else if (words.flag(to, TokenFlag.number) && to === after) to++
    else break
  }
  return to
}
