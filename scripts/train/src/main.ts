import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { FEATURE_KINDS, FEATURES_VERSION } from '../../../src-main/domain/extract/names/feature-kinds'
import { KeyTable } from '../../../src-main/domain/extract/names/key-table'
import { loadNameModel } from '../../../src-main/domain/extract/names/name-model'
import { SortedKeys } from '../../../src-main/domain/extract/names/sorted-keys'
import type { NameTables } from '../../../src-main/domain/extract/names/name-tables'
import { LABELS } from '../../../src-main/domain/extract/names/tag-set'
import { prepare, readSources } from './corpus'
import { measure, readGold } from './measure-names'
import { encodeModel } from './model-file'
import { train, type Trained } from './trainer'
import { collectWordLists } from './word-lists'
import { wordClasses } from './word-classes'

/** Scores are scaled so that a name whose margin is this is right about every second time. */
const MARGIN_UNIT = 8

export interface Options {
  data: string
  out: string
  gold: string | undefined
  trainDirectory: string
  seeds: number
  epochs: number
  classes: number
  keep: number
  leastCount: number
  without: string[]
}

/** Collects lists and classes, trains, drops small weights, writes the model and, where gold texts are given, measures it. */
export async function run(options: Options): Promise<void> {
  const log = (line: string) => console.error(line)
  const classes = await wordClasses(options.trainDirectory, options.classes)
  const lists = collectWordLists(options.trainDirectory)
  log(`${classes.size} classed words, ${lists.entries.size} list entries`)
  const tables: NameTables = {
    classes: tableOf(classes),
    lists: tableOf(lists.entries),
    phraseStarts: tableOf(new Map([...lists.phraseStarts].map((key) => [key, 1]))),
  }
  const { texts, hash } = readSources(options.data)
  const articles = texts.map(({ text, weight }) => prepare(text, weight, tables))
  log(`${articles.length} texts`)
  const trained = train(articles, {
    epochs: options.epochs,
    seeds: Array.from({ length: options.seeds }, (_, i) => i + 1),
    margin: 4,
    dropout: 0.5,
    leastCount: options.leastCount,
    without: new Set(options.without.map((name) => FEATURE_KINDS.findIndex((kind) => kind === name))),
    log,
  })
  const weights = keepLargest(trained, options.keep)
  const bytes = encodeModel({
    about: { features: FEATURES_VERSION, marginUnit: MARGIN_UNIT, dataSha256: hash },
    classes,
    lists: lists.entries,
    phraseStarts: lists.phraseStarts,
    weights,
    transitions: scaled(trained),
  })
  mkdirSync(path.dirname(options.out), { recursive: true })
  writeFileSync(options.out, bytes)
  log(`${weights.size} features kept, ${bytes.length} bytes`)
  if (options.gold) console.log(JSON.stringify(measure(readGold(options.gold), loadNameModel(bytes))))
}

function tableOf(entries: Map<number, number>): KeyTable {
  const sorted = [...entries].sort(([a], [b]) => (a >>> 0) - (b >>> 0))
  const keys = new SortedKeys(sorted.map(([key]) => key >>> 0))
  return new KeyTable(
    keys,
    Int32Array.from(sorted, ([, value]) => value),
  )
}

/** Weights are brought to a size at which 32 is beyond the largest but for a few. */
function scaleOf(trained: Trained): number {
  const sizes = trained.weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort()
  return 16 / (sizes[Math.floor(sizes.length * 0.9999)] ?? 1)
}

function scaled(trained: Trained): Float32Array {
  const scale = scaleOf(trained)
  return trained.transitions.map((weight) => weight * scale)
}

/** The `keep` largest weights, by feature. */
function keepLargest(trained: Trained, keep: number): Map<number, [number, number][]> {
  const scale = scaleOf(trained)
  const sizes = trained.weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort()
  const least = sizes.length > keep ? (sizes[sizes.length - keep] as number) : 0
  const kept = new Map<number, [number, number][]>()
  for (const [key, row] of trained.index.entries()) {
    const pairs: [number, number][] = []
    for (let label = 0; label < LABELS; label++) {
      const weight = trained.weights[row * LABELS + label] as number
      if (weight !== 0 && Math.abs(weight) >= least) pairs.push([label, weight * scale])
    }
    if (pairs.length > 0) kept.set(key, pairs)
  }
  return kept
}
