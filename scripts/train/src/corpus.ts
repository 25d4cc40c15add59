import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ArticleEvidence } from '../../../src-main/domain/extract/names/article-evidence'
import { ArticleWords } from '../../../src-main/domain/extract/names/article-words'
import type { NameTables } from '../../../src-main/domain/extract/names/name-tables'
import { splitHyphens } from '../../../src-main/domain/extract/names/split-hyphens'
import { findStretches, type Stretch } from '../../../src-main/domain/extract/names/stretches'
import { BEGIN, INSIDE, labelOf, LAST, TAG_TYPES, UNIT } from '../../../src-main/domain/extract/names/tag-set'
import { splitSentences } from '../../../src-main/domain/text/sentences'
import { tokenize } from '../../../src-main/domain/text/tokenize'

export interface LabelledText {
  id: string
  text: string
  /** `[start, end, PER | ORG | LOC | FAC | NORP | MISC]`, UTF-16. */
  spans: [number, number, string][]
}

/** A training set and how much its updates count. */
export interface Source {
  file: string
  weight: (id: string) => number
}

export const SOURCES: Source[] = [
  { file: 'wikinews.jsonl', weight: () => 3 },
  { file: 'wikigold.jsonl', weight: () => 1 },
  { file: 'gum2.jsonl', weight: () => 1 },
  { file: 'uner.jsonl', weight: () => 1 },
  { file: 'gmb.jsonl', weight: () => 1 },
  { file: 'crossner.jsonl', weight: (id) => (id.startsWith('crossner_politics_') ? 1 : 0.3) },
]

export interface Article {
  id: string
  weight: number
  gold: LabelledText
  words: ArticleWords
  evidence: ArticleEvidence
  stretches: Stretch[]
  /** Gold label by token. */
  labels: Uint8Array
}

/** The labelled texts under `directory`, with the weight of their set, and a hash over all files. */
export function readSources(directory: string): { texts: { text: LabelledText; weight: number }[]; hash: string } {
  const hash = createHash('sha256')
  const texts = SOURCES.flatMap(({ file, weight }) => {
    const raw = readFileSync(path.join(directory, file), 'utf8')
    hash.update(raw)
    return raw
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LabelledText)
      .map((text) => ({ text, weight: weight(text.id) }))
  })
  return { texts, hash: hash.digest('hex') }
}

/** Cuts a labelled text and lays its spans over the tokens; spans that cut a token in two are dropped. */
export function prepare(gold: LabelledText, weight: number, tables: NameTables): Article {
  const whole = tokenize(gold.text)
  const sentences = splitSentences(gold.text, whole)
  const tokens = splitHyphens(gold.text, whole)
  const words = new ArticleWords(gold.text, tokens, sentences)
  const evidence = new ArticleEvidence(words, tables)
  const labels = new Uint8Array(tokens.count)
  const startAt = new Map(Array.from(tokens.start.subarray(0, tokens.count), (start, i) => [start, i]))
  const endAt = new Map(Array.from(tokens.end.subarray(0, tokens.count), (end, i) => [end, i]))
  for (const [start, end, name] of gold.spans) {
    const type = TAG_TYPES.indexOf((name === 'FAC' ? 'LOC' : name) as (typeof TAG_TYPES)[number])
    const first = startAt.get(start)
    const last = endAt.get(end)
    if (type < 0 || first === undefined || last === undefined || last < first) continue
    if (first === last) labels[first] = labelOf(type, UNIT)
    else for (let i = first; i <= last; i++) labels[i] = labelOf(type, i === first ? BEGIN : i === last ? LAST : INSIDE)
  }
  return { id: gold.id, weight, gold, words, evidence, stretches: findStretches(words, true), labels }
}
