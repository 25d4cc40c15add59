import type { SortedKeys } from './sorted-keys'
import { WEIGHT_OF_BYTE } from './weight-code'

/** Bytes before a feature's weights that say which labels they are for: bit L of the little-endian number for label L. */
export const MASK_BYTES = 3

/**
 * Weights of features by label, most of them absent, read where they stand in the model file: for each feature the mask of its labels, then
 * a byte a weight in order of the labels.
 */
export class SparseWeights {
  /** By feature: the mask of its labels and where its weights stand. */
  private readonly rows: Uint32Array
  /** Where the last feature's weights end. */
  readonly end: number

  /** `bytes[from]` is the first feature's mask. Throws a `RangeError` when the bytes end too early. */
  constructor(
    private readonly keys: SortedKeys,
    private readonly bytes: Uint8Array,
    from: number,
  ) {
    this.rows = new Uint32Array(keys.size * 2)
    let at = from
    for (let i = 0; i < keys.size; i++) {
      const mask = maskAt(bytes, at)
      this.rows[2 * i] = mask
      this.rows[2 * i + 1] = at + MASK_BYTES
      at += MASK_BYTES + bitsOf(mask)
    }
    if (at > bytes.length) throw new RangeError('The file ends too early; it is damaged or not whole.')
    this.end = at
  }

  /** Adds the weights of `count` keys to the scores that begin at `scores[at]`, one a label. */
  addScores(keys: Int32Array, count: number, scores: Float64Array, at: number): void {
    const { bytes, rows } = this
    for (let k = 0; k < count; k++) {
      const place = this.keys.placeOf(keys[k] as number)
      if (place < 0) continue
      let next = rows[2 * place + 1] as number
      for (let mask = rows[2 * place] as number; mask !== 0; mask &= mask - 1) {
        const slot = at + 31 - Math.clz32(mask & -mask)
        scores[slot] = (scores[slot] as number) + (WEIGHT_OF_BYTE[bytes[next++] as number] as number)
      }
    }
  }

  /** The weight of one feature for one label, 0 when absent. */
  weight(key: number, label: number): number {
    const place = this.keys.placeOf(key)
    if (place < 0) return 0
    const mask = this.rows[2 * place] as number
    if (((mask >>> label) & 1) === 0) return 0
    const before = bitsOf(mask & ((1 << label) - 1))
    return WEIGHT_OF_BYTE[this.bytes[(this.rows[2 * place + 1] as number) + before] as number] as number
  }
}

function maskAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16)
}

/** How many bits of a number are set. */
function bitsOf(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
