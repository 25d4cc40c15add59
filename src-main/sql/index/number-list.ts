/** Whole numbers from 0 as bytes, seven bits in each: short lists of small numbers for a BLOB column. */
export function packNumbers(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = []
  for (const number of numbers) {
    let rest = number
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
    bytes.push(rest)
  }
  return Uint8Array.from(bytes)
}

export function unpackNumbers(bytes: Uint8Array): number[] {
  const numbers: number[] = []
  let value = 0
  let unit = 1
  for (const byte of bytes) {
    value += (byte & 127) * unit
    unit *= 128
    if (byte >= 128) continue
    numbers.push(value)
    value = 0
    unit = 1
  }
  return numbers
}
