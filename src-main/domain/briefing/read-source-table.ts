import { SENTENCE_TYPES } from './types'
import {
  digestOf,
  TABLE_FORMAT,
  TABLE_VERSION,
  type Sha256,
  type SourceTable,
  type TableCitation,
  type TableSection,
  type TableSentence,
  type TableWaived,
} from './source-table'

/** Why a table cannot be used; `message` is for a person. */
export interface TableProblem {
  code: 'not_ours' | 'newer' | 'damaged'
  message: string
}

export type TableRead = { ok: true; table: SourceTable; digestFits: boolean } | { ok: false; problem: TableProblem }

/**
 * Reads untrusted JSON as a source table, strictly: a missing or wrong field is a problem that names its place. A digest that does not
 * fit is no problem of reading: the table is returned so that what was changed can be told sentence by sentence.
 */
export function readSourceTable(value: unknown, sha256: Sha256): TableRead {
  if (!isRecord(value) || value['format'] !== TABLE_FORMAT) {
    return problem('not_ours', 'This is not a source table of Dateline.')
  }
  if (typeof value['version'] === 'number' && value['version'] > TABLE_VERSION) {
    return problem('newer', 'This briefing was made by a newer Dateline. Update Dateline to check it.')
  }
  try {
    const table = readTable(value)
    return { ok: true, table, digestFits: digestOf(table, sha256) === table.digest }
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    return problem('damaged', `The source table of this briefing is damaged: ${error.message}.`)
  }
}

const problem = (code: TableProblem['code'], message: string): TableRead => ({ ok: false, problem: { code, message } })

class Unfit extends Error {}
type Fields = Record<string, unknown>
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readTable(value: Fields): SourceTable {
  if (value['version'] !== TABLE_VERSION) throw new Unfit('its version is not known')
  const citations = list(value, 'citations', '').map(readCitation)
  citations.forEach(({ number }, i) => {
    if (number !== i + 1) throw new Unfit(`citation ${i + 1} has the number ${number}`)
  })
  const sections = list(value, 'sections', '').map((section, i): TableSection => {
    const fields = record(section, `section ${i + 1}`)
    return {
      heading: text(fields, 'heading', `section ${i + 1}`),
      sentences: list(fields, 'sentences', `section ${i + 1}`).map((sentence, n) =>
        readSentence(sentence, `sentence ${i + 1}.${n + 1}`, citations.length),
      ),
    }
  })
  return {
    format: TABLE_FORMAT,
    version: TABLE_VERSION,
    title: text(value, 'title', ''),
    marking: text(value, 'marking', ''),
    author: text(value, 'author', ''),
    sections,
    citations,
    waivers: list(value, 'waivers', '').map((waiver, i) => {
      const fields = record(waiver, `waiver ${i + 1}`)
      return { rule: text(fields, 'rule', 'a waiver'), reason: text(fields, 'reason', 'a waiver') }
    }),
    waived: list(value, 'waived', '').map((waived, i): TableWaived => {
      const at = `waived finding ${i + 1}`
      const fields = record(waived, at)
      return {
        rule: text(fields, 'rule', at),
        sentence: text(fields, 'sentence', at),
        message: text(fields, 'message', at),
      }
    }),
    digest: text(value, 'digest', ''),
  }
}

function readSentence(value: unknown, at: string, citations: number): TableSentence {
  const fields = record(value, at)
  const type = SENTENCE_TYPES.find((name) => name === fields['type'])
  if (!type) throw new Unfit(`${at} has no known type`)
  return {
    id: text(fields, 'id', at),
    number: text(fields, 'number', at),
    type,
    text: text(fields, 'text', at),
    likelihood: textOrNull(fields, 'likelihood', at),
    confidence: textOrNull(fields, 'confidence', at),
    citations: list(fields, 'citations', at).map((number) => {
      if (typeof number !== 'number' || !Number.isInteger(number) || number < 1 || number > citations) {
        throw new Unfit(`${at} cites a passage that is not in the table`)
      }
      return number
    }),
  }
}

function readCitation(value: unknown, index: number): TableCitation {
  const at = `citation ${index + 1}`
  const fields = record(value, at)
  const state = (['exact', 'moved', 'ambiguous', 'lost'] as const).find((name) => name === fields['state'])
  if (!state) throw new Unfit(`${at} has no known state`)
  const start = offset(fields, 'start', at)
  const end = offset(fields, 'end', at)
  if (end < start) throw new Unfit(`${at} ends before it starts`)
  return {
    number: offset(fields, 'number', at),
    path: text(fields, 'path', at),
    sha256: text(fields, 'sha256', at),
    title: textOrNull(fields, 'title', at),
    date: textOrNull(fields, 'date', at),
    agency: textOrNull(fields, 'agency', at),
    place: textOrNull(fields, 'place', at),
    language: textOrNull(fields, 'language', at),
    ...(fields['encoding'] === undefined ? {} : { encoding: text(fields, 'encoding', at) }),
    ...(fields['grade'] === undefined ? {} : { grade: readGrade(fields['grade'], `the grade of ${at}`) }),
    start,
    end,
    exact: text(fields, 'exact', at),
    prefix: text(fields, 'prefix', at),
    suffix: text(fields, 'suffix', at),
    state,
  }
}

function readGrade(value: unknown, at: string): NonNullable<TableCitation['grade']> {
  const fields = record(value, at)
  return {
    scheme: text(fields, 'scheme', at),
    reliability: textOrNull(fields, 'reliability', at),
    credibility: textOrNull(fields, 'credibility', at),
  }
}

function record(value: unknown, at: string): Fields {
  if (!isRecord(value)) throw new Unfit(`${at} is not readable`)
  return value
}

function list(fields: Fields, key: string, at: string): unknown[] {
  const value = fields[key]
  if (!Array.isArray(value)) throw new Unfit(`${at || 'it'} has no list of ${key}`)
  return value as unknown[]
}

function text(fields: Fields, key: string, at: string): string {
  const value = fields[key]
  if (typeof value !== 'string') throw new Unfit(`${at || 'it'} has no ${key}`)
  return value
}

const textOrNull = (fields: Fields, key: string, at: string): string | null =>
  fields[key] === null ? null : text(fields, key, at)

function offset(fields: Fields, key: string, at: string): number {
  const value = fields[key]
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Unfit(`${at} has no ${key}`)
  return value
}
