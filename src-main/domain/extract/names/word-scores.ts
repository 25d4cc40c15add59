import { FeatureList } from './feature-list'
import type { NameModel } from './name-model'
import { LABELS } from './tag-set'
import { PLACES, type WordFeatures } from './word-features'

/** Words kept for each place; one more drives out the one that has its slot. */
const SLOTS = 1 << 11

/**
 * What single words weigh from their places, kept from article to article: the same few thousand words stand around nearly all names.
 * A kept sum is the sum that would be made again, so answers do not depend on what was read before.
 */
export class WordScores {
  private readonly exact = new Int32Array(PLACES * SLOTS)
  private readonly lower = new Int32Array(PLACES * SLOTS)
  private readonly filled = new Uint8Array(PLACES * SLOTS)
  private readonly sums = new Float32Array(PLACES * SLOTS * LABELS)
  private readonly list = new FeatureList()
  private readonly sum = new Float64Array(LABELS)

  private constructor(private readonly model: NameModel) {}

  private static readonly ofModel = new WeakMap<NameModel, WordScores>()

  /** The scores kept for a model; its weights must not change. */
  static of(model: NameModel): WordScores {
    const known = WordScores.ofModel.get(model)
    if (known) return known
    const made = new WordScores(model)
    WordScores.ofModel.set(model, made)
    return made
  }

  /** Adds what the word of `token` (-1: none) weighs from `place` to the scores that begin at `scores[at]`. */
  add(words: WordFeatures, place: number, token: number, scores: Float64Array, at: number): void {
    const exact = words.exact(token)
    const slot = place * SLOTS + ((exact ^ (exact >>> 16)) & (SLOTS - 1))
    const row = slot * LABELS
    const { sums } = this
    if (this.filled[slot] === 0 || this.exact[slot] !== exact || this.lower[slot] !== words.lower(token)) {
      this.exact[slot] = exact
      this.lower[slot] = words.lower(token)
      this.filled[slot] = 1
      this.sum.fill(0)
      this.list.count = 0
      words.add(place, token, this.list)
      this.model.weights.addScores(this.list.keys, this.list.count, this.sum, 0)
      sums.set(this.sum, row)
    }
    for (let label = 0; label < LABELS; label++)
      scores[at + label] = (scores[at + label] as number) + (sums[row + label] as number)
  }
}
