import { MODEL_MAGIC } from '../../../src-main/domain/extract/names/name-model'
import { MASK_BYTES } from '../../../src-main/domain/extract/names/sparse-weights'
import { byteOfWeight } from '../../../src-main/domain/extract/names/weight-code'

/** All that goes into a model file. */
export interface ModelParts {
  about: Record<string, string | number>
  classes: Map<number, number>
  lists: Map<number, number>
  phraseStarts: Set<number>
  /** Feature key → pairs of label and weight, by rising label. */
  weights: Map<number, [number, number][]>
  transitions: Float32Array
}

class ByteWriter {
  private bytes = new Uint8Array(1 << 20)
  private used = 0

  byte(value: number): void {
    if (this.used === this.bytes.length) {
      const wider = new Uint8Array(this.bytes.length * 2)
      wider.set(this.bytes)
      this.bytes = wider
    }
    this.bytes[this.used++] = value
  }

  varint(value: number): void {
    let rest = value
    while (rest >= 0x80) {
      this.byte((rest % 128) | 0x80)
      rest = Math.floor(rest / 128)
    }
    this.byte(rest)
  }

  string(value: string): void {
    const encoded = new TextEncoder().encode(value)
    this.varint(encoded.length)
    for (const byte of encoded) this.byte(byte)
  }

  /** The number of keys, then the keys in rising order as differences; returns them in that order. */
  keys(keys: Iterable<number>): number[] {
    const sorted = Array.from(keys, (key) => key >>> 0).sort((a, b) => a - b)
    this.varint(sorted.length)
    sorted.forEach((key, i) => this.varint(key - (sorted[i - 1] ?? 0)))
    return sorted.map((key) => key | 0)
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.used)
  }
}

/** The bytes that `loadNameModel` reads. */
export function encodeModel(parts: ModelParts): Uint8Array {
  const writer = new ByteWriter()
  for (const byte of MODEL_MAGIC) writer.byte(byte)
  writer.string(JSON.stringify(parts.about))
  for (const key of writer.keys(parts.classes.keys())) {
    const value = parts.classes.get(key) ?? 0
    for (const shift of [0, 8, 16]) writer.byte((value >>> shift) & 0xff)
  }
  const palette = byFrequency(parts.lists.values())
  const numberOf = new Map(palette.map((value, i) => [value, i]))
  writer.varint(palette.length)
  for (const value of palette) writer.varint(value)
  for (const key of writer.keys(parts.lists.keys())) writer.varint(numberOf.get(parts.lists.get(key) ?? 0) ?? 0)
  writer.keys(parts.phraseStarts)
  for (const weight of parts.transitions) writer.byte(byteOfWeight(weight))
  for (const key of writer.keys(parts.weights.keys())) {
    const pairs = parts.weights.get(key) ?? []
    const mask = pairs.reduce((bits, [label]) => bits | (1 << label), 0)
    for (let i = 0; i < MASK_BYTES; i++) writer.byte((mask >>> (8 * i)) & 0xff)
    for (const [, weight] of pairs) writer.byte(byteOfWeight(weight))
  }
  return writer.done()
}

/** The distinct values, the most frequent first, so that most are written in one byte. */
function byFrequency(values: Iterable<number>): number[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([value]) => value)
}
