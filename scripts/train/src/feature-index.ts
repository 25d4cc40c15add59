import { TokenFeatures } from '../../../src-main/domain/extract/names/token-features'
import type { Article } from './corpus'

/** Rows kept free for features of the article's history, which appear while training. */
const HISTORY_ROWS = 1 << 15

/** Numbers the features that occur at least `leastCount` times, from 0. */
export class FeatureIndex {
  private keys: Int32Array
  private values: Int32Array
  private mask: number
  private distinct = 0
  size = 0
  readonly capacity: number

  constructor(articles: Article[], leastCount: number) {
    this.keys = new Int32Array(1 << 22)
    this.values = new Int32Array(1 << 22)
    this.mask = (1 << 22) - 1
    for (const article of articles) this.countArticle(article)
    const { keys, values } = this
    let size = 0
    for (const count of values) if (count >= leastCount) size++
    this.keys = new Int32Array(nextPower(2 * (size + HISTORY_ROWS)))
    this.values = new Int32Array(this.keys.length)
    this.mask = this.keys.length - 1
    for (let i = 0; i < keys.length; i++) if ((values[i] as number) >= leastCount) this.rowOrNew(keys[i] as number)
    this.capacity = this.size + HISTORY_ROWS
  }

  private countArticle(article: Article): void {
    const features = new TokenFeatures(article.evidence)
    for (const { from, to, sentenceFrom, sentenceTo } of article.stretches)
      for (let token = from; token < to; token++) {
        features.static(token, sentenceFrom, sentenceTo)
        if (this.distinct * 2 > this.mask) this.grow()
        for (let k = 0; k < features.list.count; k++) {
          const slot = this.slot(features.list.keys[k] as number)
          if (this.keys[slot] === 0) this.distinct++
          this.keys[slot] = features.list.keys[k] as number
          this.values[slot] = (this.values[slot] as number) + 1
        }
      }
  }

  private grow(): void {
    const { keys, values } = this
    this.keys = new Int32Array(keys.length * 2)
    this.values = new Int32Array(keys.length * 2)
    this.mask = this.keys.length - 1
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0) continue
      const slot = this.slot(keys[i] as number)
      this.keys[slot] = keys[i] as number
      this.values[slot] = values[i] as number
    }
  }

  private slot(key: number): number {
    let slot = (key ^ (key >>> 17)) & this.mask
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & this.mask
    return slot
  }

  /** The feature's row, -1 when it has none. */
  row(key: number): number {
    const slot = this.slot(key)
    return this.keys[slot] === 0 ? -1 : (this.values[slot] as number)
  }

  /** The feature's row, a new one when it has none. */
  rowOrNew(key: number): number {
    const slot = this.slot(key)
    if (this.keys[slot] === 0) {
      this.keys[slot] = key
      this.values[slot] = this.size++
    }
    return this.values[slot] as number
  }

  *entries(): Generator<[key: number, row: number]> {
    for (let i = 0; i < this.keys.length; i++)
      if (this.keys[i] !== 0) yield [this.keys[i] as number, this.values[i] as number]
  }
}

function nextPower(least: number): number {
  let power = 1024
  while (power < least) power *= 2
  return power
}
