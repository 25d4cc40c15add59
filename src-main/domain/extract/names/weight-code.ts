/** Weights beyond this are cut. */
export const LARGEST_WEIGHT = 32

/** One byte a weight, finer near zero: sign and the square root of the size. Costs less accuracy than 256 even steps. */
export function byteOfWeight(weight: number): number {
  const size = Math.round(127 * Math.sqrt(Math.min(Math.abs(weight), LARGEST_WEIGHT) / LARGEST_WEIGHT))
  return weight < 0 ? 128 + size : size
}

/** The weight each byte stands for. */
export const WEIGHT_OF_BYTE = Float32Array.from({ length: 256 }, (_, byte) => {
  const size = (byte & 0x7f) / 127
  return (byte >= 128 ? -1 : 1) * size * size * LARGEST_WEIGHT
})
