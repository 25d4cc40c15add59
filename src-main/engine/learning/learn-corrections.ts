import { readFileSync } from 'node:fs'
import { guardLearning, type GuardText } from '../../domain/extract/names/guard-learning'
import { learnNames, type LearningArticle } from '../../domain/extract/names/learn-names'
import { shippedModel } from '../analysis/name-model'
import { resourceFile } from '../resources'

/** What came of learning. */
export interface Learned {
  /** Packed weights; null when nothing may be used. */
  weights: Uint8Array | null
  /** F1 on the guard texts, in percent, as shipped and as learned. */
  before: number
  after: number
}

/** Learns in a worker: from the shipped weights, every time anew, so that nothing of an undone correction stays. */
export function learnCorrections(articles: readonly LearningArticle[]): Learned {
  const model = shippedModel()
  const file = resourceFile('extract', 'guard.json')
  if (!model || !file) return { weights: null, before: 0, after: 0 }
  const guard = JSON.parse(readFileSync(file, 'utf8')) as GuardText[]
  const { learned, before, after } = guardLearning(learnNames(articles, model), model, guard)
  return { weights: learned && learned.size > 0 ? learned.pack() : null, before, after }
}
