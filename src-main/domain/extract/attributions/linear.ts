/** Weights of named features; features without one count nothing. */
export type Weights = ReadonlyMap<string, number>

/** The sum of the weights of `features`: the log-odds of "yes" under a logistic model. */
export function score(weights: Weights, features: readonly string[]): number {
  let sum = 0
  for (const feature of features) sum += weights.get(feature) ?? 0
  return sum
}

/** Log-odds as a probability. */
export const probability = (logOdds: number): number => Math.round(100 / (1 + Math.exp(-logOdds))) / 100
