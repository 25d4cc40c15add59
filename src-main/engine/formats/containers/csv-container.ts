import { createHash } from 'node:crypto'
import type { Encoding } from '../../decode/encoding'
import type { ByteSource } from '../byte-source'
import { articleOfRecord } from '../records/record-article'
import { guessColumns, type Columns, type RecordValues } from '../records/guess-columns'
import { rankOfName, type RecordField } from '../records/field-names'
import { readRows } from '../records/read-rows'
import { encodingOf, textChunks } from '../records/text-chunks'
import type { ContainerReader } from './container'

const SEPARATORS = [',', ';', '\t', '|']
const SAMPLE = 60

/** How a table is to be read. */
interface Table {
  separator: string
  encoding: Encoding
  names: string[]
  /** Rows before the first article: the names, and the line in which Excel names the separator. */
  skip: number
  columns: Columns
}

/** A reader for a table in which each row is an article; null when no column holds running text or headlines. */
export async function csvContainer(source: ByteSource, path: string): Promise<ContainerReader | null> {
  const table = await understandTable(source, path)
  if (!table) return null
  return {
    name: /\.tsv$/i.test(path) ? 'tsv' : 'csv',
    *members(bytes) {
      let number = 0
      for (const row of readRows(textChunks(bytes, table.encoding), table.separator)) {
        if (number++ < table.skip || row.every((cell) => cell.trim() === '')) continue
        const record = recordOf(row, table.names)
        yield {
          name: String(number),
          modified: null,
          read: () => ({
            hash: hashOf(record, table.columns),
            result: articleOfRecord(record, table.columns, table.encoding.name),
          }),
        }
      }
    },
  }
}

async function understandTable(source: ByteSource, path: string): Promise<Table | null> {
  const encoding = await encodingOf(source)
  const tables = SEPARATORS.flatMap((separator) => {
    const rows = firstRows(source, encoding, separator)
    const skip = /^sep=/i.test(rows[0]?.join(separator) ?? '') ? 1 : 0
    const width = usualWidth(rows.slice(skip))
    return width > 1 || /\.tsv$/i.test(path) === (separator === '\t')
      ? [{ separator, rows: rows.slice(skip), skip, width }]
      : []
  })
  // The separator with which most rows have the same number of cells, and more than one.
  tables.sort((a, b) => score(b.rows, b.width) - score(a.rows, a.width))
  for (const { separator, rows, skip } of tables) {
    const named = rows[0] !== undefined && areNames(rows[0], rows[1])
    const names = named ? uniqueColumns(rows[0] ?? []) : (rows[0] ?? []).map((_, i) => `column ${i + 1}`)
    const columns = guessColumns(rows.slice(named ? 1 : 0).map((row) => recordOf(row, names)))
    if (columns) return { separator, encoding, names, skip: skip + (named ? 1 : 0), columns }
  }
  return null
}

function firstRows(source: ByteSource, encoding: Encoding, separator: string): string[][] {
  const rows: string[][] = []
  for (const row of readRows(textChunks(source, encoding), separator)) {
    rows.push(row)
    if (rows.length > SAMPLE) break
  }
  return rows
}

function usualWidth(rows: readonly string[][]): number {
  const widths = rows.map((row) => row.length).sort((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)] ?? 0
}

const score = (rows: readonly string[][], width: number): number =>
  width < 2 ? 0 : (rows.filter((row) => row.length === width).length / rows.length) * Math.min(width, 20)

const FIELDS: RecordField[] = ['text', 'title', 'date', 'author', 'agency', 'place']

/** Whether the first row names the columns: one of the names is known, or all are short words above cells that are not. */
function areNames(first: readonly string[], second: readonly string[] | undefined): boolean {
  if (first.some((cell) => FIELDS.some((field) => rankOfName(field, cell.trim()) !== null))) return true
  const short = first.every((cell) => cell.length < 40 && !/\d{2}/.test(cell))
  return short && (second?.some((cell) => cell.length > 40 || /\d{2}/.test(cell)) ?? false)
}

function uniqueColumns(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((given, i) => {
    const name = given.trim() === '' || taken.has(given.trim()) ? `${given.trim()} (column ${i + 1})` : given.trim()
    taken.add(name)
    return name
  })
}

const recordOf = (row: readonly string[], names: readonly string[]): RecordValues =>
  new Map(row.map((cell, i) => [names[i] ?? `column ${i + 1}`, cell]))

/** A row has no bytes of its own that would be a file: its values under their names, and which of them make the text. */
function hashOf(record: RecordValues, { text, title }: Columns): string {
  return createHash('sha256')
    .update(JSON.stringify([text, title, ...record]))
    .digest('hex')
}
