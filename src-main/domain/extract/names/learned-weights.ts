import { LABELS } from './tag-set'

/**
 * What a workspace's corrections add to the shipped weights: a sparse layer over them, so that taking it away gives the shipped tagger
 * again, bit by bit.
 */
export class LearnedWeights {
  constructor(private readonly rows = new Map<number, Float64Array>()) {}

  get size(): number {
    return this.rows.size
  }

  /** Adds the weights of `count` keys to the scores that begin at `scores[at]`, one a label. */
  addScores(keys: Int32Array, count: number, scores: Float64Array, at: number): void {
    for (let k = 0; k < count; k++) {
      const row = this.rows.get(keys[k] as number)
      if (!row) continue
      for (let label = 0; label < LABELS; label++)
        scores[at + label] = (scores[at + label] as number) + (row[label] as number)
    }
  }

  /** The weight of one feature for one label, 0 when absent. */
  weight(key: number, label: number): number {
    return this.rows.get(key)?.[label] ?? 0
  }

  /** Moves the weights of keys for one label, each by its rate (1 where it has none). */
  move(keys: Int32Array, label: number, by: number, rates: ReadonlyMap<number, number>): void {
    for (const key of keys) {
      let row = this.rows.get(key)
      if (!row) this.rows.set(key, (row = new Float64Array(LABELS)))
      row[label] = (row[label] as number) + by * (rates.get(key) ?? 1)
    }
  }

  /** The same, weaker: 0.5 halves every weight. */
  scaled(by: number): LearnedWeights {
    return new LearnedWeights(new Map([...this.rows].map(([key, row]) => [key, row.map((weight) => weight * by)])))
  }

  /** These weights plus `by` times the others. */
  combined(others: LearnedWeights, by: number): LearnedWeights {
    const rows = new Map([...this.rows].map(([key, row]) => [key, row.slice()]))
    for (const [key, other] of others.rows) {
      const row = rows.get(key) ?? new Float64Array(LABELS)
      rows.set(
        key,
        row.map((weight, label) => weight + by * (other[label] as number)),
      )
    }
    return new LearnedWeights(rows)
  }

  /** Key, then a mask of its labels, then their weights as 32-bit floats; little-endian. */
  pack(): Uint8Array {
    const bytes: number[] = []
    const word = new DataView(new ArrayBuffer(4))
    const put = () => bytes.push(...new Uint8Array(word.buffer))
    for (const [key, row] of [...this.rows].sort(([a], [b]) => a - b)) {
      const kept = [...row.keys()].filter((label) => Math.abs(row[label] as number) > SMALLEST)
      if (kept.length === 0) continue
      word.setInt32(0, key, true)
      put()
      word.setInt32(
        0,
        kept.reduce((mask, label) => mask | (1 << label), 0),
        true,
      )
      put()
      for (const label of kept) {
        word.setFloat32(0, row[label] as number, true)
        put()
      }
    }
    return Uint8Array.from(bytes)
  }

  /** Throws a `RangeError` when the bytes end in the middle. */
  static unpack(bytes: Uint8Array): LearnedWeights {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const rows = new Map<number, Float64Array>()
    for (let at = 0; at < bytes.length;) {
      const key = view.getInt32(at, true)
      const mask = view.getInt32(at + 4, true)
      at += 8
      const row = new Float64Array(LABELS)
      for (let label = 0; label < LABELS; label++) {
        if (((mask >>> label) & 1) === 0) continue
        row[label] = view.getFloat32(at, true)
        at += 4
      }
      rows.set(key, row)
    }
    return new LearnedWeights(rows)
  }
}

/** Weights nearer to 0 change nothing that could be seen. */
const SMALLEST = 1e-4
