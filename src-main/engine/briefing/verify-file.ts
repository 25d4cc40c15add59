import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { VerifyReport } from '../../contract/briefing'
import { DatelineError } from '../../contract/errors'
import { readSourceTable, type TableProblem } from '../../domain/briefing/read-source-table'
import { tableOfText, type Alteration } from '../../domain/briefing/read-table'
import type { SourceTable } from '../../domain/briefing/source-table'
import { verifyTable } from '../../domain/briefing/verify'
import { sha256 } from '../casebook/content-hash'
import { readCitedSources } from './source-files'

/** No briefing comes near this; more would only fill the memory. */
const MOST_BYTES = 200_000_000

/**
 * Checks a briefing's file of any format, told by its content, against the files of a folder. Throws `not_found`, `too_large`,
 * `not_a_briefing`, `newer_version` or `damaged` when there is nothing to check.
 */
export async function verifyFile(file: string, folder: string, signal?: AbortSignal): Promise<VerifyReport> {
  const { table, alterations } = await readBriefingFile(file)
  const lookup = await readCitedSources(folder, table.citations, signal)
  return verifyTable(table, lookup, alterations)
}

interface ReadBriefing {
  table: SourceTable
  alterations: Alteration[]
}

async function readBriefingFile(file: string): Promise<ReadBriefing> {
  const name = basename(file)
  const bytes = readWhole(file)
  if (bytes.subarray(0, 1024).includes('%PDF-')) return readPdfBriefing(bytes, name)
  if (beginsAsZip(bytes)) return readDocxBriefing(bytes, name)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notOurs(name)
  }
  const start = text.trimStart().slice(0, 100).toLowerCase()
  const format = start.startsWith('{') ? 'json' : /^<(?:!doctype|html)/u.test(start) ? 'html' : 'md'
  const read = tableOfText(text, format, sha256)
  if (!read.ok) throw asError(read.problem, name)
  return read
}

async function readPdfBriefing(bytes: Uint8Array, name: string): Promise<ReadBriefing> {
  const { readPdf } = await import('./read-pdf')
  const { json, pagesFit } = await readPdf(bytes, name)
  const { table, alterations } = readEmbedded(json, name)
  if (pagesFit !== true) {
    const reason =
      pagesFit === null ? 'The file does not say what its pages were, so they cannot be checked.' : PAGES_CHANGED
    alterations.push({ sentence: null, reason })
  }
  return { table, alterations }
}

async function readDocxBriefing(bytes: Uint8Array, name: string): Promise<ReadBriefing> {
  const { docxAlterations, openDocx } = await import('./docx/read-docx')
  const { json, parts } = openDocx(bytes, name)
  if (json === null) throw notOurs(name)
  const { table, alterations } = readEmbedded(json, name)
  return { table, alterations: [...alterations, ...(await docxAlterations(parts, table))] }
}

/** The table that stands as JSON in another file, with the alteration its digest shows. */
function readEmbedded(json: string, name: string): ReadBriefing {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new DatelineError('damaged', `The source table in ${name} is damaged. Get the file anew from its author.`)
  }
  const read = readSourceTable(value, sha256)
  if (!read.ok) throw asError(read.problem, name)
  const reason = 'The source table was changed after export: it does not fit its digest.'
  return { table: read.table, alterations: read.digestFits ? [] : [{ sentence: null, reason }] }
}

/** Whether the bytes begin as a zip archive does (APPNOTE 4.3.7), as a Word document is one. */
const beginsAsZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

const PAGES_CHANGED = 'The pages were changed after export: they are not those the source table was printed with.'

function readWhole(file: string): Buffer {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats?.isFile()) throw new DatelineError('not_found', `There is no file ${file}.`)
  if (stats.size > MOST_BYTES) {
    throw new DatelineError('too_large', `${basename(file)} is larger than any briefing of Dateline; it was not read.`)
  }
  return readFileSync(file)
}

const notOurs = (name: string) =>
  new DatelineError('not_a_briefing', `${name} is no briefing of Dateline: it carries no source table.`)

function asError({ code, message }: TableProblem, name: string): DatelineError {
  if (code === 'not_ours') return notOurs(name)
  return new DatelineError(code === 'newer' ? 'newer_version' : 'damaged', message, name)
}
