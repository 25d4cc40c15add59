import { scoreOf } from '../../src-main/domain/extract/entities/role-chooser'
import type { Example } from './role-examples'

const EPOCHS = 30
const RATE = 0.05
const L2 = 3

/**
 * What is known before any article is read: where the weights start and what L2 pulls them towards. Without it, features that
 * are decisive and rare (another portfolio, another country, another gender) would stay near nothing.
 */
const PRIOR = new Map<string, number>([
  ['country =', 1.5], ['country !', -3], ['gender !', -4], ['gender =', 0.5], ['age =', 3], ['age !', -4],
  ['portfolio =', 2], ['portfolio !', -2], ['office same', 2], ['office kind', 1.5], ['office other office', -1],
  ['office same country ?', 1], ['office kind country ?', 1], ['office no country ?', -0.5],
  ['headinname true', 1.5], ['described', 2], ['class =', 1], ['class !', -1], ['all in name', 1], ['none predicate', 1.5],
]) // prettier-ignore

/** Weights of the log-linear model that makes the right readings likely. */
export function train(examples: readonly Example[]): Map<string, number> {
  const weights = new Map(PRIOR)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE / (1 + epoch / 10)
    for (const { readings, right } of examples) {
      const scores = readings.map((reading) => scoreOf(reading, weights))
      const top = Math.max(...scores)
      const shares = scores.map((score) => Math.exp(score - top))
      const total = shares.reduce((a, b) => a + b, 0)
      readings.forEach((reading, i) => {
        const step = rate * ((i === right ? 1 : 0) - (shares[i] ?? 0) / total)
        for (const feature of reading.features) weights.set(feature, (weights.get(feature) ?? 0) + step)
      })
    }
    for (const [feature, weight] of weights) {
      const prior = PRIOR.get(feature) ?? 0
      weights.set(feature, prior + (weight - prior) * (1 - rate * L2))
    }
  }
  return weights
}
