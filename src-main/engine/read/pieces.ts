/** Where a text lies, in bytes of UTF-8. */
export interface Place {
  start: number
  length: number
}

/** Texts one behind the other in UTF-8, in memory that is used again for the next batch. */
export class Pieces {
  length = 0
  private bytes = Buffer.allocUnsafeSlow(131_072)

  clear(): void {
    this.length = 0
  }

  add(text: string): Place {
    const start = this.length
    const most = text.length * 3
    if (start + most > this.bytes.length) {
      const grown = Buffer.allocUnsafeSlow((start + most) * 2)
      this.bytes.copy(grown, 0, 0, start)
      this.bytes = grown
    }
    const length = this.bytes.write(text, start, 'utf8')
    this.length += length
    return { start, length }
  }

  /** Takes back the last text. */
  drop({ start }: Place): void {
    this.length = start
  }

  /** The bytes of a text, valid until the next `add`. */
  at({ start, length }: Place): Buffer {
    return this.bytes.subarray(start, start + length)
  }

  all(): Buffer {
    return this.bytes.subarray(0, this.length)
  }
}
