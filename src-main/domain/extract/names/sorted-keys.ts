import type { ByteReader } from './byte-reader'

const BUCKETS = 1 << 16

/**
 * A fixed set of 32-bit keys in rising order, each known by its place. Kept as the lower halves of the keys and where each upper half
 * begins: both stay in the processor's cache, where a hash table of the same keys would not.
 */
export class SortedKeys {
  private readonly starts = new Uint32Array(BUCKETS + 1)
  private readonly lows: Uint16Array
  readonly size: number

  /** `keys` as unsigned numbers, rising, none twice. */
  constructor(keys: ArrayLike<number>) {
    const size = keys.length
    const { starts } = this
    const lows = new Uint16Array(size)
    let bucket = 0
    for (let i = 0; i < size; i++) {
      const key = keys[i] as number
      const high = key >>> 16
      while (bucket < high) starts[++bucket] = i
      lows[i] = key & 0xffff
    }
    while (bucket < BUCKETS) starts[++bucket] = size
    this.lows = lows
    this.size = size
  }

  /** The place of `key` (signed or not) among the keys, -1 when it is none of them. */
  placeOf(key: number): number {
    const { starts, lows } = this
    const high = key >>> 16
    const low = key & 0xffff
    const end = starts[high + 1] as number
    for (let i = starts[high] as number; i < end; i++) if (lows[i] === low) return i
    return -1
  }
}

/** Reads `count` keys written as differences. */
export function readKeys(reader: ByteReader, count: number): SortedKeys {
  const keys = new Uint32Array(count)
  let key = 0
  for (let i = 0; i < count; i++) {
    key += reader.varint()
    keys[i] = key
  }
  return new SortedKeys(keys)
}
