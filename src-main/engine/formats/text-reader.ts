import { decode } from '../decode/decode'
import type { FormatReader, FormatResult, RawFile } from './format-reader'

/** Plain text: the decoded file without its byte order mark and otherwise unchanged. */
export const textReader: FormatReader = { name: 'txt', read: readPlain }

/** Markdown is kept as it is written, front matter included: what is cited must stand in the file. */
export const markdownReader: FormatReader = { name: 'md', read: readPlain }

async function readPlain(file: RawFile): Promise<FormatResult> {
  const { text, encoding, confidence, damaged } = await decode(file.bytes, null, file.encoding)
  const partial = damaged
    ? ({ cause: 'invalid-bytes' } as const)
    : confidence < 0.5
      ? ({ cause: 'uncertain-encoding', detail: encoding } as const)
      : null
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text, encoding, confidence, meta: {}, partial }
}
