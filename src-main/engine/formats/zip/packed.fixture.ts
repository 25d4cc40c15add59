import { strToU8, zipSync } from 'fflate'

/** An archive with the given files, in this order. */
export function packed(files: Record<string, string | Uint8Array>): Buffer {
  const entries = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  return Buffer.from(zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>))
}

const CONTENT_TYPES = (kind: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.${kind}.main+xml"/></Types>`

/** A Word document whose body is the given WordprocessingML, with further parts. */
export function packedDocx(
  body: string,
  parts: Record<string, string> = {},
  kind = 'openxmlformats-officedocument.wordprocessingml.document',
): Buffer {
  return packed({
    '[Content_Types].xml': CONTENT_TYPES(kind),
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...parts,
  })
}
