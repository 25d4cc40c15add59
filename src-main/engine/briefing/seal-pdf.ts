import {
  AFRelationship,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import type { SourceTable } from '../../domain/briefing/source-table'
import { toJson } from '../../domain/briefing/to-json'
import { sha256 } from '../casebook/content-hash'
import { pagesDigest } from './pdf-digest'
import { sortEntriesByHalving } from './sorted-entries'
import { steadyStructure } from './steady-structure'

sortEntriesByHalving()

/** The name under which a briefing's PDF carries its source table. */
export const ATTACHMENT = 'dateline-sources.json'
/** The entry of the document's information that holds `pagesDigest`. */
export const PAGES_ENTRY = 'DatelinePages'

/**
 * A printed PDF with the source table as an attachment and a digest of its pages. Everything that says when, by which program or in
 * which run it was printed gives way to the briefing's own data, so that the same briefing gives the same bytes.
 * @param date of the newest thing it rests on; null leaves dates out
 */
export async function sealPdf(printed: Uint8Array, table: SourceTable, date: Date | null): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false })
  const { context, catalog } = pdf
  steadyStructure(pdf)
  const json = toJson(table)
  await pdf.attach(new TextEncoder().encode(json), ATTACHMENT, {
    mimeType: 'application/json',
    description: 'The cited passages of this briefing, for checking them against the sources',
    afRelationship: AFRelationship.Data,
    ...(date ? { creationDate: date, modificationDate: date } : {}),
  })
  await pdf.flush()
  const pages = pagesDigest(pdf)
  const info = context.obj({})
  const text = (key: string, value: string) => info.set(PDFName.of(key), PDFHexString.fromText(value))
  text('Title', table.title)
  if (table.author) text('Author', table.author)
  text('Creator', 'Dateline')
  text('Producer', 'Dateline')
  if (date) {
    info.set(PDFName.of('CreationDate'), PDFString.fromDate(date))
    info.set(PDFName.of('ModDate'), PDFString.fromDate(date))
  }
  info.set(PDFName.of(PAGES_ENTRY), PDFString.of(pages))
  const before = context.trailerInfo.Info
  context.trailerInfo.Info = context.register(info)
  if (before instanceof PDFRef) context.delete(before)
  const id = PDFHexString.of(sha256(`${json}${pages}`).slice(0, 32).toUpperCase())
  context.trailerInfo.ID = context.obj([id, id])
  catalog.set(PDFName.of('Lang'), PDFString.of('en'))
  const viewer = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? context.obj({})
  viewer.set(PDFName.of('DisplayDocTitle'), PDFBool.True)
  catalog.set(PDFName.of('ViewerPreferences'), viewer)
  return pdf.save({ useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false })
}
