import type { Chooser, Reading } from './link-roles'
import { ROLE_WEIGHTS } from './role-weights'

/** The sum of the weights of a reading's features. */
export function scoreOf(reading: Reading, weights: ReadonlyMap<string, number>): number {
  let score = 0
  for (const feature of reading.features) score += weights.get(feature) ?? 0
  return score
}

/** Chooses the reading with the highest score; its confidence is its share under a log-linear model. */
export function chooserWith(weights: ReadonlyMap<string, number>): Chooser {
  return (_, readings) => {
    const scores = readings.map((reading) => scoreOf(reading, weights))
    let best = 0
    scores.forEach((score, i) => {
      if (score > (scores[best] ?? -Infinity)) best = i
    })
    const top = scores[best] ?? 0
    const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0)
    return { reading: best, confidence: 1 / total }
  }
}

let shipped: Chooser | null = null

/** The chooser with the weights learned from annotated news. */
export function shippedChooser(): Chooser {
  shipped ??= chooserWith(readWeights())
  return shipped
}

function readWeights(): Map<string, number> {
  const weights = new Map<string, number>()
  for (const line of ROLE_WEIGHTS.trim().split('\n')) {
    const [feature = '', weight] = line.split('\t')
    weights.set(feature, Number(weight ?? 0))
  }
  return weights
}
