import type { Range } from '../../text/span'
import type { Tokens } from '../../text/tokens'
import { ArticleEvidence } from './article-evidence'
import { ArticleWords } from './article-words'
import type { NameModel } from './name-model'
import { splitHyphens } from './split-hyphens'
import { findStretches, type Stretch } from './stretches'
import { TagHistory } from './tag-history'
import { BEGIN, INSIDE, isOpen, LABELS, labelOf, LAST, OUTSIDE, TAG_TYPES, typeOfLabel, UNIT } from './tag-set'
import { TokenFeatures } from './token-features'
import { READINGS, Viterbi } from './viterbi'
import { wordClass } from './word-class'
import { WordScores } from './word-scores'

const OUTSIDE_READING: number = TAG_TYPES.length

/** A name in tokens of the finer cut. */
export interface TaggedName {
  /** First token and the one after the last. */
  from: number
  to: number
  /** Number in `TAG_TYPES`. */
  type: number
  margin: number
  /** For each type of `TAG_TYPES`, then "outside": score of that reading minus that of the best, 0 or less, over its worst token. */
  readings: Float64Array
}

/** What one feature of one token adds to the chosen reading over its closest rival. */
export interface Contribution {
  /** Number in `FEATURE_KINDS`. */
  kind: number
  token: number
  value: number
  weight: number
}

/** Tags one article from front to back. */
export class ArticleTagger {
  readonly words: ArticleWords
  readonly evidence: ArticleEvidence
  readonly features: TokenFeatures
  readonly stretches: Stretch[]
  private readonly history: TagHistory
  private readonly scores: WordScores
  private readonly viterbi = new Viterbi()
  private emissions = new Float64Array(64 * LABELS)
  private classes = new Uint8Array(64)
  private readings = new Float64Array(64 * READINGS)

  constructor(
    text: string,
    tokens: Tokens,
    sentences: Range[],
    private readonly model: NameModel,
  ) {
    this.words = new ArticleWords(text, splitHyphens(text, tokens), sentences)
    this.evidence = new ArticleEvidence(this.words, model.tables)
    this.features = new TokenFeatures(this.evidence)
    this.stretches = findStretches(this.words)
    this.history = new TagHistory(this.words)
    this.scores = WordScores.of(model)
  }

  run(): TaggedName[] {
    return this.stretches.flatMap((stretch) => {
      const names = this.read(stretch)
      this.remember(stretch)
      return names
    })
  }

  /** Later stretches see how this one was read. */
  private remember(stretch: Stretch): void {
    this.history.record(stretch.from, this.viterbi.labels, stretch.to - stretch.from)
  }

  private read(stretch: Stretch): TaggedName[] {
    this.score(stretch)
    const count = stretch.to - stretch.from
    this.viterbi.run(count, this.emissions, this.classes, this.model.transitions)
    if (!this.hasName(count)) return []
    this.viterbi.readings(count, this.emissions, this.classes, this.model.transitions, this.readings)
    return this.collect(stretch.from, count)
  }

  /** What speaks for the name at `[start, end)` (UTF-16), feature by feature; empty when the tagger finds no name just there. */
  explain(start: number, end: number): Contribution[] {
    const { tokens } = this.words
    for (const stretch of this.stretches) {
      const found = this.read(stretch).find(
        ({ from, to }) => tokens.start[from] === start && tokens.end[to - 1] === end,
      )
      if (found) return this.contributions(stretch, found)
      if ((tokens.start[stretch.from] as number) >= end) break
      this.remember(stretch)
    }
    return []
  }

  private contributions(stretch: Stretch, name: TaggedName): Contribution[] {
    let rival = OUTSIDE_READING
    for (let reading = 0; reading < READINGS; reading++)
      if (reading !== name.type && (name.readings[reading] as number) > (name.readings[rival] as number))
        rival = reading
    const out: Contribution[] = []
    for (let token = name.from; token < name.to; token++) {
      const place =
        name.to - name.from === 1 ? UNIT : token === name.from ? BEGIN : token === name.to - 1 ? LAST : INSIDE
      const label = labelOf(name.type, place)
      const other = rival === OUTSIDE_READING ? OUTSIDE : labelOf(rival, place)
      this.features.static(token, stretch.sentenceFrom, stretch.sentenceTo)
      this.features.addHistory(token, this.history)
      const { list } = this.features
      for (let k = 0; k < list.count; k++) {
        const key = list.keys[k] as number
        const weight = this.weight(key, label) - this.weight(key, other)
        out.push({ kind: list.kinds[k] as number, token, value: list.values[k] as number, weight })
      }
    }
    return out
  }

  private weight(key: number, label: number): number {
    return this.model.weights.weight(key, label) + (this.model.learned?.weight(key, label) ?? 0)
  }

  private score({ from, to, sentenceFrom, sentenceTo }: Stretch): void {
    const count = to - from
    if (count > this.classes.length) {
      this.emissions = new Float64Array(count * 2 * LABELS)
      this.classes = new Uint8Array(count * 2)
      this.readings = new Float64Array(count * 2 * READINGS)
    }
    this.emissions.fill(0, 0, count * LABELS)
    for (let k = 0; k < count; k++) {
      this.scoreToken(from + k, sentenceFrom, sentenceTo, k * LABELS)
      this.classes[k] = wordClass(this.words, from + k)
    }
  }

  private scoreToken(token: number, sentenceFrom: number, sentenceTo: number, at: number): void {
    const { features, emissions } = this
    features.look(token, sentenceFrom, sentenceTo)
    for (let k = 0; k < features.placedCount; k++)
      this.scores.add(features.single, features.places[k] as number, features.placed[k] as number, emissions, at)
    features.list.count = 0
    features.addJoint(token, sentenceFrom, sentenceTo)
    features.addHistory(token, this.history)
    this.model.weights.addScores(features.list.keys, features.list.count, emissions, at)
    if (!this.model.learned) return
    features.static(token, sentenceFrom, sentenceTo)
    features.addHistory(token, this.history)
    this.model.learned.addScores(features.list.keys, features.list.count, emissions, at)
  }

  private hasName(count: number): boolean {
    for (let k = 0; k < count; k++) if (this.viterbi.labels[k] !== OUTSIDE) return true
    return false
  }

  private collect(from: number, count: number): TaggedName[] {
    const names: TaggedName[] = []
    const { labels } = this.viterbi
    for (let k = 0; k < count; k++) {
      if (labels[k] === OUTSIDE) continue
      let last = k
      while (isOpen(labels[last] as number)) last++
      names.push({
        from: from + k,
        to: from + last + 1,
        type: typeOfLabel(labels[k] as number),
        ...this.weigh(k, last),
      })
      k = last
    }
    return names
  }

  /**
   * What speaks for each reading of a name, and its margin: how far, at its least certain token, the best sequence is ahead of the best
   * one with another reading of that token.
   */
  private weigh(first: number, last: number): { margin: number; readings: Float64Array } {
    const type = typeOfLabel(this.viterbi.labels[first] as number)
    const readings = new Float64Array(READINGS)
    let margin = Infinity
    for (let k = first; k <= last; k++) {
      const best = this.readings[k * READINGS + type] as number
      for (let reading = 0; reading < READINGS; reading++) {
        const behind = (this.readings[k * READINGS + reading] as number) - best
        readings[reading] = Math.min(readings[reading] as number, behind / this.model.marginUnit)
        if (reading !== type) margin = Math.min(margin, -behind)
      }
    }
    return { margin: margin / this.model.marginUnit, readings }
  }
}
