/** Reads a byte array from front to back; running past its end throws a `RangeError`. */
export class ByteReader {
  /** Where the next byte is read. */
  at = 0

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw new RangeError('The file ends too early; it is damaged or not whole.')
    return byte
  }

  /** An unsigned number of up to 32 bits, seven bits a byte, low ones first. */
  varint(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 128
    }
  }

  /** UTF-8 text after its length. */
  string(): string {
    const length = this.varint()
    let text = ''
    for (let i = 0; i < length; i++) text += `%${this.byte().toString(16).padStart(2, '0')}`
    return decodeURIComponent(text)
  }
}
