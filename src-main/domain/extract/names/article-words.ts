import type { Range } from '../../text/span'
import { TokenFlag, type Tokens } from '../../text/tokens'
import { hashExact, hashLower, hashPrefixes, hashSuffixes, mix } from './word-hash'

/** Affixes of one to this many code units. */
export const AFFIXES = 5

/** Hashes 32-bit values to small numbers in order of appearance. */
class Interner {
  private readonly slots: Int32Array
  private readonly keys: Int32Array
  private readonly mask: number
  count = 0

  constructor(capacity: number) {
    let size = 64
    while (size < capacity * 2) size *= 2
    this.slots = new Int32Array(size).fill(-1)
    this.keys = new Int32Array(size)
    this.mask = size - 1
  }

  /** The number of `key`; equals the former `count` when it is new. */
  idOf(key: number): number {
    let slot = (key ^ (key >>> 16)) & this.mask
    while (this.slots[slot] !== -1) {
      if (this.keys[slot] === key) return this.slots[slot] as number
      slot = (slot + 1) & this.mask
    }
    this.slots[slot] = this.count
    this.keys[slot] = key
    return this.count++
  }
}

/**
 * The distinct words of one article, each hashed once. "Word" is a spelling as printed; "folded word" one without case and
 * diacritics. Arrays are indexed by token, word or folded word as their names say.
 */
export class ArticleWords {
  readonly wordOfToken: Int32Array
  readonly foldedOfToken: Int32Array
  /** The sentence a token stands in, -1 outside any. */
  readonly sentenceOfToken: Int32Array
  readonly lowerOfToken: Int32Array
  wordCount = 0
  foldedCount = 0
  readonly exact: Int32Array
  readonly shape: Int32Array
  readonly shortShape: Int32Array
  /** `AFFIXES` prefixes then as many suffixes for each word. */
  readonly affixes: Int32Array
  private readonly hasAffixes: Uint8Array
  private readonly firstToken: Int32Array

  constructor(
    readonly text: string,
    readonly tokens: Tokens,
    readonly sentences: Range[],
  ) {
    const n = tokens.count
    this.wordOfToken = new Int32Array(n)
    this.foldedOfToken = new Int32Array(n)
    this.lowerOfToken = new Int32Array(n)
    this.sentenceOfToken = new Int32Array(n).fill(-1)
    this.exact = new Int32Array(n)
    this.shape = new Int32Array(n)
    this.shortShape = new Int32Array(n)
    this.affixes = new Int32Array(n * 2 * AFFIXES)
    this.hasAffixes = new Uint8Array(n)
    this.firstToken = new Int32Array(n)
    this.intern()
    this.placeInSentences()
  }

  private intern(): void {
    const { text, tokens } = this
    const words = new Interner(tokens.count)
    const folded = new Interner(tokens.count)
    const lowerOfWord = new Int32Array(tokens.count)
    for (let i = 0; i < tokens.count; i++) {
      const start = tokens.start[i] as number
      const end = tokens.end[i] as number
      const exact = hashExact(text, start, end)
      const known = words.count
      const word = words.idOf(exact)
      if (word === known) {
        this.exact[word] = exact
        this.firstToken[word] = i
        lowerOfWord[word] = hashLower(text, start, end)
      }
      const lower = lowerOfWord[word] as number
      this.wordOfToken[i] = word
      this.lowerOfToken[i] = lower
      this.foldedOfToken[i] = folded.idOf(lower)
    }
    this.wordCount = words.count
    this.foldedCount = folded.count
  }

  private placeInSentences(): void {
    const { tokens, sentences } = this
    let at = 0
    for (let s = 0; s < sentences.length; s++) {
      const { start, end } = sentences[s] as Range
      while (at < tokens.count && (tokens.end[at] as number) <= start) at++
      while (at < tokens.count && (tokens.start[at] as number) < end) this.sentenceOfToken[at++] = s
    }
  }

  flag(token: number, flag: number): boolean {
    return ((this.tokens.flags[token] as number) & flag) !== 0
  }

  /** Fills shape and affixes of a token's word on first use. */
  describe(token: number): number {
    const word = this.wordOfToken[token] as number
    if (this.hasAffixes[word]) return word
    this.hasAffixes[word] = 1
    const first = this.firstToken[word] as number
    const start = this.tokens.start[first] as number
    const end = this.tokens.end[first] as number
    const at = word * 2 * AFFIXES
    hashPrefixes(this.text, start, end, this.affixes, at, AFFIXES)
    hashSuffixes(this.text, start, end, this.affixes, at + AFFIXES, AFFIXES)
    this.hashShape(word, start, end)
    return word
  }

  /** Shape "Xxxx-dd" of the first twelve code units; the short shape says each run of one kind once. */
  private hashShape(word: number, start: number, end: number): void {
    let long = 17
    let short = 23
    let previous = -1
    const last = Math.min(end, start + 12)
    for (let i = start; i < last; i++) {
      const kind = kindOf(this.text.charCodeAt(i), this.text[i] as string)
      long = mix(long, kind)
      if (kind !== previous) short = mix(short, kind)
      previous = kind
    }
    this.shape[word] = long
    this.shortShape[word] = short
  }

  isCapital(token: number): boolean {
    return this.flag(token, TokenFlag.capital)
  }
}

function kindOf(code: number, char: string): number {
  if (code >= 97 && code <= 122) return 1
  if (code >= 65 && code <= 90) return 2
  if (code >= 48 && code <= 57) return 3
  if (code < 128) return code
  return char.toLowerCase() !== char ? 2 : char.toUpperCase() !== char ? 1 : code === 0x2019 ? 0x27 : 4
}
