import { ByteReader } from './byte-reader'
import { FEATURES_VERSION } from './feature-kinds'
import type { LearnedWeights } from './learned-weights'
import { KeyTable } from './key-table'
import type { NameTables } from './name-tables'
import { SparseWeights } from './sparse-weights'
import { LABELS } from './tag-set'
import { readKeys } from './sorted-keys'
import { WEIGHT_OF_BYTE } from './weight-code'
import { WORD_CLASSES } from './viterbi'

/** First bytes of a model file; the last one is the version of the format and of the features. */
export const MODEL_MAGIC = [0x44, 0x4c, 0x4e, 2] as const

/** What the tagger needs: lists and word classes, weights of features, weights of transitions. */
export interface NameModel {
  tables: NameTables
  weights: SparseWeights
  /** Indexed by `transitionIndex`. */
  transitions: Float32Array
  /** What the workspace's corrections add to the weights. */
  learned?: LearnedWeights
  /** A difference of scores at which half of the doubtful names are right; `NameSpan.margin` counts in it. */
  marginUnit: number
  /** Hash of the data it was trained on and how it measured, as written by the training script. */
  about: Record<string, string | number>
}

/**
 * Reads a model file (`resources/extract/names.bin`, written by `scripts/train`). Throws a `RangeError` when the bytes are not one or are
 * of another version: then weights and program do not belong together.
 */
export function loadNameModel(bytes: Uint8Array): NameModel {
  const reader = new ByteReader(bytes)
  for (const byte of MODEL_MAGIC)
    if (reader.byte() !== byte)
      throw new RangeError('This is not a name model of this version of the program; reinstall it.')
  const about = JSON.parse(reader.string()) as Record<string, string | number>
  if (about.features !== FEATURES_VERSION)
    throw new RangeError('This name model was trained for another version of the program; reinstall it.')
  const classes = readTable(reader, () => reader.byte() | (reader.byte() << 8) | (reader.byte() << 16))
  const palette = Array.from({ length: reader.varint() }, () => reader.varint())
  const lists = readTable(reader, () => palette[reader.varint()] ?? 0)
  const phraseStarts = readTable(reader, () => 1)
  const transitions = new Float32Array(WORD_CLASSES * LABELS * LABELS)
  for (let i = 0; i < transitions.length; i++) transitions[i] = WEIGHT_OF_BYTE[reader.byte()] as number
  const weights = new SparseWeights(readKeys(reader, reader.varint()), bytes, reader.at)
  return {
    tables: { classes, lists, phraseStarts },
    weights,
    transitions,
    marginUnit: Number(about.marginUnit ?? 1),
    about,
  }
}

function readTable(reader: ByteReader, readValue: () => number): KeyTable {
  const keys = readKeys(reader, reader.varint())
  const values = new Int32Array(keys.size)
  for (let i = 0; i < values.length; i++) values[i] = readValue()
  return new KeyTable(keys, values)
}
