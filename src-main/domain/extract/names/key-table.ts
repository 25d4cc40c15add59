/**
 * A fixed map from 32-bit keys to small numbers with open addressing over typed arrays; 0 is no key.
 * Sized at construction for `capacity` keys, at most half full.
 */
export class KeyTable {
  private readonly keys: Int32Array
  private readonly values: Int32Array
  private readonly mask: number
  size = 0

  constructor(capacity: number) {
    let slots = 16
    while (slots < capacity * 2) slots *= 2
    this.keys = new Int32Array(slots)
    this.values = new Int32Array(slots)
    this.mask = slots - 1
  }

  /** Sets the value of `key`, which must not be 0. */
  set(key: number, value: number): void {
    let slot = this.slotOf(key)
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & this.mask
    if (this.keys[slot] === 0) this.size++
    this.keys[slot] = key
    this.values[slot] = value
  }

  /** The value of `key`, or 0. */
  get(key: number): number {
    let slot = this.slotOf(key)
    for (;;) {
      const found = this.keys[slot] as number
      if (found === key) return this.values[slot] as number
      if (found === 0) return 0
      slot = (slot + 1) & this.mask
    }
  }

  private slotOf(key: number): number {
    return (key ^ (key >>> 17)) & this.mask
  }
}
