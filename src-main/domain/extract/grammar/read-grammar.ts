import type { Document } from '../document'
import { classify } from './classify'
import { wordClassModel } from './word-class-model'
import { pooledWord } from './word-pool'

/** What the claim finders need to know of each token of a document. */
export interface Grammar {
  /** Lower-case words, one per token. */
  words: readonly string[]
  /** `WordClass` of each token. */
  classes: Uint8Array
  /** Number of the sentence each token stands in, -1 outside every sentence. */
  sentenceOf: Int32Array
  /** First token of each sentence; one entry more, so that sentence `s` is `[first[s], first[s + 1])`. */
  first: Int32Array
}

const known = new WeakMap<Document, Grammar>()

/** The grammar of `doc`, made once per document. */
export function readGrammar(doc: Document): Grammar {
  const before = known.get(doc)
  if (before) return before
  const grammar = makeGrammar(doc)
  known.set(doc, grammar)
  return grammar
}

function makeGrammar(doc: Document): Grammar {
  const { text, tokens, sentences } = doc
  const words: string[] = []
  const hashes = new Int32Array(tokens.count)
  const known = new Int32Array(tokens.count)
  const starts = new Uint8Array(tokens.count)
  const sentenceOf = new Int32Array(tokens.count).fill(-1)
  const first = new Int32Array(sentences.length + 1).fill(tokens.count)
  let s = -1
  for (let i = 0; i < tokens.count; i++) {
    const at = tokens.start[i] ?? 0
    const word = pooledWord(text, at, tokens.end[i] ?? at)
    words.push(word.lower)
    hashes[i] = word.hash
    known[i] = word.classes
    let next = sentences[s + 1]
    while (next && at >= next.start) {
      s++
      first[s] = i
      starts[i] = 1
      next = sentences[s + 1]
    }
    if (s >= 0) sentenceOf[i] = s
  }
  return { words, classes: classify(wordClassModel(), { words, hashes, known }, tokens, starts), sentenceOf, first }
}
