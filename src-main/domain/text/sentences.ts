import { isClosingAbbreviation, isLeadingAbbreviation, SENTENCE_OPENERS } from './abbreviations'
import { splitBlocks } from './blocks'
import type { Range } from './span'
import { tokenize } from './tokenize'
import { TokenFlag, type Tokens } from './tokens'

const TERMINATORS = '.!?…‽⁈⁉؟۔।॥。！？．｡'
const DENSE_TERMINATORS = '。！？｡'
const CLOSERS = '"\'”’»›)]}】」』）》〉“'
const OPENERS = '"\'“‘«‹([{【「『（《〈„¿¡'
const SPEECH = new Set(
  'said says say asked asks added told wrote replied tweeted cried shouted answered exclaimed'.split(' '),
)
const CYRILLIC_LOWER = /^[а-яёәғқңөұүһі]/u
/** A bracket longer than this (UTF-16 units) is prose of its own and is split inside. */
const LONGEST_BRACKET = 300

/**
 * The sentences of a text, in order, each inside one paragraph of `splitBlocks`, without surrounding white space. Headlines and
 * list items without a full stop are sentences of their own; "(...)" never ends one, nor do abbreviations, initials, decimals.
 * Rules are by script and by the abbreviations of English, Russian, Kazakh, French and Spanish; no language need be given.
 */
export function splitSentences(
  text: string,
  tokens: Tokens = tokenize(text),
  blocks: Range[] = splitBlocks(text),
): Range[] {
  const sentences: Range[] = []
  let at = 0
  for (const block of blocks) {
    while (at < tokens.count && (tokens.end[at] ?? 0) <= block.start) at++
    const first = at
    while (at < tokens.count && (tokens.start[at] ?? 0) < block.end) at++
    if (at > first) new BlockSplitter(text, tokens, first, at).run(sentences)
  }
  return sentences
}

class BlockSplitter {
  constructor(
    private readonly text: string,
    private readonly tokens: Tokens,
    private readonly first: number,
    private readonly last: number,
  ) {}

  run(out: Range[]): void {
    let from = this.first
    let bracketEnd = -1
    for (let i = this.first; i < this.last; i++) {
      if (i < bracketEnd) continue
      const char = this.char(i)
      if ((char === '(' || char === '[') && i > from) bracketEnd = this.closingBracket(i)
      if (!this.endsWithTerminator(i)) continue
      const after = this.afterClosers(i)
      if (after >= this.last) break
      if (!this.isBoundary(from, i, after)) {
        i = Math.max(i, this.afterTerminators(i) - 1)
        continue
      }
      this.push(out, from, after)
      from = after
      i = after - 1
    }
    this.push(out, from, this.last)
  }

  private push(out: Range[], from: number, to: number): void {
    if (to > from) out.push({ start: this.tokens.start[from] ?? 0, end: this.tokens.end[to - 1] ?? 0 })
  }

  private has(i: number, flag: number): boolean {
    return ((this.tokens.flags[i] ?? 0) & flag) !== 0
  }

  private char(i: number): string {
    return (this.tokens.end[i] ?? 0) - (this.tokens.start[i] ?? 0) === 1
      ? (this.text[this.tokens.start[i] ?? 0] ?? '')
      : ''
  }

  private word(i: number): string {
    return i >= this.first && i < this.last ? this.text.slice(this.tokens.start[i], this.tokens.end[i]) : ''
  }

  private endsWithTerminator(i: number): boolean {
    const char = this.char(i)
    return (char !== '' && TERMINATORS.includes(char)) || this.has(i, TokenFlag.dotted)
  }

  private afterTerminators(i: number): number {
    let next = i + 1
    while (next < this.last && !this.has(next, TokenFlag.spaceBefore) && this.isTerminator(next)) next++
    return next
  }

  private isTerminator(i: number): boolean {
    const char = this.char(i)
    return char !== '' && TERMINATORS.includes(char)
  }

  /** The token after the terminators at `i` and the quotes and brackets that close with them. */
  private afterClosers(i: number): number {
    let next = this.afterTerminators(i)
    while (next < this.last && this.isCloser(next)) next++
    return next
  }

  private isCloser(i: number): boolean {
    const char = this.char(i)
    if (char === '' || !CLOSERS.includes(char)) return false
    const glued = !this.has(i, TokenFlag.spaceBefore)
    if (char === '“') return glued && this.freeAfter(i) && this.quoteIsOpen('„', i)
    if (glued) return char !== '"' && char !== "'" ? true : this.freeAfter(i)
    return char === '»' || (char === '"' && this.freeAfter(i) && this.straightQuotesAreOdd(i))
  }

  private freeAfter(i: number): boolean {
    return i + 1 >= this.last || this.has(i + 1, TokenFlag.spaceBefore) || this.has(i + 1, TokenFlag.punctuation)
  }

  private quoteIsOpen(opener: string, before: number): boolean {
    for (let i = before - 1; i >= this.first; i--) if (this.char(i) === opener) return true
    return false
  }

  private straightQuotesAreOdd(before: number): boolean {
    let odd = false
    for (let i = this.first; i < before; i++) if (this.char(i) === '"') odd = !odd
    return odd
  }

  /** The token after the bracket that opens at `i`, or -1 when it does not close or holds prose of its own. */
  private closingBracket(i: number): number {
    const close = this.char(i) === '(' ? ')' : ']'
    const limit = (this.tokens.start[i] ?? 0) + LONGEST_BRACKET
    let depth = 0
    for (let j = i; j < this.last && (this.tokens.start[j] ?? 0) < limit; j++) {
      if (this.char(j) === this.char(i)) depth++
      if (this.char(j) === close && --depth === 0) return j
    }
    return -1
  }

  private isBoundary(from: number, i: number, after: number): boolean {
    const char = this.char(i)
    const ender = this.afterTerminators(i) - 1
    if (char !== '' && DENSE_TERMINATORS.includes(char)) return true
    if (!this.has(after, TokenFlag.spaceBefore)) return false
    if (this.bareBracket(i, after)) return false
    if (this.has(after, TokenFlag.punctuation) && !OPENERS.includes(this.char(after)) && !this.isDash(after))
      return false
    const next = this.wordFrom(after)
    const lower = /^\p{Ll}/u.test(next)
    if (lower && !(this.has(after, TokenFlag.dense) || char === '؟')) return false
    if (this.isDash(after)) return !this.speechFollows(after + 1) && char !== '.' ? /^\p{Lu}/u.test(next) : char === '.'
    if (char === '.' && ender === i) return this.stopEnds(from, i, next)
    if (this.has(i, TokenFlag.dotted)) return this.dottedEnds(i, after, next)
    if ((char === '!' || char === '?') && after > ender + 1 && this.speechFollows(after)) return false
    return true
  }

  private isDash(i: number): boolean {
    return '–—-'.includes(this.char(i)) && this.char(i) !== ''
  }

  /** "(...)" or "[…]": the terminators are all the bracket holds. */
  private bareBracket(i: number, after: number): boolean {
    const before = this.char(i - 1)
    const last = this.char(after - 1)
    return i > this.first && (before === '(' || before === '[') && (last === ')' || last === ']')
  }

  /** The first word at or after `i`, past opening quotes and brackets. */
  private wordFrom(i: number): string {
    let next = i
    while (next < this.last && next < i + 3 && this.has(next, TokenFlag.punctuation)) next++
    return this.word(next)
  }

  /** '"Why?" Smith said': after the closing quote up to three names, then a speech verb. */
  private speechFollows(after: number): boolean {
    for (let i = after; i < Math.min(after + 4, this.last); i++) {
      if (SPEECH.has(this.word(i))) return true
      if (!this.has(i, TokenFlag.capital)) return false
    }
    return false
  }

  /** A single stop that is a token of its own. */
  private stopEnds(from: number, i: number, next: string): boolean {
    if (this.has(i, TokenFlag.spaceBefore) || i === from) return true
    const word = this.word(i - 1)
    if (i - 1 === from && /^(?:\d{1,3}|[A-Za-zА-Яа-я]|[ivxIVX]{1,4})$/u.test(word)) return false
    if (/^\p{Lu}$/u.test(word) && word !== 'I' && !/^[A-Z]$/.test(word)) return SENTENCE_OPENERS.has(next.toLowerCase())
    const lower = word.toLowerCase()
    if (isLeadingAbbreviation(lower)) return /^(?:no|fig|art)$/u.test(lower) ? !/^\d/u.test(next) : false
    if (lower === 'no') return !/^\d/u.test(next)
    if (!isClosingAbbreviation(lower)) return true
    if (CYRILLIC_LOWER.test(word)) return /^\p{Lu}/u.test(next) && (word !== 'г' || /\d$/u.test(this.word(i - 2)))
    return SENTENCE_OPENERS.has(next.toLowerCase()) || !/^[\p{Lu}\d]/u.test(next)
  }

  /** A token that keeps its stop ("U.S.", "Mr.", "p.m.", "W."): does the sentence end with it as well? */
  private dottedEnds(i: number, after: number, next: string): boolean {
    if (after > i + 1) return true
    const word = this.word(i).toLowerCase()
    if (isLeadingAbbreviation(word.slice(0, -1))) return false
    if (/^[ap]\.m\.$/u.test(word))
      return /^\p{Lu}/u.test(next) && !/^(?:[A-Z]{2,4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/u.test(next)
    if (CYRILLIC_LOWER.test(this.word(i))) return /^\p{Lu}/u.test(next)
    return SENTENCE_OPENERS.has(next.toLowerCase()) && next !== 'A'
  }
}
