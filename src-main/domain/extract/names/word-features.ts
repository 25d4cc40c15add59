import type { ArticleEvidence } from './article-evidence'
import { AFFIXES, type ArticleWords } from './article-words'
import type { FeatureList } from './feature-list'
import { K } from './token-feature-kinds'
import { mix } from './word-hash'

/** The hash of no word: outside the sentence. */
const NO_WORD = 0x51ab3d07
const NO_CLASS = 0x1fffff

/** Where a word stands from which it speaks for a token. */
export const Place = {
  self: 0,
  left: 1,
  right: 2,
  secondLeft: 3,
  secondRight: 4,
  leftOfRun: 5,
  rightOfRun: 6,
  firstOfRun: 7,
  lastOfRun: 8,
  firstOfOther: 9,
  lastOfOther: 10,
  leftOfOther: 11,
  leftElsewhere: 12,
  rightElsewhere: 13,
} as const
export const PLACES = 14

/** Features that depend on nothing but one word and its place, so that what they weigh can be kept for the next time the word stands there. */
export class WordFeatures {
  private readonly words: ArticleWords
  /** Classes of the token's word in `NameTables.classes`, looked up once for each folded word; -1 not yet. */
  private readonly classes: Int32Array

  constructor(private readonly evidence: ArticleEvidence) {
    this.words = evidence.words
    this.classes = new Int32Array(evidence.words.foldedCount).fill(-1)
  }

  /** Hash without case, `NO_WORD` for token -1. */
  lower(token: number): number {
    return token < 0 ? NO_WORD : (this.words.lowerOfToken[token] as number)
  }

  /** Hash of the word as printed, `NO_WORD` for token -1. */
  exact(token: number): number {
    return token < 0 ? NO_WORD : (this.words.exact[this.words.wordOfToken[token] as number] as number)
  }

  shortShape(token: number): number {
    return token < 0 ? NO_WORD : (this.words.shortShape[this.words.describe(token)] as number)
  }

  coarse(token: number): number {
    return (this.classOf(token) >>> 10) & 0x7f
  }

  private fine(token: number): number {
    return this.classOf(token) & 0x3ff
  }

  private classOf(token: number): number {
    if (token < 0) return NO_CLASS
    const folded = this.words.foldedOfToken[token] as number
    let found = this.classes[folded] as number
    if (found < 0) {
      found = this.evidence.tables.classes.get(this.words.lowerOfToken[token] as number)
      this.classes[folded] = found
    }
    return found
  }

  /** Lists of a neighbour, lower-case words included ("president"). */
  private listsOf(token: number): number {
    if (token < 0) return NO_WORD
    const single = this.evidence.single[token] as number
    return single !== 0 ? single : this.evidence.tables.lists.get(this.words.lowerOfToken[token] as number)
  }

  /** Appends what the word of `token` (-1: none) says from `place`. */
  add(place: number, token: number, out: FeatureList): void {
    const lower = this.lower(token)
    switch (place) {
      case Place.self:
        return this.addSelf(token, lower, out)
      case Place.left:
        out.add(K.shortL, this.shortShape(token))
        out.add(K.listsL, this.listsOf(token))
        return this.addNeighbour(token, lower, K.word1L, K.coarse1L, K.fine1L, out)
      case Place.right:
        out.add(K.shortR, this.shortShape(token))
        out.add(K.listsR, this.listsOf(token))
        return this.addNeighbour(token, lower, K.word1R, K.coarse1R, K.fine1R, out)
      case Place.secondLeft:
        return this.addNeighbour(token, lower, K.word2L, K.coarse2L, K.fine2L, out)
      case Place.secondRight:
        return this.addNeighbour(token, lower, K.word2R, K.coarse2R, K.fine2R, out)
      case Place.leftOfRun:
        out.add(K.runL, lower)
        return out.add(K.runCoarseL, this.coarse(token))
      case Place.rightOfRun:
        out.add(K.runR, lower)
        return out.add(K.runCoarseR, this.coarse(token))
      case Place.firstOfRun:
        out.add(K.runFirst, lower)
        return out.add(K.runListsFirst, this.evidence.single[token] as number)
      case Place.lastOfRun:
        out.add(K.runLast, lower)
        out.add(K.runCoarseLast, this.fine(token))
        return out.add(K.runListsLast, this.evidence.single[token] as number)
      case Place.firstOfOther:
        return out.add(K.otherFirst, lower)
      case Place.lastOfOther:
        out.add(K.otherLast, lower)
        return out.add(K.otherCoarse, this.fine(token))
      case Place.leftOfOther:
        return out.add(K.otherL, lower)
      case Place.leftElsewhere:
        out.add(K.elsewhereL, lower)
        return out.add(K.elsewhereCoarseL, this.coarse(token))
      default:
        out.add(K.elsewhereR, lower)
        return out.add(K.elsewhereCoarseR, this.coarse(token))
    }
  }

  private addNeighbour(token: number, lower: number, word: number, coarse: number, fine: number, out: FeatureList) {
    out.add(word, lower)
    out.add(coarse, this.coarse(token))
    out.add(fine, this.fine(token))
  }

  private addSelf(token: number, lower: number, out: FeatureList): void {
    const { words } = this
    const word = words.describe(token)
    out.add(K.bias, 0)
    out.add(K.exact, words.exact[word] as number)
    out.add(K.word, lower)
    out.add(K.shape, words.shape[word] as number)
    out.add(K.short, words.shortShape[word] as number)
    const at = word * 2 * AFFIXES
    const length = Math.min((words.tokens.end[token] as number) - (words.tokens.start[token] as number), AFFIXES)
    for (let k = 0; k < length; k++) {
      out.add(K.prefix, words.affixes[at + k] as number)
      out.add(K.suffix, words.affixes[at + AFFIXES + k] as number)
    }
    out.add(K.coarse, this.coarse(token))
    out.add(K.fine, this.fine(token))
    out.add(K.band, this.classOf(token) >>> 17)
    const single = this.evidence.single[token] as number
    out.addBits(K.single, single)
    out.add(K.lists, single)
    out.add(K.listsShape, mix(single, words.shortShape[word] as number))
  }
}
