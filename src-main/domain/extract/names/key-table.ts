import type { SortedKeys } from './sorted-keys'

/** A fixed map from 32-bit keys to numbers above 0. */
export class KeyTable {
  /** `values[i]` belongs to the key at place `i`. */
  constructor(
    private readonly keys: SortedKeys,
    private readonly values: Int32Array,
  ) {}

  /** The value of `key`, or 0. */
  get(key: number): number {
    const place = this.keys.placeOf(key)
    return place < 0 ? 0 : (this.values[place] as number)
  }
}
