import type { ArticleEvidence } from './article-evidence'
import type { ArticleWords } from './article-words'
import { FeatureList } from './feature-list'
import type { TagHistory } from './tag-history'
import { K } from './token-feature-kinds'
import { mix } from './word-hash'
import { Place, WordFeatures } from './word-features'

const OCCURRENCES = 3
/** The words that can speak for one token: each place once, those of other occurrences three times. */
const MOST_PLACED = 24

/**
 * The features of a token: what single words say from their places (`look`), what depends on more than one word (`addJoint`), and what
 * the names already tagged in the article say (`addHistory`). One instance serves one article.
 */
export class TokenFeatures {
  readonly list = new FeatureList()
  readonly single: WordFeatures
  /** After `look`: the words that speak for the token, by place and token; token -1 is no word. */
  readonly places = new Uint8Array(MOST_PLACED)
  readonly placed = new Int32Array(MOST_PLACED)
  placedCount = 0
  private readonly words: ArticleWords

  constructor(readonly evidence: ArticleEvidence) {
    this.words = evidence.words
    this.single = new WordFeatures(evidence)
  }

  /** All features of `token` inside its sentence `[from, to)` but those of `addHistory`, into `list`. */
  static(token: number, from: number, to: number): void {
    this.list.count = 0
    this.look(token, from, to)
    for (let k = 0; k < this.placedCount; k++)
      this.single.add(this.places[k] as number, this.placed[k] as number, this.list)
    this.addJoint(token, from, to)
  }

  /** Finds the words that speak for `token`. */
  look(token: number, from: number, to: number): void {
    const { evidence } = this
    this.placedCount = 0
    this.place(Place.self, token)
    this.place(Place.left, token - 1 >= from ? token - 1 : -1)
    this.place(Place.right, token + 1 < to ? token + 1 : -1)
    this.place(Place.secondLeft, token - 2 >= from ? token - 2 : -1)
    this.place(Place.secondRight, token + 2 < to ? token + 2 : -1)
    const run = evidence.runOfToken[token] as number
    const start = run < 0 ? token : (evidence.runStart[run] as number)
    const end = run < 0 ? token + 1 : (evidence.runEnd[run] as number)
    this.place(Place.leftOfRun, start - 1 >= from ? start - 1 : -1)
    this.place(Place.rightOfRun, end < to ? end : -1)
    this.place(Place.firstOfRun, start)
    this.place(Place.lastOfRun, end - 1)
    this.placeOtherRun(token)
    this.placeOccurrences(token)
  }

  private place(place: number, token: number): void {
    this.places[this.placedCount] = place
    this.placed[this.placedCount++] = token
  }

  private placeOtherRun(token: number): void {
    const other = this.evidence.runElsewhere(token)
    if (other < 0) return
    const start = this.evidence.runStart[other] as number
    this.place(Place.firstOfOther, start)
    this.place(Place.lastOfOther, (this.evidence.runEnd[other] as number) - 1)
    this.place(Place.leftOfOther, start - 1)
  }

  /** Neighbours of the same word where it stands capitalised elsewhere in mid-sentence. */
  private placeOccurrences(token: number): void {
    const { evidence, words } = this
    let at = evidence.chainHead[words.foldedOfToken[token] as number] as number
    for (let seen = 0; at > 0 && seen < OCCURRENCES; at = evidence.chainNext[at] as number) {
      if (at === token || evidence.opensSentence(at)) continue
      seen++
      this.place(Place.leftElsewhere, at - 1)
      if (at + 1 < words.tokens.count) this.place(Place.rightElsewhere, at + 1)
    }
  }

  /** Appends what the article's names so far say about the token. */
  addHistory(token: number, history: TagHistory): void {
    const { words, evidence, list } = this
    const folded = words.foldedOfToken[token] as number
    const seen = history.summary(folded)
    if (seen !== 0) list.add(K.earlier, seen)
    if (seen !== 0) list.add(K.earlier, mix(seen, evidence.runLengthAt(token)))
    if (token > 0) {
      const before = history.summary(words.foldedOfToken[token - 1] as number)
      if (before !== 0 && words.isCapital(token - 1)) list.add(K.earlierL, before)
    }
    const acronym = evidence.acronymRun[token] as number
    if (acronym > 0) {
      const full = history.summary(words.foldedOfToken[acronym - 1] as number)
      if (full !== 0) list.add(K.earlierOther, full)
    }
  }

  /** Appends what depends on several words, on where they stand or on the whole article. */
  addJoint(token: number, from: number, to: number): void {
    this.addPairs(token, from, to)
    this.addPhrases(token)
    this.addPosition(token)
    this.addRun(token)
    this.addArticle(token)
  }

  private addPairs(i: number, from: number, to: number): void {
    const { list, single } = this
    const left = i - 1 >= from ? i - 1 : -1
    const right = i + 1 < to ? i + 1 : -1
    const w0 = single.lower(i)
    const l1 = single.lower(left)
    const r1 = single.lower(right)
    list.add(K.pairL, mix(l1, w0))
    list.add(K.pairR, mix(w0, r1))
    list.add(K.around, mix(l1, r1))
    list.add(K.twoL, mix(single.lower(i - 2 >= from ? i - 2 : -1), l1))
    list.add(K.twoR, mix(r1, single.lower(i + 2 < to ? i + 2 : -1)))
    const s0 = single.shortShape(i)
    const sL = single.shortShape(left)
    const sR = single.shortShape(right)
    list.add(K.shapesL, mix(sL, s0))
    list.add(K.shapesR, mix(s0, sR))
    list.add(K.shapes3, mix(mix(sL, s0), sR))
    const c0 = single.coarse(i)
    const cL = single.coarse(left)
    const cR = single.coarse(right)
    list.add(K.coarsePairL, mix(cL, c0))
    list.add(K.coarsePairR, mix(c0, cR))
    list.add(K.coarseAround, mix(cL, cR))
  }

  private addPhrases(i: number): void {
    const { evidence, list } = this
    list.addBits(K.phraseBegin, evidence.phraseBegin[i] as number)
    list.addBits(K.phraseInside, evidence.phraseInside[i] as number)
    list.addBits(K.phraseLast, evidence.phraseLast[i] as number)
  }

  private addPosition(i: number): void {
    const { evidence, list, words } = this
    const opens = evidence.isSentenceStart(i) ? 1 : evidence.opensSentence(i) ? 2 : 0
    list.add(K.place, opens)
    if (opens !== 0) list.add(K.placeWord, words.lowerOfToken[i] as number)
    const shouting = evidence.shouting[words.sentenceOfToken[i] as number] as number
    if (shouting) list.add(K.shouting, this.single.shortShape(i))
    const before = i > 0 ? words.text[words.tokens.start[i - 1] as number] : ''
    const after = words.text[words.tokens.end[i] as number]
    if (before === '(' || after === ')') list.add(K.brackets, (before === '(' ? 1 : 0) + (after === ')' ? 2 : 0))
  }

  private addRun(i: number): void {
    const { evidence, list } = this
    const run = evidence.runOfToken[i] as number
    const start = run < 0 ? i : (evidence.runStart[run] as number)
    const end = run < 0 ? i + 1 : (evidence.runEnd[run] as number)
    list.add(K.runLength, Math.min(end - start, 6) + (run < 0 ? 10 : 0))
    list.add(K.runPlace, mix(i - start, end - i))
  }

  private addArticle(i: number): void {
    const { evidence, list, words } = this
    const folded = words.foldedOfToken[i] as number
    const low = Math.min(evidence.lowerCount[folded] as number, 3)
    const middle = Math.min(evidence.midCount[folded] as number, 4)
    const capital = Math.min(evidence.capitalCount[folded] as number, 4)
    list.add(K.caseElsewhere, low + 4 * middle + 32 * capital)
    if (evidence.opensSentence(i)) list.add(K.caseAtStart, low + 4 * middle)
    const other = evidence.runElsewhere(i)
    const length = other < 0 ? 0 : mix(Math.min(evidence.runLength(other), 5), Math.min(evidence.runLengthAt(i), 3))
    list.add(K.otherLength, length)
    const acronym = evidence.acronymRun[i] as number
    if (acronym > 0) {
      list.add(K.acronym, 1)
      list.add(K.acronym, words.lowerOfToken[acronym - 1] as number)
    } else if (acronym < 0) list.add(K.spelled, acronym)
  }
}
