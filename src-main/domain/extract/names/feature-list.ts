import { mix } from './word-hash'

const MOST_FEATURES = 256

/** Features as 32-bit keys, with the kind each is of and what it was made of. */
export class FeatureList {
  readonly keys = new Int32Array(MOST_FEATURES)
  readonly kinds = new Uint8Array(MOST_FEATURES)
  /** What the key was made of; the number of a list for the kinds that name one. */
  readonly values = new Int32Array(MOST_FEATURES)
  count = 0

  add(kindOfFeature: number, value: number): void {
    const key = mix(kindOfFeature + 1, value)
    this.keys[this.count] = key === 0 ? 1 : key
    this.values[this.count] = value
    this.kinds[this.count++] = kindOfFeature
  }

  /** One feature for each bit that is set. */
  addBits(kindOfFeature: number, bits: number): void {
    for (let rest = bits; rest !== 0; rest &= rest - 1) this.add(kindOfFeature, 31 - Math.clz32(rest & -rest))
  }
}
