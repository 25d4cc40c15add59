import { MODEL_MAGIC } from '../../../src-main/domain/extract/names/name-model'
import { byteOfWeight } from '../../../src-main/domain/extract/names/weight-code'

/** All that goes into a model file. */
export interface ModelParts {
  about: Record<string, string | number>
  classes: Map<number, number>
  lists: Map<number, number>
  phraseStarts: Set<number>
  /** Feature key → pairs of label and weight. */
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

  /** Keys in rising order as differences, each followed by what `writeValue` writes. */
  keys(keys: Iterable<number>, writeValue: (key: number) => void): void {
    let previous = 0
    for (const key of Array.from(keys, (key) => key >>> 0).sort((a, b) => a - b)) {
      this.varint(key - previous)
      writeValue(key | 0)
      previous = key
    }
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
  writer.varint(parts.classes.size)
  writer.keys(parts.classes.keys(), (key) => {
    const value = parts.classes.get(key) ?? 0
    for (const shift of [0, 8, 16]) writer.byte((value >>> shift) & 0xff)
  })
  writer.varint(parts.lists.size)
  writer.keys(parts.lists.keys(), (key) => writer.varint(parts.lists.get(key) ?? 0))
  writer.varint(parts.phraseStarts.size)
  writer.keys(parts.phraseStarts, () => undefined)
  let total = 0
  for (const pairs of parts.weights.values()) total += pairs.length
  writer.varint(parts.weights.size)
  writer.varint(total)
  writer.keys(parts.weights.keys(), (key) => {
    const pairs = parts.weights.get(key) ?? []
    writer.byte(pairs.length)
    for (const [label, weight] of pairs) {
      writer.byte(label)
      writer.byte(byteOfWeight(weight))
    }
  })
  for (const weight of parts.transitions) writer.byte(byteOfWeight(weight))
  return writer.done()
}
