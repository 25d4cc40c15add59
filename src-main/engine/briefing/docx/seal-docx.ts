import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { SourceTable } from '../../../domain/briefing/source-table'
import { toJson } from '../../../domain/briefing/to-json'

/** The part that carries the source table: a custom XML part, which word processors keep when they save. */
export const TABLE_PART = 'customXml/item1.xml'
/** Namespace of the part's one element, whose text is the table as JSON. */
export const TABLE_NAMESPACE = 'urn:dateline:sources:1'
const RELATIONSHIP =
  '<Relationship Id="rIdDatelineSources" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>'

/**
 * A Word document with the source table in it, and with everything that says when it was made given by the briefing's own data:
 * entries in order of their names, the earliest time a zip archive can hold, dates of the properties from `date`.
 */
export function sealDocx(packed: Uint8Array, table: SourceTable, date: Date | null): Uint8Array {
  const parts = unzipSync(packed)
  const edit = (name: string, change: (xml: string) => string) => {
    parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())))
  }
  const time = (date ?? new Date('1980-01-01T00:00:00Z')).toISOString().replace(/\.\d+Z$/u, 'Z')
  edit('docProps/core.xml', (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${time}`))
  edit('word/_rels/document.xml.rels', (xml) => xml.replace('</Relationships>', `${RELATIONSHIP}</Relationships>`))
  parts[TABLE_PART] = strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><sources xmlns="${TABLE_NAMESPACE}">${forXml(toJson(table))}</sources>`,
  )
  // Local fields of a date are what a zip archive holds: these are the same in every time zone.
  const mtime = new Date(1980, 0, 1)
  const sorted = Object.keys(parts).sort((a, b) => first(a) - first(b) || (a < b ? -1 : 1))
  return zipSync(
    Object.fromEntries(sorted.map((name) => [name, [parts[name] ?? new Uint8Array(), { mtime, level: 6 }]])),
  )
}

/** The list of content types comes first, by the custom of the format; some programs tell a document by it. */
const first = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1)

const ESCAPES: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' }

/** JSON that XML can hold as text: what would be markup, or is no character of XML, is escaped in JSON's own way. */
function forXml(json: string): string {
  return json
    .replace(/[<>&]/gu, (char) => ESCAPES[char] ?? char)
    .replace(/[\u007f\ufffe\uffff]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
