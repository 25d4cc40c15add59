/** Writes small numbers and words into bytes: a number below 128 takes one, below 16,384 two. */
export class ByteWriter {
  private bytes = Buffer.allocUnsafe(1024)
  private length = 0

  constructor(
    /** Words that stand in here are written as their place. */
    private readonly text: string,
  ) {}

  uint(value: number): void {
    this.room(8)
    let rest = value
    while (rest >= 128) {
      this.bytes[this.length++] = (rest % 128) | 128
      rest = Math.floor(rest / 128)
    }
    this.bytes[this.length++] = rest
  }

  /** A number that may be negative. */
  int(value: number): void {
    this.uint(value < 0 ? -2 * value - 1 : 2 * value)
  }

  double(value: number): void {
    this.room(8)
    this.length = this.bytes.writeDoubleLE(value, this.length)
  }

  /** Words or null: their place in the text where they stand there, else themselves. */
  words(words: string | null): void {
    const at = words === null || words === '' ? -1 : this.text.indexOf(words)
    if (words === null) this.uint(0)
    else if (at >= 0) {
      this.uint(at + 2)
      this.uint(words.length)
    } else {
      const size = Buffer.byteLength(words, 'utf8')
      this.uint(1)
      this.uint(size)
      this.room(size)
      this.length += this.bytes.write(words, this.length, 'utf8')
    }
  }

  finish(): Uint8Array {
    return new Uint8Array(this.bytes.subarray(0, this.length))
  }

  private room(size: number): void {
    if (this.length + size <= this.bytes.length) return
    const grown = Buffer.allocUnsafe(2 * (this.length + size))
    this.bytes.copy(grown, 0, 0, this.length)
    this.bytes = grown
  }
}

/** Reads what `ByteWriter` wrote, in the same order, with the same text. */
export class ByteReader {
  private at = 0
  private readonly bytes: Buffer

  constructor(
    data: Uint8Array,
    private readonly text: string,
  ) {
    this.bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  }

  uint(): number {
    let value = 0
    for (let unit = 1; ; unit *= 128) {
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw new RangeError('the packed analysis ends too early')
      value += (byte & 127) * unit
      if (byte < 128) return value
    }
  }

  int(): number {
    const value = this.uint()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }

  double(): number {
    this.at += 8
    return this.bytes.readDoubleLE(this.at - 8)
  }

  words(): string | null {
    const place = this.uint()
    if (place === 0) return null
    const length = this.uint()
    if (place > 1) return this.text.slice(place - 2, place - 2 + length)
    this.at += length
    return this.bytes.toString('utf8', this.at - length, this.at)
  }

  /** As many things as were counted before them. */
  list<T>(read: () => T): T[] {
    return Array.from({ length: this.uint() }, read)
  }
}
