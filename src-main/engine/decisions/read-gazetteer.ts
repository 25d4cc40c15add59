import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { MOST_ENTRIES } from '../../contract/decisions'
import { DatelineError } from '../../contract/errors'
import type { GazetteerEntry } from '../../domain/decisions/gazetteer'
import { ENTITY_TYPES, type EntityType } from '../../domain/extract/types'
import { readRows } from '../formats/records/read-rows'

export interface Gazetteer {
  title: string
  entries: GazetteerEntry[]
  /** What was left out and why, at most twenty. */
  problems: string[]
}

const LARGEST = 32 * 1024 * 1024
const MOST_PROBLEMS = 20
/** What lists elsewhere call the kinds. */
const OTHER_NAMES: Record<string, EntityType> = {
  per: 'person',
  people: 'person',
  org: 'organization',
  organisation: 'organization',
  company: 'organization',
  loc: 'place',
  location: 'place',
  gpe: 'place',
  country: 'place',
  city: 'place',
  misc: 'other',
  norp: 'group',
}

/**
 * Reads a list of names: CSV or TSV with the columns name, type and aliases (divided by ";" or "|"), in any order when the first line
 * names them; or JSON, an array of objects with these fields. The file is only read. Throws `not_found`, `too_large`, `bad_request`.
 */
export function readGazetteer(file: string): Gazetteer {
  let text: string
  try {
    if (statSync(file).size > LARGEST)
      throw new DatelineError('too_large', 'This list is larger than 32 MB. Divide it.')
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    if (error instanceof DatelineError) throw error
    throw new DatelineError('bad_request', 'This list cannot be read: it is not there, or no UTF-8 text.')
  }
  const records = /^\s*[[{]/u.test(text)
    ? fromJson(text)
    : fromRows(text, /\.tsv$/iu.test(file) ? '\t' : separatorOf(text))
  const problems: string[] = []
  const entries = records.flatMap(({ line, name, type, aliases }): GazetteerEntry[] => {
    const kind = kindOf(type)
    if (name !== '' && kind) return [{ name, type: kind, aliases }]
    if (problems.length < MOST_PROBLEMS)
      problems.push(
        name === '' ? `Line ${line} has no name.` : `Line ${line}: “${type}” is none of ${ENTITY_TYPES.join(', ')}.`,
      )
    return []
  })
  if (entries.length === 0)
    throw new DatelineError(
      'bad_request',
      `No names were found in this list. ${problems[0] ?? 'It needs the columns name and type.'}`,
    )
  if (entries.length > MOST_ENTRIES)
    throw new DatelineError('too_large', `This list has more than ${MOST_ENTRIES} names. Divide it.`)
  return { title: basename(file), entries, problems }
}

interface Line {
  line: number
  name: string
  type: string
  aliases: string[]
}

const kindOf = (type: string): EntityType | null => {
  const key = type.trim().toLowerCase()
  return ENTITY_TYPES.find((known) => known === key) ?? OTHER_NAMES[key] ?? null
}

const separatorOf = (text: string): string => {
  const [first = ''] = text.split('\n', 1)
  return [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
}

function fromRows(text: string, separator: string): Line[] {
  const rows = [...readRows([text.replace(/^\ufeff/u, '')], separator)]
  const head = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase())
  const named = head.includes('name')
  const column = (name: string, otherwise: number) => (named ? head.indexOf(name) : otherwise)
  const [name, type, aliases] = [column('name', 0), column('type', 1), column('aliases', 2)]
  return rows
    .map((row, i) => ({ row, line: i + 1 }))
    .slice(named ? 1 : 0)
    .filter(({ row }) => row.some((cell) => cell.trim() !== ''))
    .map(({ row, line }) => ({
      line,
      name: (row[name] ?? '').trim(),
      type: row[type] ?? '',
      aliases: divided(row[aliases] ?? ''),
    }))
}

const divided = (aliases: string): string[] =>
  aliases
    .split(/[;|]/u)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '')

function fromJson(text: string): Line[] {
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    throw new DatelineError('bad_request', 'This list is no whole JSON.')
  }
  if (!Array.isArray(list))
    throw new DatelineError('bad_request', 'A list in JSON is an array of { name, type, aliases }.')
  const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
  return list.map((item: unknown, i) => {
    const { name, type, aliases } = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>
    const others = Array.isArray(aliases) ? aliases.map(words).filter((alias) => alias !== '') : divided(words(aliases))
    return { line: i + 1, name: words(name), type: words(type), aliases: others }
  })
}
