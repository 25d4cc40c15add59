import { existsSync, readFileSync } from 'node:fs'
import { LearnedWeights } from '../../domain/extract/names/learned-weights'
import { loadNameModel, type NameModel } from '../../domain/extract/names/name-model'
import { resourceFile } from '../resources'

let shipped: NameModel | null | undefined
let last: { file: string; model: NameModel } | null = null

/** The trained name tagger, read once per thread; null where its file is missing, and then no names are found. */
export function shippedModel(): NameModel | null {
  if (shipped !== undefined) return shipped
  const file = resourceFile('extract', 'names.bin')
  return (shipped = file ? loadNameModel(readFileSync(file)) : null)
}

/**
 * The tagger with what a workspace learned, from a file that `learn-corrections.ts` wrote and that is never changed (every learning has a
 * file of its own). The shipped one where that file is gone or broken: it is derived and comes back with the next learning.
 */
export function nameModel(learnedFile: string | null): NameModel | null {
  const model = shippedModel()
  if (!model || learnedFile === null) return model
  if (last?.file === learnedFile) return last.model
  if (!existsSync(learnedFile)) return model
  try {
    last = { file: learnedFile, model: { ...model, learned: LearnedWeights.unpack(readFileSync(learnedFile)) } }
    return last.model
  } catch {
    return model
  }
}
