import { EncryptedPDFError, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { DatelineError } from '../../contract/errors'
import { pagesDigest } from './pdf-digest'
import { ATTACHMENT, PAGES_ENTRY } from './seal-pdf'

/** What a briefing's PDF carries. */
export interface SealedPdf {
  /** The attached source table as it is in the file. */
  json: string
  /** Whether the pages are those that were printed; null when the file does not say what they were. */
  pagesFit: boolean | null
}

/** Opens a briefing's PDF. Throws `not_a_briefing` or `damaged` with a sentence that says which file it is. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<SealedPdf> {
  const pdf = await load(bytes, name)
  let json: string | null
  try {
    const attached = pdf.getAttachments().find((attachment) => attachment.name === ATTACHMENT)
    json = attached ? new TextDecoder('utf-8', { fatal: true }).decode(attached.data) : null
  } catch (error) {
    throw damaged(name, error)
  }
  if (json === null) {
    throw new DatelineError(
      'not_a_briefing',
      `${name} is a PDF, but no briefing of Dateline: it carries no source table. Programs that print or convert a PDF drop it.`,
    )
  }
  try {
    const expected = pagesEntry(pdf)
    return { json, pagesFit: expected === null ? null : expected === pagesDigest(pdf) }
  } catch {
    // Pages that cannot be read are not those that were printed.
    return { json, pagesFit: false }
  }
}

async function load(bytes: Uint8Array, name: string): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
  } catch (error) {
    // The strict parser may stumble over an encrypted object before it sees that the file is locked.
    if (error instanceof EncryptedPDFError || Buffer.from(bytes).includes('/Encrypt')) {
      throw new DatelineError(
        'not_a_briefing',
        `${name} is locked with a password, so its source table cannot be read. Save it without a password and try again.`,
      )
    }
    throw damaged(name, error)
  }
}

function damaged(name: string, error: unknown): DatelineError {
  const detail = error instanceof Error ? error.message : String(error)
  return new DatelineError(
    'damaged',
    `${name} is a damaged or incomplete PDF. Get the file anew from its author.`,
    detail,
  )
}

function pagesEntry(pdf: PDFDocument): string | null {
  const info = pdf.context.lookupMaybe(pdf.context.trailerInfo.Info, PDFDict)
  const entry = info?.lookup(PDFName.of(PAGES_ENTRY))
  return entry instanceof PDFString || entry instanceof PDFHexString ? entry.decodeText() : null
}
