/** Costs relative to the weight of a token; a gap in the text (words put in) costs less than a word taken out. */
const SUBSTITUTE = -0.5
const REMOVE = -0.4
const INSERT = -0.25

const Step = { diagonal: 1, remove: 2, insert: 3 } as const

export interface WeightedTokens {
  /** Numbers that are equal where the words are equal. */
  ids: Int32Array
  weights: Float32Array
}

export interface TokenAlignment {
  score: number
  /** Per token of the needle the token of the text it stands for, or -1 where it was taken out. */
  partner: Int32Array
}

/**
 * The best places of `needle` in `text` (ids of the text's words): the whole needle against any stretch of the text (semi-global
 * alignment after Sellers, "The theory and computation of evolutionary distances", 1980). Returns the best alignment and the score
 * of the best one that ends clear of it. Time and memory are needle × text.
 */
export function alignTokens(needle: WeightedTokens, text: Int32Array): { best: TokenAlignment; secondScore: number } {
  const rows = needle.ids.length
  const columns = text.length
  const steps = new Uint8Array((rows + 1) * (columns + 1))
  let row = new Float32Array(columns + 1)
  for (let i = 1; i <= rows; i++) {
    const next = new Float32Array(columns + 1)
    const id = needle.ids[i - 1] ?? -1
    const weight = needle.weights[i - 1] ?? 0
    const base = i * (columns + 1)
    next[0] = (row[0] ?? 0) + REMOVE * weight
    steps[base] = Step.remove
    for (let j = 1; j <= columns; j++) {
      const diagonal = (row[j - 1] ?? 0) + (text[j - 1] === id ? weight : SUBSTITUTE * weight)
      const remove = (row[j] ?? 0) + REMOVE * weight
      const insert = i === rows ? -Infinity : (next[j - 1] ?? 0) + INSERT
      const step =
        diagonal >= remove && diagonal >= insert ? Step.diagonal : remove >= insert ? Step.remove : Step.insert
      steps[base + j] = step
      next[j] = step === Step.diagonal ? diagonal : step === Step.remove ? remove : insert
    }
    row = next
  }
  const end = indexOfMax(row, 0, columns)
  const best = { score: row[end] ?? 0, partner: traceBack(steps, rows, columns, end) }
  const first = best.partner.find((token) => token >= 0) ?? end
  // A rival must lie clear of the best place: its end before the place begins, or a needle's length behind its end.
  const before = indexOfMax(row, 0, first)
  const after = Math.min(columns, end + Math.max(1, end - first))
  const behind = indexOfMax(row, after, columns)
  return { best, secondScore: Math.max(row[before] ?? 0, after < columns ? (row[behind] ?? 0) : 0) }
}

function traceBack(steps: Uint8Array, rows: number, columns: number, end: number): Int32Array {
  const partner = new Int32Array(rows).fill(-1)
  let i = rows
  let j = end
  while (i > 0) {
    const step = steps[i * (columns + 1) + j]
    if (step === Step.insert) j--
    else {
      i--
      if (step === Step.diagonal) partner[i] = --j
    }
  }
  return partner
}

function indexOfMax(values: Float32Array, from: number, to: number): number {
  let best = from
  for (let i = from + 1; i <= to; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i
  return best
}
