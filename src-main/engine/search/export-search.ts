import { toCsv } from '../../domain/search/csv'
import type { IndexReader } from '../../sql/handle'
import { batchSearch } from './batch-search'
import { concordanceOf } from './concordance'
import type { SearchOptions } from './prepare-search'
import { runSearch } from './run-search'

export const EXPORT_KINDS = ['hits', 'lines', 'batch'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

/** More hits than anyone reads in a table. */
const MOST_HITS = 10_000
const MOST_LINES = 5000

type Cell = string | number | null
interface Table {
  head: string[]
  rows: Cell[][]
}

/** Hits, concordance lines or a table of many queries as CSV or JSON text. */
export function exportText(
  index: IndexReader,
  what: ExportKind,
  { queries, format, ...options }: { queries: readonly string[]; format: 'csv' | 'json' } & SearchOptions,
): { text: string; rows: number } {
  const { head, rows } = TABLES[what](index, queries, options)
  if (format === 'csv') return { text: toCsv([head, ...rows]), rows: rows.length }
  const objects = rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? null])))
  return { text: `${JSON.stringify(objects, null, 2)}\n`, rows: rows.length }
}

type MakeTable = (index: IndexReader, queries: readonly string[], options: SearchOptions) => Table

const TABLES: Record<ExportKind, MakeTable> = {
  hits: (index, queries, options) => ({
    head: ['query', 'path', 'title', 'date', 'place', 'agency', 'language', 'matches', 'snippet'],
    rows: queries.flatMap((query) =>
      runSearch(index, query, { ...options, sort: 'date', limit: MOST_HITS, offset: 0 }).hits.map(
        ({ facts, spans, snippet }): Cell[] => [
          ...[query, facts.path, facts.title ?? facts.lead, facts.date, facts.place, facts.agency, facts.language],
          spans.length,
          snippet.replace(/\s+/gu, ' '),
        ],
      ),
    ),
  }),
  lines: (index, queries, options) => ({
    head: ['query', 'path', 'title', 'date', 'agency', 'left', 'keyword', 'right', 'start', 'end'],
    rows: queries.flatMap((query) =>
      concordanceOf(index, query, { ...options, order: 'text', offset: 0, limit: MOST_LINES }).lines.map(
        ({ article, left, keyword, right, start, end }): Cell[] => [
          ...[query, article.path, article.title, article.date, article.agency, left, keyword, right],
          ...[start, end],
        ],
      ),
    ),
  }),
  batch: (index, queries, options) => ({
    head: ['query', 'articles', 'newest', 'path', 'title', 'message'],
    rows: batchSearch(index, queries, options).map(({ query, total, newest, message }): Cell[] => [
      query,
      total,
      ...[newest?.date ?? null, newest?.path ?? null, newest?.title ?? null, message],
    ]),
  }),
}
