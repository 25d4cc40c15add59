import type { EntityType } from '../../domain/extract/types'
import type { FormsOf } from '../../domain/search/matches'
import type { SearchNode } from '../../domain/search/query'
import { statement } from '../connection'
import type { IndexReader } from '../handle'
import { articleCodes, CODED_FACTS, type Coded, type CodedFact } from './article-codes'
import type { Counted } from './library'
import { unpackNumbers } from './number-list'
import { conditions, parametersOf, source } from './search'
import { compileSearch, type CompiledSearch } from './search-condition'

export interface CountedEntity {
  name: string
  type: EntityType
  count: number
}

export interface SearchFacets {
  total: number
  /** Days ascending, everything else by count. */
  facts: Record<CodedFact, Counted[]>
  entities: CountedEntity[]
  /** How many of the hits, spread evenly, the entities were counted in. */
  sampled: number
}

/** Entities are counted in so many of the hits: each has dozens. */
const MOST_SAMPLED = 1000
const MOST_VALUES = 100
const MOST_ENTITIES = 40

/** What the hits of a search are like: counts of every fact over all hits, and of the entities over an even sample of them. */
export function searchFacets(handle: IndexReader, tree: SearchNode, formsOf: FormsOf): SearchFacets {
  const rows = hitRows(handle, tree, formsOf)
  const coded = articleCodes(handle)
  const facts = CODED_FACTS.map((fact): [CodedFact, Counted[]] => [fact, counted(coded[fact], rows, fact === 'day')])
  const step = Math.max(1, rows.length / MOST_SAMPLED)
  const sample = Array.from({ length: Math.min(rows.length, MOST_SAMPLED) }, (_, i) => rows[Math.floor(i * step)] ?? 0)
  return {
    total: rows.length,
    facts: Object.fromEntries(facts) as Record<CodedFact, Counted[]>,
    entities: countedEntities(handle, sample),
    sampled: sample.length,
  }
}

/** The statement that gives the rows of all hits. */
export function hitRowsStatement(search: CompiledSearch): string {
  return search.match !== null && search.filters.length === 0
    ? 'SELECT rowid FROM article_fts WHERE article_fts MATCH ?'
    : `SELECT article.id FROM ${source(search)} WHERE ${conditions(search)}`
}

function hitRows(handle: IndexReader, tree: SearchNode, formsOf: FormsOf): number[] {
  const search = compileSearch(handle, tree, formsOf)
  return statement(handle, hitRowsStatement(search))
    .pluck()
    .all(...parametersOf(search)) as number[]
}

function counted({ codes, values }: Coded, rows: readonly number[], byValue: boolean): Counted[] {
  const counts = new Int32Array(values.length)
  for (const row of rows) {
    const code = codes[row] ?? -1
    if (code >= 0) counts[code] = (counts[code] ?? 0) + 1
  }
  const all = values.flatMap((value, code) => {
    const count = counts[code] ?? 0
    return count > 0 ? [{ value, count }] : []
  })
  const inOrder = (a: Counted, b: Counted) => (a.value < b.value ? -1 : 1)
  if (byValue) return all.sort(inOrder)
  return all.sort((a, b) => b.count - a.count || inOrder(a, b)).slice(0, MOST_VALUES)
}

function countedEntities(handle: IndexReader, sample: readonly number[]): CountedEntity[] {
  const counts = new Map<number, number>()
  const entities = statement(handle, 'SELECT entities FROM extraction WHERE article_id = ?').pluck()
  for (const row of sample) {
    const packed = entities.get(row)
    const numbers = packed instanceof Uint8Array ? unpackNumbers(packed) : []
    for (let i = 0; i < numbers.length; i += 2) counts.set(numbers[i] ?? 0, (counts.get(numbers[i] ?? 0) ?? 0) + 1)
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_ENTITIES)
  const named = statement(handle, 'SELECT name, type FROM entity WHERE id = ?')
  return most.flatMap(([id, count]) => {
    const entity = named.get(id) as { name: string; type: EntityType } | undefined
    return entity ? [{ ...entity, count }] : []
  })
}
