import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatelineError } from '../../contract/errors'
import { LINE_ORDERS } from '../../domain/search/concordance'
import { publicationDay } from '../../engine/publication-day'
import { casebookLookup } from '../../engine/search/casebook-lookup'
import { concordanceOf } from '../../engine/search/concordance'
import { exportText } from '../../engine/search/export-search'
import type { SearchOptions } from '../../engine/search/prepare-search'
import type { CasebookLookup } from '../../engine/search/resolve-search'
import { runSearch, type SearchOutcome } from '../../engine/search/run-search'
import { facetsOf } from '../../engine/search/search-facets'
import { closeHandle } from '../../sql/connection'
import type { CasebookReader, IndexReader } from '../../sql/handle'
import { openCasebookReader } from '../../sql/open-casebook'
import { readArguments, readChoice, readCount, WORKSPACE_OPTIONS } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'
import { readFirstColumn } from '../../domain/search/first-column'
import { withIndex } from './open-workspace'

const OPTIONS = {
  ...WORKSPACE_OPTIONS,
  limit: { type: 'string' },
  sort: { type: 'string' },
  batch: { type: 'string' },
  lines: { type: 'boolean' },
  order: { type: 'string' },
  facets: { type: 'boolean' },
  csv: { type: 'boolean' },
  'exact-spelling': { type: 'boolean' },
} as const
/** Fields that rest on analysis, not on the text alone. */
const NEEDS_ANALYSIS = /\b(?:person|people|org|organi[sz]ation|name|entity|quotes?|says|said|speaker|figures?|number):/i

interface Query {
  typed: string
  /** In a batch each line of data says whose it is. */
  named: { query?: string }
}

/** `dateline search <query>`: hits as they come from the index, best first; or every place found with its words, counts, or a table. */
export async function searchCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS)
  const typed = positionals.join(' ')
  if ((typed === '') === (values.batch === undefined))
    throw new UsageError('search takes a query, or --batch with a file of queries.')
  const queries: Query[] =
    values.batch === undefined
      ? [{ typed, named: {} }]
      : readBatch(values.batch).map((query) => ({ typed: query, named: { query } }))
  const sort = readChoice(values.sort, 'sort', ['relevance', 'date'], 'relevance')
  const order = readChoice(values.order, 'order', LINE_ORDERS, 'text')
  const limit = readCount(values.limit, 'limit', values.lines ? 1000 : 50)
  const json = values.json ?? false
  const phase = values.facets || queries.some((query) => NEEDS_ANALYSIS.test(query.typed)) ? 'all' : 'text'
  return withIndex(values, phase, output, (index, directory) =>
    withCasebook(directory, (casebook) => {
      const options = { spellings: !values['exact-spelling'], casebook }
      const print = (query: Query): string | null => {
        if (values.facets) return printFacets(index, query, { json, options }, output)
        if (values.lines) return printLines(index, query, { json, order, limit, options }, output)
        const outcome = runSearch(index, query.typed, { sort, limit, offset: 0, ...options })
        if (json) printJson(outcome, query, output)
        else printForPeople(outcome, query, output)
        return outcome.message
      }
      if (values.csv) {
        const what = values.lines ? 'lines' : values.batch === undefined ? 'hits' : 'batch'
        const all = queries.map((query) => query.typed)
        output.print(exportText(index, what, { queries: all, format: 'csv', ...options }).text.trimEnd())
      } else
        for (const query of queries) {
          const message = print(query)
          if (message) output.say(message)
        }
      return ExitCode.done
    }),
  )
}

/** Runs `work` with the casebook of a workspace to look things up in; without one where there is none or a program has it open. */
function withCasebook<T>(directory: string, work: (casebook: CasebookLookup | null) => T): T {
  const casebook = openedCasebook(join(directory, 'casebook.sqlite'))
  if (!casebook) return work(null)
  try {
    return work(casebookLookup(casebook))
  } finally {
    closeHandle(casebook)
  }
}

function openedCasebook(file: string): CasebookReader | null {
  try {
    return existsSync(file) ? openCasebookReader(file) : null
  } catch {
    return null
  }
}

function readBatch(file: string): string[] {
  try {
    return readFirstColumn(readFileSync(file, 'utf8'))
  } catch {
    throw new DatelineError('folder_missing', `There is no file ${file} to read queries from.`)
  }
}

/** `Hit` of the machine interface, one a line; in a batch with its query. */
function printJson(outcome: SearchOutcome, { named }: Query, output: Output): void {
  for (const { facts, score, snippet, spans } of outcome.hits) {
    const { path, title } = facts
    const date = publicationDay(facts.date, facts.dateOrigin)
    output.print(JSON.stringify({ ...named, path, title, date, score, snippet, spans }))
  }
}

function printForPeople(outcome: SearchOutcome, { typed }: Query, output: Output): void {
  output.print(`${outcome.total} articles for ${typed}`)
  for (const { facts, snippet } of outcome.hits) {
    output.print(`  ${[facts.date, facts.path, facts.title].filter(Boolean).join(' · ')}`)
    output.print(`    ${snippet.replace(/\s+/g, ' ')}`)
  }
}

interface How {
  json: boolean
  options: SearchOptions
}

function printLines(
  index: IndexReader,
  { typed, named }: Query,
  { json, order, limit, options }: How & { order: (typeof LINE_ORDERS)[number]; limit: number },
  output: Output,
): string | null {
  const { lines, message } = concordanceOf(index, typed, { order, offset: 0, limit, ...options })
  for (const { article, ...line } of lines) {
    const { left, keyword, right } = line
    const shown = `${left.slice(-50).padStart(50)}[${keyword}]${right.slice(0, 50).padEnd(50)}  ${article.path}`
    output.print(json ? JSON.stringify({ ...named, path: article.path, ...line }) : shown)
  }
  return message
}

function printFacets(
  index: IndexReader,
  { typed, named }: Query,
  { json, options }: How,
  output: Output,
): string | null {
  const found = facetsOf(index, typed, options) ?? { total: 0, facts: {}, entities: [], sampled: 0 }
  if (json) output.print(JSON.stringify({ ...named, ...found }))
  else {
    output.print(`${found.total} articles for ${typed}`)
    const line = (name: string, values: readonly { value: string; count: number }[]) => {
      const most = values.slice(0, 12).map(({ value, count }) => `${value} ${count}`)
      if (most.length > 0) output.print(`  ${name}: ${most.join(', ')}`)
    }
    for (const [fact, values] of Object.entries(found.facts)) line(fact, values)
    line('names', found.entities.map(({ name, count }) => ({ value: name, count }))) // prettier-ignore
  }
  return null
}
