import { BUCKETS, type WordClassModel } from './classify'
import { WORD_CLASS_COUNT } from './word-class'
import { WORD_CLASSES, WORD_CLASS_WEIGHTS } from './word-class-data'

let model: WordClassModel | null = null

/** The shipped word-class model, read from its data on first use. */
export function wordClassModel(): WordClassModel {
  model ??= { lexicon: readLexicon(), weights: readWeights() }
  return model
}

function readLexicon(): Map<string, number> {
  const lexicon = new Map<string, number>()
  for (const line of WORD_CLASSES.split('\n')) {
    const [mask, ...words] = line.split(' ')
    for (const word of words) lexicon.set(word, Number(mask))
  }
  return lexicon
}

function readWeights(): Int8Array {
  const weights = new Int8Array(BUCKETS * WORD_CLASS_COUNT)
  const bytes = atob(WORD_CLASS_WEIGHTS)
  for (let i = 0; i < bytes.length; i++) weights[i] = (bytes.charCodeAt(i) << 24) >> 24
  return weights
}
