import { rankOfName, type RecordField } from './field-names'

/** One row of a table or one object of a list: names and values in their order. */
export type RecordValues = ReadonlyMap<string, string>

/** Which column has what; null where none does. */
export type Columns = Record<RecordField, string | null>

/** A column of running text has at least this many characters in a row, on average. */
const LEAST_TEXT = 40
/** Without a telling name it must be clear that it is prose. */
const LEAST_PROSE = 120

interface Sampled {
  name: string
  /** Average length of its values that are not empty. */
  length: number
  /** Share of its values that have several words. */
  words: number
}

/** Guesses from names and a sample of rows which columns make an article; null when none holds running text or headlines. */
export function guessColumns(rows: readonly RecordValues[]): Columns | null {
  const columns = sampled(rows)
  const title = best(
    'title',
    columns.filter(({ length }) => length < 400),
  )
  const text = textColumn(columns.filter(({ name }) => name !== title?.name))
  const headline = title && title.length >= 15 && title.words > 0.5 ? title : null
  if (!text && !headline) return null
  const short = columns.filter(({ name, length }) => name !== text?.name && name !== title?.name && length < 200)
  const named = (field: RecordField): string | null => best(field, short)?.name ?? null
  return {
    text: text?.name ?? null,
    title: title?.name ?? null,
    date: named('date'),
    author: named('author'),
    agency: named('agency'),
    place: named('place'),
  }
}

function sampled(rows: readonly RecordValues[]): Sampled[] {
  const values = new Map<string, string[]>()
  for (const row of rows)
    for (const [name, value] of row) {
      if (value.trim() === '') continue
      const known = values.get(name)
      if (known) known.push(value)
      else values.set(name, [value])
    }
  return Array.from(values, ([name, all]) => ({
    name,
    length: all.reduce((sum, value) => sum + value.length, 0) / all.length,
    words: all.filter((value) => /\S\s+\S+\s+\S/.test(value) || /[\u3040-\u9fff]{8}/.test(value)).length / all.length,
  }))
}

/** The best named one; where another with a fitting name has three times its text, that one ("description" beside a short "text"). */
function textColumn(columns: readonly Sampled[]): Sampled | null {
  const prose = columns.filter(({ words }) => words > 0.5)
  const named = prose.filter(({ name, length }) => length >= LEAST_TEXT && rankOfName('text', name) !== null)
  const first = best('text', named)
  const longest = longestOf(named)
  if (first && longest) return longest.length > 3 * first.length ? longest : first
  const unnamed = longestOf(prose)
  return unnamed && unnamed.length >= LEAST_PROSE ? unnamed : null
}

function best(field: RecordField, columns: readonly Sampled[]): Sampled | null {
  let found: { column: Sampled; rank: number } | null = null
  for (const column of columns) {
    const rank = rankOfName(field, column.name)
    if (rank !== null && (!found || rank < found.rank)) found = { column, rank }
  }
  return found?.column ?? null
}

function longestOf(columns: readonly Sampled[]): Sampled | null {
  return columns.reduce<Sampled | null>(
    (longest, column) => (longest && longest.length >= column.length ? longest : column),
    null,
  )
}
