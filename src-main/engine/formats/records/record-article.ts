import type { FormatResult } from '../format-reader'
import { textOfMarkup } from '../markup-text'
import { Unreadable } from '../unreadable'
import type { Columns, RecordValues } from './guess-columns'

/** The article that a record tells of: headline and text, with what its other columns say. Throws `Unreadable` ("no-text") for an empty one. */
export function articleOfRecord(record: RecordValues, columns: Columns, encoding: string): FormatResult {
  const value = (column: string | null): string => (column === null ? '' : (record.get(column) ?? '').trim())
  const title = textOfMarkup(value(columns.title)).replace(/\s+/g, ' ')
  const body = textOfMarkup(value(columns.text))
  const text = title === '' || body.startsWith(title) ? body : [title, body].filter((part) => part !== '').join('\n\n')
  if (text === '') throw new Unreadable('no-text')
  const meta: FormatResult['meta'] = {}
  if (title !== '') meta.title = title.slice(0, 1000)
  const date = writtenDate(value(columns.date))
  if (date !== '') meta.date = date
  for (const field of ['author', 'agency', 'place'] as const) {
    const stated = value(columns[field]).replace(/\s+/g, ' ').slice(0, 300)
    if (stated !== '') meta[field] = stated
  }
  const damaged = text.includes('\ufffd')
  return { text, encoding, confidence: 1, meta, partial: damaged ? { cause: 'invalid-bytes' } : null }
}

/** Dates as machines write them, in a form the header reader knows: seconds or milliseconds since 1970, "20181017". */
function writtenDate(value: string): string {
  const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : NaN
  if (/^(?:19|20)\d{6}$/.test(value)) return `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`
  if (number > 100_000_000 && number < 5_000_000_000) return new Date(number * 1000).toISOString()
  if (number > 100_000_000_000 && number < 5_000_000_000_000) return new Date(number).toISOString()
  return value
}
