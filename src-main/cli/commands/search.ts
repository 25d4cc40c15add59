import { readFileSync } from 'node:fs'
import { DatelineError } from '../../contract/errors'
import { runSearch, type SearchOutcome } from '../../engine/search/run-search'
import { readArguments, readChoice, readCount, WORKSPACE_OPTIONS } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'
import { publicationDay } from '../../engine/publication-day'
import { readFirstColumn } from './first-column'
import { withIndex } from './open-workspace'

const OPTIONS = {
  ...WORKSPACE_OPTIONS,
  limit: { type: 'string' },
  sort: { type: 'string' },
  batch: { type: 'string' },
} as const
/** Fields that rest on analysis, not on the text alone. */
const NEEDS_ANALYSIS = /\b(?:person|people|org|organi[sz]ation):/i

/** `dateline search <query>`: hits as they come from the index, best first. */
export async function searchCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS)
  const query = positionals.join(' ')
  if ((query === '') === (values.batch === undefined))
    throw new UsageError('search takes a query, or --batch with a file of queries.')
  const queries = values.batch === undefined ? [query] : readBatch(values.batch)
  const how = {
    sort: readChoice(values.sort, 'sort', ['relevance', 'date'], 'relevance'),
    limit: readCount(values.limit, 'limit', 50),
    offset: 0,
  }
  const phase = queries.some((typed) => NEEDS_ANALYSIS.test(typed)) ? 'all' : 'text'
  return withIndex(values, phase, output, (index) => {
    for (const typed of queries) {
      const outcome = runSearch(index, typed, how)
      const named = values.batch === undefined ? {} : { query: typed }
      if (values.json) printJson(outcome, named, output)
      else printForPeople(outcome, typed, output)
      if (outcome.message) output.say(outcome.message)
    }
    return ExitCode.done
  })
}

function readBatch(file: string): string[] {
  try {
    return readFirstColumn(readFileSync(file, 'utf8'))
  } catch {
    throw new DatelineError('folder_missing', `There is no file ${file} to read queries from.`)
  }
}

/** `Hit` of the machine interface, one a line; in a batch with its query. */
function printJson(outcome: SearchOutcome, named: { query?: string }, output: Output): void {
  for (const { facts, score, snippet, spans } of outcome.hits) {
    const { path, title } = facts
    const date = publicationDay(facts.date, facts.dateOrigin)
    output.print(JSON.stringify({ ...named, path, title, date, score, snippet, spans }))
  }
}

function printForPeople(outcome: SearchOutcome, typed: string, output: Output): void {
  output.print(`${outcome.total} articles for ${typed}`)
  for (const { facts, snippet } of outcome.hits) {
    output.print(`  ${[facts.date, facts.path, facts.title].filter(Boolean).join(' · ')}`)
    output.print(`    ${snippet.replace(/\s+/g, ' ')}`)
  }
}
