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

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 by hand: `atob` and Buffer belong to the page and to Node, not to the domain. */
function readWeights(): Int8Array {
  const values = new Uint8Array(128)
  for (let i = 0; i < ALPHABET.length; i++) values[ALPHABET.charCodeAt(i)] = i
  const weights = new Int8Array(BUCKETS * WORD_CLASS_COUNT)
  for (let i = 0, at = 0; at < weights.length; i += 4) {
    const value = (n: number): number => values[WORD_CLASS_WEIGHTS.charCodeAt(i + n) & 127] ?? 0
    const triple = (value(0) << 18) | (value(1) << 12) | (value(2) << 6) | value(3)
    weights[at++] = (triple << 8) >> 24
    if (at < weights.length) weights[at++] = (triple << 16) >> 24
    if (at < weights.length) weights[at++] = (triple << 24) >> 24
  }
  return weights
}
