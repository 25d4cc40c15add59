import { ByteReader } from './byte-reader'
import { FEATURES_VERSION } from './feature-kinds'
import { KeyTable } from './key-table'
import type { NameTables } from './name-tables'
import { SparseWeights } from './sparse-weights'
import { LABELS } from './tag-set'
import { weightOfByte } from './weight-code'
import { WORD_CLASSES } from './viterbi'

/** First bytes of a model file; the last one is the version of the format and of the features. */
export const MODEL_MAGIC = [0x44, 0x4c, 0x4e, 1] as const

/** What the tagger needs: lists and word classes, weights of features, weights of transitions. */
export interface NameModel {
  tables: NameTables
  weights: SparseWeights
  /** Indexed by `transitionIndex`. */
  transitions: Float32Array
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
  const lists = readTable(reader, () => reader.varint())
  const phraseStarts = readTable(reader, () => 1)
  const weights = readWeights(reader)
  const transitions = new Float32Array(WORD_CLASSES * LABELS * LABELS)
  for (let i = 0; i < transitions.length; i++) transitions[i] = weightOfByte(reader.byte())
  return {
    tables: { classes, lists, phraseStarts },
    weights,
    transitions,
    marginUnit: Number(about.marginUnit ?? 1),
    about,
  }
}

function readTable(reader: ByteReader, readValue: () => number): KeyTable {
  const count = reader.varint()
  const table = new KeyTable(count)
  let key = 0
  for (let i = 0; i < count; i++) {
    key += reader.varint()
    table.set(key | 0, readValue())
  }
  return table
}

function readWeights(reader: ByteReader): SparseWeights {
  const features = reader.varint()
  const total = reader.varint()
  const weights = new SparseWeights(features, total)
  const labels: number[] = []
  const values: number[] = []
  let key = 0
  for (let i = 0; i < features; i++) {
    key += reader.varint()
    const count = reader.byte()
    labels.length = 0
    values.length = 0
    for (let k = 0; k < count; k++) {
      labels.push(reader.byte())
      values.push(weightOfByte(reader.byte()))
    }
    weights.addFeature(key | 0, labels, values)
  }
  return weights
}
