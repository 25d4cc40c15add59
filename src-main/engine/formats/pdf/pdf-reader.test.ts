import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
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
})
