import type { Random } from './random'

/**
 * Spherical k-means over rows of length 1: centres are learnt on the first `sample` rows in `rounds` rounds, then every row gets the
 * number of its nearest centre, 0 to k - 1.
 */
export function kMeans(
  rows: Float32Array,
  dimensions: number,
  k: number,
  sample: number,
  rounds: number,
  random: Random,
): Int32Array {
  const n = rows.length / dimensions
  const learnt = Math.min(sample, n)
  const centres = new Float32Array(k * dimensions)
  const picks = random.sample(Math.min(learnt, 4 * k), k)
  for (let c = 0; c < k; c++)
    centres.set(
      rows.subarray((picks[c] as number) * dimensions, ((picks[c] as number) + 1) * dimensions),
      c * dimensions,
    )
  const nearest = new Int32Array(n)
  for (let round = 0; round < rounds; round++) {
    assign(rows, dimensions, centres, k, nearest, learnt)
    update(rows, dimensions, centres, k, nearest, learnt, random)
  }
  assign(rows, dimensions, centres, k, nearest, n)
  return nearest
}

function assign(
  rows: Float32Array,
  dims: number,
  centres: Float32Array,
  k: number,
  nearest: Int32Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const row = i * dims
    let best = -2
    for (let c = 0; c < k; c++) {
      const centre = c * dims
      let a = 0
      let b = 0
      for (let d = 0; d < dims; d += 2) {
        a += (rows[row + d] as number) * (centres[centre + d] as number)
        b += (rows[row + d + 1] as number) * (centres[centre + d + 1] as number)
      }
      if (a + b > best) {
        best = a + b
        nearest[i] = c
      }
    }
  }
}

function update(
  rows: Float32Array,
  dims: number,
  centres: Float32Array,
  k: number,
  nearest: Int32Array,
  count: number,
  random: Random,
): void {
  centres.fill(0)
  const sizes = new Int32Array(k)
  for (let i = 0; i < count; i++) {
    const c = nearest[i] as number
    sizes[c] = (sizes[c] as number) + 1
    for (let d = 0; d < dims; d++)
      centres[c * dims + d] = (centres[c * dims + d] as number) + (rows[i * dims + d] as number)
  }
  for (let c = 0; c < k; c++) {
    if (sizes[c] === 0) {
      const pick = random.below(count)
      centres.set(rows.subarray(pick * dims, (pick + 1) * dims), c * dims)
    }
    let square = 0
    for (let d = 0; d < dims; d++) square += (centres[c * dims + d] as number) ** 2
    const scale = 1 / Math.sqrt(square || 1)
    for (let d = 0; d < dims; d++) centres[c * dims + d] = (centres[c * dims + d] as number) * scale
  }
}
