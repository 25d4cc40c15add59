import { TokenFlag } from '../../text/tokens'
import { SENTENCE_OPENERS } from '../../text/abbreviations'
import type { ArticleWords } from './article-words'
import { LONGEST_PHRASE } from './name-lists'
import type { NameTables } from './name-tables'
import { mix, wordHash } from './word-hash'

const hashSet = (words: string) => new Set(words.split(/\s+/).filter(Boolean).map(wordHash))
const PARTICLES = hashSet(
  'bin bint ibn al el ben abu de da do dos das di del della der den du van von la le los las e y ul ur und zu ter ten af',
)
const CONNECTORS = hashSet('of and for the de & in on to des et del y')
const OPENERS = new Set([...SENTENCE_OPENERS].map(wordHash))

export const isParticle = (lowerHash: number): boolean => PARTICLES.has(lowerHash)
export const isOpener = (lowerHash: number): boolean => OPENERS.has(lowerHash)
export const isConnector = (lowerHash: number): boolean => CONNECTORS.has(lowerHash)

/**
 * What the whole article says about its words: how often each is capitalised, in which runs of capitals it stands, which
 * acronyms its runs spell, and which phrases of the lists it holds.
 */
export class ArticleEvidence {
  /** By folded word. */
  readonly lowerCount: Uint16Array
  readonly capitalCount: Uint16Array
  /** Occurrences with a capital that are not the first word of a sentence. */
  readonly midCount: Uint16Array
  /** Newest-first chain of capitalised occurrences: head by folded word, next by token; -1 ends. */
  readonly chainHead: Int32Array
  readonly chainNext: Int32Array
  /** By token: its run of capitals, -1 outside. */
  readonly runOfToken: Int32Array
  readonly runStart: number[] = []
  readonly runEnd: number[] = []
  /** By folded word: the longest and the second longest run that holds it. */
  readonly longestRun: Int32Array
  readonly secondRun: Int32Array
  /** By token: the run whose initials the token spells, plus one; negative for tokens of such a run. */
  readonly acronymRun: Int32Array
  /** By token: bits of lists whose phrase begins, goes on, ends, or is whole at it. */
  readonly phraseBegin: Int32Array
  readonly phraseInside: Int32Array
  readonly phraseLast: Int32Array
  readonly single: Int32Array
  /** By sentence: 1 when most of its words are capitalised. */
  readonly shouting: Uint8Array

  constructor(
    readonly words: ArticleWords,
    readonly tables: NameTables,
  ) {
    const n = words.tokens.count
    const f = words.foldedCount
    this.lowerCount = new Uint16Array(f)
    this.capitalCount = new Uint16Array(f)
    this.midCount = new Uint16Array(f)
    this.chainHead = new Int32Array(f).fill(-1)
    this.longestRun = new Int32Array(f).fill(-1)
    this.secondRun = new Int32Array(f).fill(-1)
    this.chainNext = new Int32Array(n).fill(-1)
    this.runOfToken = new Int32Array(n).fill(-1)
    this.acronymRun = new Int32Array(n)
    this.phraseBegin = new Int32Array(n)
    this.phraseInside = new Int32Array(n)
    this.phraseLast = new Int32Array(n)
    this.single = new Int32Array(n)
    this.shouting = new Uint8Array(words.sentences.length)
    this.count()
    this.findRuns()
    this.findAcronyms()
    this.findPhrases()
  }

  isSentenceStart(token: number): boolean {
    return token === 0 || this.words.sentenceOfToken[token - 1] !== this.words.sentenceOfToken[token]
  }

  /** First word of its sentence, past opening quotes and brackets. */
  opensSentence(token: number): boolean {
    let i = token
    while (!this.isSentenceStart(i)) {
      if (!this.words.flag(i - 1, TokenFlag.punctuation)) return false
      i--
    }
    return true
  }

  private count(): void {
    const { words } = this
    const capitals = new Uint16Array(words.sentences.length)
    const all = new Uint16Array(words.sentences.length)
    for (let i = 0; i < words.tokens.count; i++) {
      if (!words.flag(i, TokenFlag.word)) continue
      const folded = words.foldedOfToken[i] as number
      const sentence = words.sentenceOfToken[i] as number
      const long = (words.tokens.end[i] as number) - (words.tokens.start[i] as number) > 3
      if (sentence >= 0 && long) all[sentence] = (all[sentence] as number) + 1
      if (!words.isCapital(i)) {
        this.lowerCount[folded] = (this.lowerCount[folded] as number) + 1
        continue
      }
      if (sentence >= 0 && long) capitals[sentence] = (capitals[sentence] as number) + 1
      this.capitalCount[folded] = (this.capitalCount[folded] as number) + 1
      if (!this.opensSentence(i)) this.midCount[folded] = (this.midCount[folded] as number) + 1
      this.chainNext[i] = this.chainHead[folded] as number
      this.chainHead[folded] = i
    }
    for (let s = 0; s < all.length; s++)
      this.shouting[s] = (all[s] as number) >= 4 && (capitals[s] as number) >= 0.7 * (all[s] as number) ? 1 : 0
  }

  private findRuns(): void {
    const { words } = this
    const n = words.tokens.count
    for (let i = 0; i < n;) {
      if (!words.isCapital(i) || (OPENERS.has(words.lowerOfToken[i] as number) && this.opensSentence(i))) {
        i++
        continue
      }
      let end = i + 1
      for (let next = this.continuation(end); next > 0; next = this.continuation(end)) end = next
      this.addRun(i, end)
      i = end
    }
  }

  /** The end of the run's next member when one stands at `i` (over a hyphen or up to two particles), else 0. */
  private continuation(i: number): number {
    const { words } = this
    let at = i
    for (let skipped = 0; skipped < 3; skipped++) {
      if (at >= words.tokens.count || this.isSentenceStart(at)) return 0
      if (words.isCapital(at)) return at + 1
      const glue = words.flag(at, TokenFlag.hyphenated) || isParticle(words.lowerOfToken[at] as number)
      if (!glue) return 0
      at++
    }
    return 0
  }

  private addRun(start: number, end: number): void {
    const run = this.runStart.length
    this.runStart.push(start)
    this.runEnd.push(end)
    for (let i = start; i < end; i++) {
      this.runOfToken[i] = run
      if (!this.words.isCapital(i)) continue
      const folded = this.words.foldedOfToken[i] as number
      const longest = this.longestRun[folded] as number
      const second = this.secondRun[folded] as number
      if (longest < 0 || this.runLength(run) > this.runLength(longest)) {
        this.longestRun[folded] = run
        this.secondRun[folded] = longest
      } else if (second < 0 || this.runLength(run) > this.runLength(second)) this.secondRun[folded] = run
    }
  }

  runLength(run: number): number {
    return (this.runEnd[run] as number) - (this.runStart[run] as number)
  }

  /** Length of the token's own run, 0 outside runs. */
  runLengthAt(token: number): number {
    const run = this.runOfToken[token] as number
    return run < 0 ? 0 : Math.min(this.runLength(run), 6)
  }

  /** The longest run with the token's word that is not the token's own, -1 when there is none. */
  runElsewhere(token: number): number {
    const folded = this.words.foldedOfToken[token] as number
    const longest = this.longestRun[folded] as number
    return longest === this.runOfToken[token] ? (this.secondRun[folded] as number) : longest
  }

  private findAcronyms(): void {
    const { words } = this
    const acronyms = new Map<number, number[]>()
    for (let i = 0; i < words.tokens.count; i++) {
      const length = (words.tokens.end[i] as number) - (words.tokens.start[i] as number)
      if (!words.flag(i, TokenFlag.allCaps) || length > 7 || words.flag(i, TokenFlag.hyphenated)) continue
      let letters = 7
      for (let c = words.tokens.start[i] as number; c < (words.tokens.end[i] as number); c++)
        if (words.text[c] !== '.') letters = mix(letters, words.text.charCodeAt(c))
      const known = acronyms.get(letters)
      if (known) known.push(i)
      else acronyms.set(letters, [i])
    }
    if (acronyms.size === 0) return
    for (let i = 0; i < words.tokens.count; i++) if (words.isCapital(i)) this.matchAcronym(i, acronyms)
  }

  /** Tries the phrases that begin with the capital at `start` against the article's acronyms. */
  private matchAcronym(start: number, acronyms: Map<number, number[]>): void {
    const { words } = this
    let strict = 7
    let loose = 7
    let members = 0
    for (let i = start; i < words.tokens.count && i < start + 12; i++) {
      if (i > start && this.isSentenceStart(i)) return
      const capital = words.isCapital(i)
      if (!capital && !isConnector(words.lowerOfToken[i] as number) && !words.flag(i, TokenFlag.hyphenated)) return
      if (words.flag(i, TokenFlag.hyphenated)) continue
      const initial = words.text[words.tokens.start[i] as number]?.toUpperCase().charCodeAt(0) ?? 0
      loose = mix(loose, initial)
      if (!capital) continue
      strict = mix(strict, initial)
      members++
      if (members < 2) continue
      for (const at of acronyms.get(strict) ?? acronyms.get(loose) ?? []) {
        if (at >= start && at <= i) continue
        this.acronymRun[at] = start + 1
        for (let k = start; k <= i; k++)
          if (!this.acronymRun[k]) this.acronymRun[k] = k === start ? -1 : k === i ? -3 : -2
      }
    }
  }

  private findPhrases(): void {
    const { words, tables } = this
    const n = words.tokens.count
    for (let i = 0; i < n; i++) {
      if (!words.isCapital(i)) continue
      let hash = words.lowerOfToken[i] as number
      this.single[i] = tables.lists.get(hash)
      if (tables.phraseStarts.get(hash) === 0) continue
      for (let length = 2; length <= LONGEST_PHRASE && i + length <= n; length++) {
        const last = i + length - 1
        if (words.sentenceOfToken[last] !== words.sentenceOfToken[i]) break
        hash = mix(hash, words.lowerOfToken[last] as number)
        const lists = tables.lists.get(hash)
        if (lists !== 0) this.markPhrase(i, last, lists)
      }
    }
  }

  private markPhrase(first: number, last: number, lists: number): void {
    this.phraseBegin[first] = (this.phraseBegin[first] as number) | lists
    this.phraseLast[last] = (this.phraseLast[last] as number) | lists
    for (let i = first + 1; i < last; i++) this.phraseInside[i] = (this.phraseInside[i] as number) | lists
  }
}
