import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { pdfReader } from './pdf-reader'

type Line = [text: string, x: number, y: number, size?: number]

async function pdf(pages: Line[][], change: (document: PDFDocument) => void = () => undefined): Promise<Buffer> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  for (const lines of pages) {
    const page = document.addPage([595, 842])
    for (const [text, x, y, size = 11] of lines) page.drawText(text, { x, y, size, font })
  }
  change(document)
  return Buffer.from(await document.save())
}

const read = (bytes: Buffer) => Promise.resolve(pdfReader.read({ path: 'a.pdf', bytes }))
/** Lines of a paragraph one below the other. */
const lines = (x: number, top: number, ...texts: string[]): Line[] => texts.map((text, i) => [text, x, top - 14 * i])

describe('the PDF reader', () => {
  it('joins lines to paragraphs, parts paragraphs by space, size and indent, and pages by a form feed', async () => {
    const { text, meta, made, partial } = await read(
      await pdf(
        [
          [
            ['Ships come home', 60, 780, 20],
            ...lines(60, 740, 'The harbour was full of people who had come to see', 'the ships return.'),
            ...lines(60, 690, 'A second paragraph stands apart and its last line', 'runs over to the'),
          ],
          [...lines(60, 780, 'next page in the middle of a sentence.'), ...lines(60, 740, 'Its own paragraph.')],
        ],
        (document) => {
          document.setTitle('Ships come home')
          document.setAuthor('Ann Lee')
          document.setCreationDate(new Date('2018-10-17T09:00:00Z'))
        },
      ),
    )
    expect(text).toBe(
      'Ships come home\n\nThe harbour was full of people who had come to see the ships return.\n\n' +
        'A second paragraph stands apart and its last line runs over to the\fnext page in the middle of a sentence.\n\nIts own paragraph.',
    )
    expect({ meta, made, partial }).toEqual({
      meta: { title: 'Ships come home', author: 'Ann Lee' },
      made: '2018-10-17',
      partial: null,
    })
  })

  it('parts finished pages with blank lines, and keeps count of empty ones', async () => {
    const { text } = await read(await pdf([[['One.', 60, 700]], [], [['Three.', 60, 700]]]))
    expect(text).toBe('One.\n\n\f\fThree.')
  })

  it('follows columns in the order in which they are written', async () => {
    const { text } = await read(
      await pdf([
        [
          ...lines(60, 700, 'The left column ends in the', 'middle of a'),
          ...lines(320, 700, 'sentence that goes on at', 'the right.'),
        ],
      ]),
    )
    expect(text).toBe('The left column ends in the middle of a sentence that goes on at the right.')
  })

  it('puts a divided word together when the document has it whole, and else keeps its hyphen', async () => {
    const { text } = await read(
      await pdf([lines(60, 700, 'The cooperation was long-', 'term, said those who praised cooper-', 'ation.')]),
    )
    expect(text).toBe('The cooperation was long-term, said those who praised cooperation.')
  })

  it('says that pages of pictures have no text', async () => {
    await expect(read(await pdf([[], []]))).rejects.toMatchObject({ why: 'no-text-layer', detail: '2 pages' })
  })

  it('says that a password is needed', async () => {
    const bytes = await pdf([[['Secret', 60, 700]]], (document) =>
      document.encrypt({ userPassword: 'p', ownerPassword: 'o' }),
    )
    await expect(read(bytes)).rejects.toMatchObject({ why: 'encrypted' })
  })

  it('reads one whose table of objects is lost, and refuses one of which nothing is left', async () => {
    const whole = await pdf([[['Repaired words', 60, 700]]])
    const lost = Buffer.from(whole.toString('latin1').replace(/startxref\s+\d+/, 'startxref\n999999'), 'latin1')
    expect((await read(lost)).text).toBe('Repaired words')
    await expect(read(Buffer.from('%PDF-1.7 garbage'.repeat(100)))).rejects.toMatchObject({ why: 'damaged' })
  })

  it('reads Chinese and Japanese whose characters are only named by one of Adobe’s maps', async () => {
    const page = (map: string, system: string, hex: string) =>
      `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length ${30 + hex.length}>> stream
BT /F 12 Tf 60 700 Td <${hex}> Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type0/BaseFont/X/Encoding/${map}/DescendantFonts[6 0 R]>> endobj
6 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(${system})/Supplement 2>>/DW 1000/FontDescriptor 7 0 R>> endobj
7 0 obj <</Type/FontDescriptor/FontName/X/Flags 4/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>> endobj
trailer <</Root 1 0 R>>`
    const hexOf = (bytes: Buffer) => bytes.toString('hex')
    const chinese = page('UniGB-UCS2-H', 'GB1', hexOf(Buffer.from('中国', 'utf16le').swap16()))
    expect((await read(Buffer.from(chinese))).text).toBe('中国')
    const japanese = page('90ms-RKSJ-H', 'Japan1', hexOf(iconv.encode('日本', 'cp932')))
    expect((await read(Buffer.from(japanese))).text).toBe('日本')
  })
})
