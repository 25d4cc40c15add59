import { TokenFlag, type Tokens } from '../../text/tokens'
import { WORD_CLASS_COUNT, WordClass } from './word-class'

/** Number of hashed weights per word class; a power of two. */
export const BUCKETS = 8192
const FEATURES = 12
const START = 14

/** What the classifier was trained to: the classes a word was seen with, and a weight per feature bucket and class. */
export interface WordClassModel {
  /** Lower-case word → bit set of `WordClass`. */
  lexicon: ReadonlyMap<string, number>
  /** `BUCKETS * WORD_CLASS_COUNT` weights. */
  weights: Int8Array | Float64Array
}

/** Lower-case words, one a token, with their `hashWord` and `knownClasses`. */
export interface ClassedWords {
  words: readonly string[]
  hashes: Int32Array
  known: Int32Array
}

const bit = (wordClass: number) => 1 << wordClass
const OPEN =
  bit(WordClass.noun) | bit(WordClass.verb) | bit(WordClass.adjective) | bit(WordClass.adverb) | bit(WordClass.name)

/** Endings without which an unknown word is no verb. */
export const VERBAL = /(?:s|ed|ing|en|fy|[iy][sz]e|ate|out|down)$/

/** FNV-1a over UTF-16 code units. */
export function hashWord(word: string, from = 0): number {
  let h = 0x811c9dc5
  for (let i = from; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h
}

function mix(kind: number, a: number, b = 0): number {
  let h = Math.imul(a ^ Math.imul(kind + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 13)) & (BUCKETS - 1)
}

/** The classes of an unknown word that may be a verb by its ending; `NO_VERB` where it is not. */
const MAY_BE_VERB = 0
const NO_VERB = -1

/** What the lexicon says of a lower-case word: its classes, or for an unknown one `MAY_BE_VERB` or `NO_VERB`. */
export function knownClasses(model: WordClassModel, word: string): number {
  return model.lexicon.get(word) ?? (VERBAL.test(word) ? MAY_BE_VERB : NO_VERB)
}

/** The classes a token may have, by its form alone: a single one for marks, numbers and unambiguous words. `listed` is its `knownClasses`. */
export function possibleClasses(listed: number, length: number, flags: number, sentenceStart: boolean): number {
  if (!(flags & TokenFlag.word)) return flags & TokenFlag.number ? bit(WordClass.numeral) : bit(WordClass.mark)
  if (flags & TokenFlag.possessive) return bit(WordClass.particle) | (length === 2 ? bit(WordClass.auxiliary) : 0)
  const known = listed > 0 ? listed : 0
  const open = listed === NO_VERB ? OPEN & ~bit(WordClass.verb) : OPEN
  if (!(flags & TokenFlag.capital)) return known & ~bit(WordClass.name) || open & ~bit(WordClass.name)
  if (known === 0) return sentenceStart ? open : bit(WordClass.name) | bit(WordClass.adjective)
  return known | (sentenceStart && (known & OPEN) === 0 ? 0 : bit(WordClass.name))
}

/** Fills `features` with the buckets that describe token `i`, given the classes of the two tokens before it. */
export function describeToken(
  features: Int32Array,
  words: readonly string[],
  hashes: Int32Array,
  flags: Uint16Array,
  i: number,
  sentenceStart: boolean,
  before: number,
  before2: number,
): void {
  const word = words[i] ?? ''
  const shape = ((flags[i] ?? 0) & TokenFlag.capital ? 1 : 0) + (sentenceStart ? 2 : 0)
  const own = hashes[i] ?? 0
  const next = i + 1 < words.length ? (hashes[i + 1] ?? 0) : 1
  const nextWord = words[i + 1] ?? ''
  features[0] = mix(0, own)
  features[1] = mix(1, hashWord(word, word.length - 3), shape)
  features[2] = mix(2, hashWord(word, word.length - 2), before)
  features[3] = mix(3, before, shape)
  features[4] = mix(4, before * 16 + before2)
  features[5] = mix(5, i > 0 ? (hashes[i - 1] ?? 0) : 2)
  features[6] = mix(6, next)
  features[7] = mix(7, hashWord(nextWord, nextWord.length - 2), (flags[i + 1] ?? 0) & TokenFlag.capital)
  features[8] = mix(8, own, before)
  features[9] = mix(9, own, next)
  features[10] = mix(10, i + 2 < words.length ? (hashes[i + 2] ?? 0) : 3)
  features[11] = mix(11, hashWord(word, word.length - 4))
}

/** The best class among `mask` by the summed weights of `features`. */
export function bestClass(model: WordClassModel, features: Int32Array, mask: number): number {
  let best = -1
  let bestScore = -Infinity
  for (let c = 0; c < WORD_CLASS_COUNT; c++) {
    if (!(mask & bit(c))) continue
    let score = 0
    for (let f = 0; f < FEATURES; f++) score += model.weights[(features[f] ?? 0) * WORD_CLASS_COUNT + c] ?? 0
    if (score > bestScore) {
      bestScore = score
      best = c
    }
  }
  return best
}

/** Room for the features of one token. */
export function featureRoom(): Int32Array {
  return new Int32Array(FEATURES)
}

/**
 * The class of every token, left to right: unambiguous words by the lexicon, the others by an averaged perceptron over the word, its
 * ending, its neighbours and the two classes before it. `starts[i]` is 1 where a sentence begins.
 */
export function classify(model: WordClassModel, given: ClassedWords, tokens: Tokens, starts: Uint8Array): Uint8Array {
  const { words, hashes, known } = given
  const classes = new Uint8Array(tokens.count)
  const features = featureRoom()
  for (let i = 0; i < tokens.count; i++) {
    const start = starts[i] === 1
    const mask = possibleClasses(known[i] ?? 0, words[i]?.length ?? 0, tokens.flags[i] ?? 0, start)
    if ((mask & (mask - 1)) === 0) {
      classes[i] = 31 - Math.clz32(mask)
      continue
    }
    const before = start ? START : (classes[i - 1] ?? START)
    const before2 = start || i < 2 || starts[i - 1] === 1 ? START : (classes[i - 2] ?? START)
    describeToken(features, words, hashes, tokens.flags, i, start, before, before2)
    classes[i] = bestClass(model, features, mask)
  }
  return classes
}
