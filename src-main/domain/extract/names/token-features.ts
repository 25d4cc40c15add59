import type { ArticleEvidence } from './article-evidence'
import { AFFIXES, type ArticleWords } from './article-words'
import type { TagHistory } from './tag-history'
import { K } from './token-feature-kinds'
import { mix } from './word-hash'

const NOTHING = 0x51ab3d07
const MOST_FEATURES = 256
const OCCURRENCES = 3

/**
 * Writes the features of a token as 32-bit keys, with the kind each is of. One instance serves one article; `static` features depend on
 * the article alone, those of `history` also on the names already tagged in it.
 */
export class TokenFeatures {
  readonly keys = new Int32Array(MOST_FEATURES)
  readonly kinds = new Uint8Array(MOST_FEATURES)
  /** What the key was made of; the number of a list for the kinds that name one. */
  readonly values = new Int32Array(MOST_FEATURES)
  count = 0
  private readonly words: ArticleWords
  /** Classes of the token's word in `NameTables.classes`, looked up once for each folded word; -1 not yet. */
  private readonly classes: Int32Array

  constructor(readonly evidence: ArticleEvidence) {
    this.words = evidence.words
    this.classes = new Int32Array(evidence.words.foldedCount).fill(-1)
  }

  private add(kindOfFeature: number, value: number): void {
    const key = mix(kindOfFeature + 1, value)
    this.keys[this.count] = key === 0 ? 1 : key
    this.values[this.count] = value
    this.kinds[this.count++] = kindOfFeature
  }

  /** Features of `token` inside its sentence `[from, to)` that do not depend on what was tagged before. */
  static(token: number, from: number, to: number): void {
    this.count = 0
    this.wordFeatures(token, from, to)
    this.classFeatures(token, from, to)
    this.listFeatures(token, from, to)
    this.placeFeatures(token)
    this.runFeatures(token, from, to)
    this.articleFeatures(token)
  }

  /** Appends what the article's names so far say about the token. */
  history(token: number, history: TagHistory): void {
    const { words, evidence } = this
    const folded = words.foldedOfToken[token] as number
    const seen = history.summary(folded)
    if (seen !== 0) this.add(K.earlier, seen)
    if (seen !== 0) this.add(K.earlier, mix(seen, evidence.runLengthAt(token)))
    if (token > 0) {
      const before = history.summary(words.foldedOfToken[token - 1] as number)
      if (before !== 0 && words.isCapital(token - 1)) this.add(K.earlierL, before)
    }
    const acronym = evidence.acronymRun[token] as number
    if (acronym > 0) {
      const full = history.summary(words.foldedOfToken[acronym - 1] as number)
      if (full !== 0) this.add(K.earlierOther, full)
    }
  }

  private lower(token: number, from: number, to: number): number {
    return token >= from && token < to ? (this.words.lowerOfToken[token] as number) : NOTHING
  }

  private classOf(token: number, from: number, to: number): number {
    if (token < from || token >= to) return 0x1fffff
    const folded = this.words.foldedOfToken[token] as number
    let found = this.classes[folded] as number
    if (found < 0) {
      found = this.evidence.tables.classes.get(this.words.lowerOfToken[token] as number)
      this.classes[folded] = found
    }
    return found
  }

  private shortShape(token: number, from: number, to: number): number {
    return token >= from && token < to ? (this.words.shortShape[this.words.describe(token)] as number) : NOTHING
  }

  private wordFeatures(i: number, from: number, to: number): void {
    const { words } = this
    const word = words.describe(i)
    const w0 = words.lowerOfToken[i] as number
    const l1 = this.lower(i - 1, from, to)
    const l2 = this.lower(i - 2, from, to)
    const r1 = this.lower(i + 1, from, to)
    const r2 = this.lower(i + 2, from, to)
    this.add(K.bias, 0)
    this.add(K.exact, words.exact[word] as number)
    this.add(K.word, w0)
    this.add(K.word1L, l1)
    this.add(K.word1R, r1)
    this.add(K.word2L, l2)
    this.add(K.word2R, r2)
    this.add(K.pairL, mix(l1, w0))
    this.add(K.pairR, mix(w0, r1))
    this.add(K.around, mix(l1, r1))
    this.add(K.twoL, mix(l2, l1))
    this.add(K.twoR, mix(r1, r2))
    const s0 = words.shortShape[word] as number
    const sL = this.shortShape(i - 1, from, to)
    const sR = this.shortShape(i + 1, from, to)
    this.add(K.shape, words.shape[word] as number)
    this.add(K.short, s0)
    this.add(K.shortL, sL)
    this.add(K.shortR, sR)
    this.add(K.shapesL, mix(sL, s0))
    this.add(K.shapesR, mix(s0, sR))
    this.add(K.shapes3, mix(mix(sL, s0), sR))
    const at = word * 2 * AFFIXES
    const length = Math.min((words.tokens.end[i] as number) - (words.tokens.start[i] as number), AFFIXES)
    for (let k = 0; k < length; k++) {
      this.add(K.prefix, words.affixes[at + k] as number)
      this.add(K.suffix, words.affixes[at + AFFIXES + k] as number)
    }
  }

  private classFeatures(i: number, from: number, to: number): void {
    const c0 = this.classOf(i, from, to)
    const l1 = this.classOf(i - 1, from, to)
    const r1 = this.classOf(i + 1, from, to)
    const l2 = this.classOf(i - 2, from, to)
    const r2 = this.classOf(i + 2, from, to)
    this.add(K.coarse, coarse(c0))
    this.add(K.coarse1L, coarse(l1))
    this.add(K.coarse1R, coarse(r1))
    this.add(K.coarse2L, coarse(l2))
    this.add(K.coarse2R, coarse(r2))
    this.add(K.fine, fine(c0))
    this.add(K.fine1L, fine(l1))
    this.add(K.fine1R, fine(r1))
    this.add(K.fine2L, fine(l2))
    this.add(K.fine2R, fine(r2))
    this.add(K.coarsePairL, mix(coarse(l1), coarse(c0)))
    this.add(K.coarsePairR, mix(coarse(c0), coarse(r1)))
    this.add(K.coarseAround, mix(coarse(l1), coarse(r1)))
    this.add(K.band, c0 >>> 17)
  }

  private listFeatures(i: number, from: number, to: number): void {
    const { evidence } = this
    this.addBits(K.phraseBegin, evidence.phraseBegin[i] as number)
    this.addBits(K.phraseInside, evidence.phraseInside[i] as number)
    this.addBits(K.phraseLast, evidence.phraseLast[i] as number)
    const single = evidence.single[i] as number
    this.addBits(K.single, single)
    this.add(K.lists, single)
    this.add(K.listsShape, mix(single, this.words.shortShape[this.words.wordOfToken[i] as number] as number))
    this.add(K.listsL, i - 1 >= from ? this.listsOf(i - 1) : NOTHING)
    this.add(K.listsR, i + 1 < to ? this.listsOf(i + 1) : NOTHING)
  }

  /** Lists of a neighbour, lower-case words included ("president"). */
  private listsOf(token: number): number {
    const single = this.evidence.single[token] as number
    return single !== 0 ? single : this.evidence.tables.lists.get(this.words.lowerOfToken[token] as number)
  }

  private addBits(kindOfFeature: number, bits: number): void {
    for (let rest = bits; rest !== 0; rest &= rest - 1) this.add(kindOfFeature, 31 - Math.clz32(rest & -rest))
  }

  private placeFeatures(i: number): void {
    const { evidence, words } = this
    const opens = evidence.isSentenceStart(i) ? 1 : evidence.opensSentence(i) ? 2 : 0
    this.add(K.place, opens)
    if (opens !== 0) this.add(K.placeWord, words.lowerOfToken[i] as number)
    const shouting = evidence.shouting[words.sentenceOfToken[i] as number] as number
    if (shouting) this.add(K.shouting, words.shortShape[words.wordOfToken[i] as number] as number)
    const before = i > 0 ? words.text[words.tokens.start[i - 1] as number] : ''
    const after = words.text[words.tokens.end[i] as number]
    if (before === '(' || after === ')') this.add(K.brackets, (before === '(' ? 1 : 0) + (after === ')' ? 2 : 0))
  }

  private runFeatures(i: number, from: number, to: number): void {
    const { evidence, words } = this
    const run = evidence.runOfToken[i] as number
    const start = run < 0 ? i : (evidence.runStart[run] as number)
    const end = run < 0 ? i + 1 : (evidence.runEnd[run] as number)
    const length = Math.min(end - start, 6) + (run < 0 ? 10 : 0)
    const left = this.lower(start - 1, from, to)
    const leftClass = this.classOf(start - 1, from, to)
    const rightClass = this.classOf(end, from, to)
    this.add(K.runL, left)
    this.add(K.runR, this.lower(end, from, to))
    this.add(K.runFirst, words.lowerOfToken[start] as number)
    this.add(K.runLast, words.lowerOfToken[end - 1] as number)
    this.add(K.runLength, length)
    this.add(K.runPlace, mix(i - start, end - i))
    this.add(K.runCoarseL, coarse(leftClass))
    this.add(K.runCoarseR, coarse(rightClass))
    this.add(K.runCoarseLast, fine(this.classOf(end - 1, from, to)))
    this.add(K.runListsFirst, evidence.single[start] as number)
    this.add(K.runListsLast, evidence.single[end - 1] as number)
  }

  private articleFeatures(i: number): void {
    const { evidence, words } = this
    const folded = words.foldedOfToken[i] as number
    const low = Math.min(evidence.lowerCount[folded] as number, 3)
    const middle = Math.min(evidence.midCount[folded] as number, 4)
    const capital = Math.min(evidence.capitalCount[folded] as number, 4)
    this.add(K.caseElsewhere, low + 4 * middle + 32 * capital)
    if (evidence.opensSentence(i)) this.add(K.caseAtStart, low + 4 * middle)
    this.otherRunFeatures(i)
    this.occurrenceFeatures(i)
    const acronym = evidence.acronymRun[i] as number
    if (acronym > 0) {
      this.add(K.acronym, 1)
      this.add(K.acronym, words.lowerOfToken[acronym - 1] as number)
    } else if (acronym < 0) this.add(K.spelled, acronym)
  }

  private otherRunFeatures(i: number): void {
    const { evidence, words } = this
    const other = evidence.runElsewhere(i)
    if (other < 0) {
      this.add(K.otherLength, 0)
      return
    }
    const start = evidence.runStart[other] as number
    const end = evidence.runEnd[other] as number
    const own = evidence.runLengthAt(i)
    this.add(K.otherLength, mix(Math.min(end - start, 5), Math.min(own, 3)))
    this.add(K.otherFirst, words.lowerOfToken[start] as number)
    this.add(K.otherLast, words.lowerOfToken[end - 1] as number)
    this.add(K.otherL, start > 0 ? (words.lowerOfToken[start - 1] as number) : NOTHING)
    this.add(K.otherCoarse, fine(this.classOf(end - 1, 0, words.tokens.count)))
  }

  /** Neighbours of the same word where it stands capitalised elsewhere in mid-sentence. */
  private occurrenceFeatures(token: number): void {
    const { evidence, words } = this
    const n = words.tokens.count
    let at = evidence.chainHead[words.foldedOfToken[token] as number] as number
    for (let seen = 0; at > 0 && seen < OCCURRENCES; at = evidence.chainNext[at] as number) {
      if (at === token || evidence.opensSentence(at)) continue
      seen++
      this.add(K.elsewhereL, words.lowerOfToken[at - 1] as number)
      this.add(K.elsewhereCoarseL, coarse(this.classOf(at - 1, 0, n)))
      if (at + 1 === n) continue
      this.add(K.elsewhereR, words.lowerOfToken[at + 1] as number)
      this.add(K.elsewhereCoarseR, coarse(this.classOf(at + 1, 0, n)))
    }
  }
}

function coarse(classes: number): number {
  return (classes >>> 10) & 0x7f
}

function fine(classes: number): number {
  return classes & 0x3ff
}
