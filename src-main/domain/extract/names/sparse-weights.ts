import { KeyTable } from './key-table'

/** Weights of features by label, most of them absent. */
export class SparseWeights {
  private readonly table: KeyTable
  private readonly labels: Uint8Array
  private readonly values: Float32Array
  private used = 0

  constructor(features: number, weights: number) {
    this.table = new KeyTable(features)
    this.labels = new Uint8Array(weights)
    this.values = new Float32Array(weights)
  }

  /** Adds a feature with its `(label, value)` pairs; at most 31 of them. */
  addFeature(key: number, labels: readonly number[], values: readonly number[]): void {
    this.table.set(key, (this.used << 5) | labels.length)
    this.labels.set(labels, this.used)
    this.values.set(values, this.used)
    this.used += labels.length
  }

  /** Adds the weights of `count` keys to the scores that begin at `scores[at]`, one a label. */
  addScores(keys: Int32Array, count: number, scores: Float64Array, at: number): void {
    const { table, labels, values } = this
    for (let k = 0; k < count; k++) {
      const found = table.get(keys[k] as number)
      if (found === 0) continue
      const from = found >>> 5
      const to = from + (found & 31)
      for (let j = from; j < to; j++) {
        const slot = at + (labels[j] as number)
        scores[slot] = (scores[slot] as number) + (values[j] as number)
      }
    }
  }

  /** The weight of one feature for one label, 0 when absent. */
  weight(key: number, label: number): number {
    const found = this.table.get(key)
    const from = found >>> 5
    for (let j = from; j < from + (found & 31); j++) if (this.labels[j] === label) return this.values[j] as number
    return 0
  }
}
