import type { Stretch } from '../../../src-main/domain/extract/names/stretches'
import { TagHistory } from '../../../src-main/domain/extract/names/tag-history'
import { LABELS, OUTSIDE } from '../../../src-main/domain/extract/names/tag-set'
import { TokenFeatures } from '../../../src-main/domain/extract/names/token-features'
import { transitionIndex, Viterbi, WORD_CLASSES } from '../../../src-main/domain/extract/names/viterbi'
import { wordClass } from '../../../src-main/domain/extract/names/word-class'
import type { Article } from './corpus'
import { FeatureIndex } from './feature-index'
import { Random } from './random'

export interface TrainOptions {
  epochs: number
  seeds: number[]
  /** Added to the score of every wrong label while training. */
  margin: number
  /** Share of a token's features left out at each step. */
  dropout: number
  /** Features seen less often are left out. */
  leastCount: number
  /** Kinds of features left out, to see what each is worth. */
  without: ReadonlySet<number>
  log: (line: string) => void
}

/** Dense averaged weights: `LABELS` for each row of the index. */
export interface Trained {
  index: FeatureIndex
  weights: Float32Array
  transitions: Float32Array
}

/** Static features of all stretches of an article as rows of the index. */
interface Prepared {
  article: Article
  features: TokenFeatures
  /** Rows of token k of the article's stretches, laid end to end: `rows[offsets[k] .. offsets[k + 1])`. */
  offsets: Int32Array
  rows: Int32Array
  classes: Uint8Array
}

/** Averaged perceptron over label sequences, several seeds averaged into one model. */
export function train(articles: Article[], options: TrainOptions): Trained {
  const index = new FeatureIndex(articles, options.leastCount)
  options.log(`${index.size} features`)
  const prepared = articles.map((article) => prepareRows(article, index, options.without))
  const sum = new Float32Array(index.capacity * LABELS)
  const transitions = new Float32Array(WORD_CLASSES * LABELS * LABELS)
  for (const seed of options.seeds) {
    const run = new Run(prepared, index, options, new Random(seed))
    const trained = run.train()
    for (let i = 0; i < sum.length; i++)
      sum[i] = (sum[i] as number) + (trained.weights[i] as number) / options.seeds.length
    for (let i = 0; i < transitions.length; i++)
      transitions[i] = (transitions[i] as number) + (trained.transitions[i] as number) / options.seeds.length
  }
  return { index, weights: sum, transitions }
}

function prepareRows(article: Article, index: FeatureIndex, without: ReadonlySet<number>): Prepared {
  const features = new TokenFeatures(article.evidence)
  const offsets = [0]
  const rows: number[] = []
  const classes: number[] = []
  for (const { from, to, sentenceFrom, sentenceTo } of article.stretches)
    for (let token = from; token < to; token++) {
      features.static(token, sentenceFrom, sentenceTo)
      for (let k = 0; k < features.list.count; k++) {
        const row = without.has(features.list.kinds[k] as number) ? -1 : index.row(features.list.keys[k] as number)
        if (row >= 0) rows.push(row)
      }
      offsets.push(rows.length)
      classes.push(wordClass(article.words, token))
    }
  return {
    article,
    features,
    offsets: Int32Array.from(offsets),
    rows: Int32Array.from(rows),
    classes: Uint8Array.from(classes),
  }
}

class Run {
  private readonly weights: Float32Array
  private readonly sums: Float64Array
  private readonly transitions = new Float32Array(WORD_CLASSES * LABELS * LABELS)
  private readonly transitionSums = new Float64Array(WORD_CLASSES * LABELS * LABELS)
  private readonly viterbi = new Viterbi()
  private emissions = new Float64Array(256 * LABELS)
  private kept: Int32Array[] = Array.from({ length: 256 }, () => new Int32Array(256))
  private keptCount = new Int32Array(256)
  private step = 1
  private mistakes = 0

  constructor(
    private readonly articles: Prepared[],
    private readonly index: FeatureIndex,
    private readonly options: TrainOptions,
    private readonly random: Random,
  ) {
    this.weights = new Float32Array(index.capacity * LABELS)
    this.sums = new Float64Array(index.capacity * LABELS)
  }

  train(): { weights: Float32Array; transitions: Float32Array } {
    const order = this.articles.slice()
    for (let epoch = 1; epoch <= this.options.epochs; epoch++) {
      const started = Date.now()
      this.mistakes = 0
      for (const article of this.random.shuffle(order)) this.learnArticle(article)
      this.options.log(`epoch ${epoch}: ${this.mistakes} wrong labels, ${((Date.now() - started) / 1000).toFixed(1)} s`)
    }
    const average = (now: Float32Array, sums: Float64Array) =>
      now.map((weight, i) => weight - (sums[i] as number) / this.step)
    return { weights: average(this.weights, this.sums), transitions: average(this.transitions, this.transitionSums) }
  }

  private learnArticle(prepared: Prepared): void {
    const history = new TagHistory(prepared.article.words)
    let at = 0
    for (const stretch of prepared.article.stretches) {
      this.learnStretch(prepared, stretch, at, history)
      at += stretch.to - stretch.from
    }
  }

  private learnStretch(prepared: Prepared, stretch: Stretch, at: number, history: TagHistory): void {
    const count = stretch.to - stretch.from
    if (count > this.kept.length) this.widen(count)
    this.emissions.fill(0, 0, count * LABELS)
    const { labels, weight } = prepared.article
    for (let k = 0; k < count; k++) {
      this.keepFeatures(prepared, stretch.from + k, at + k, k, history)
      const gold = labels[stretch.from + k] as number
      for (let label = 0; label < LABELS; label++) {
        const slot = k * LABELS + label
        if (label !== gold) this.emissions[slot] = (this.emissions[slot] as number) + this.options.margin
      }
    }
    const classes = prepared.classes.subarray(at, at + count)
    this.viterbi.run(count, this.emissions, classes, this.transitions)
    const guess = this.viterbi.labels
    let previousGold = OUTSIDE
    let previousGuess = OUTSIDE
    for (let k = 0; k < count; k++) {
      const gold = labels[stretch.from + k] as number
      const guessed = guess[k] as number
      if (gold !== guessed) {
        this.mistakes++
        this.update(k, gold, weight)
        this.update(k, guessed, -weight)
      }
      if (gold !== guessed || previousGold !== previousGuess) {
        this.updateTransition(transitionIndex(previousGold, gold, classes[k] as number), weight)
        this.updateTransition(transitionIndex(previousGuess, guessed, classes[k] as number), -weight)
      }
      previousGold = gold
      previousGuess = guessed
    }
    history.record(stretch.from, guess, count)
    this.step++
  }

  /** Chooses the features of this step (dropout) and adds their weights to the emissions of token k of the stretch. */
  private keepFeatures(prepared: Prepared, token: number, position: number, k: number, history: TagHistory): void {
    const { features, offsets, rows } = prepared
    const kept = this.kept[k] as Int32Array
    const threshold = this.options.dropout * 0x100000000
    let n = 0
    for (let j = offsets[position] as number; j < (offsets[position + 1] as number); j++)
      if (this.random.next() >= threshold) kept[n++] = rows[j] as number
    features.list.count = 0
    features.addHistory(token, history)
    for (let j = 0; j < features.list.count; j++)
      if (this.random.next() >= threshold && !this.options.without.has(features.list.kinds[j] as number))
        kept[n++] = this.index.rowOrNew(features.list.keys[j] as number)
    this.keptCount[k] = n
    const base = k * LABELS
    const { weights, emissions } = this
    for (let j = 0; j < n; j++) {
      const row = (kept[j] as number) * LABELS
      for (let label = 0; label < LABELS; label++)
        emissions[base + label] = (emissions[base + label] as number) + (weights[row + label] as number)
    }
  }

  private update(k: number, label: number, by: number): void {
    const kept = this.kept[k] as Int32Array
    const n = this.keptCount[k] as number
    for (let j = 0; j < n; j++) {
      const slot = (kept[j] as number) * LABELS + label
      this.weights[slot] = (this.weights[slot] as number) + by
      this.sums[slot] = (this.sums[slot] as number) + by * this.step
    }
  }

  private updateTransition(slot: number, by: number): void {
    this.transitions[slot] = (this.transitions[slot] as number) + by
    this.transitionSums[slot] = (this.transitionSums[slot] as number) + by * this.step
  }

  private widen(count: number): void {
    const room = count * 2
    this.emissions = new Float64Array(room * LABELS)
    this.kept = Array.from({ length: room }, () => new Int32Array(256))
    this.keptCount = new Int32Array(room)
  }
}
