import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, it } from 'vitest'
import { docxReader } from './docx-reader'
import { packed, packedDocx } from './zip/packed.fixture'

const read = (bytes: Buffer) => docxReader.read({ path: 'a.docx', bytes })

describe('the Word reader', () => {
  it('reads what another program wrote: headings, runs, breaks, tables, footnotes, properties', async () => {
    const document = new Document({
      title: 'Ships come home',
      creator: 'Ann Lee',
      footnotes: { 1: { children: [new Paragraph('Counted at noon.')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Ships come home', heading: HeadingLevel.TITLE }),
            new Paragraph({
              children: [
                new TextRun('The '),
                new TextRun({ text: 'harbour', underline: {} }),
                new TextRun(' was full.'),
                new FootnoteReferenceRun(1),
                new TextRun({ text: 'Next line', break: 1 }),
              ],
            }),
            new Table({
              rows: [
                ['Port', 'Ships'],
                ['Oslo', '12'],
              ].map(
                (cells) =>
                  new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
              ),
            }),
          ],
        },
      ],
    })
    const { text, meta, made } = await read(await Packer.toBuffer(document))
    expect(text).toBe(
      'Ships come home\n\nThe harbour was full.\nNext line\n\nPort\tShips\n\nOslo\t12\n\nCounted at noon.',
    )
    expect(meta).toEqual({ title: 'Ships come home', author: 'Ann Lee' })
    expect(made).toMatch(/^\d{4}-\d\d-\d\dT/)
  })

  it('shows a text as it is with every change accepted, without field codes, and a text box once', async () => {
    const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
    const box = (words: string) => `<w:txbxContent><w:p>${run(words)}</w:p></w:txbxContent>`
    const { text } = await read(
      packedDocx(
        `<w:p>${run('Ten ')}<w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:moveFrom>${run('gone ')}</w:moveFrom><w:ins>${run('new ')}</w:ins>${run('ships')}
         <w:r><w:instrText>PAGE \\* MERGEFORMAT</w:instrText></w:r><w:r><w:noBreakHyphen/></w:r>${run('A&amp;B &#1071;')}</w:p>
         <w:p>${run('Around')}<w:r><mc:AlternateContent><mc:Choice>${box('Boxed')}</mc:Choice><mc:Fallback>${box('Boxed')}</mc:Fallback></mc:AlternateContent></w:r>${run(' it')}</w:p>`,
      ),
    )
    expect(text).toBe('Ten new ships\u2011A&B Я\n\nBoxed\n\nAround it')
  })

  it('takes a title from the properties only when the text has it, and no program for an author', async () => {
    const core =
      '<cp:coreProperties xmlns:dc="d"><dc:title>Letterhead 2003</dc:title><dc:creator>Microsoft Office User</dc:creator></cp:coreProperties>'
    const { meta } = await read(packedDocx('<w:p><w:r><w:t>Ships</w:t></w:r></w:p>', { 'docProps/core.xml': core }))
    expect(meta).toEqual({})
  })

  it('finds the document under another name', async () => {
    const { text } = await read(
      packed({
        '_rels/.rels':
          '<Relationships><Relationship Id="1" Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>',
        'word/document2.xml': '<w:document><w:body><w:p><w:r><w:t>Elsewhere</w:t></w:r></w:p></w:body></w:document>',
      }),
    )
    expect(text).toBe('Elsewhere')
  })

  it.each([
    ['without a document', packed({ '[Content_Types].xml': '<Types/>' }), 'damaged'],
    ['that declares entities', packedDocx('').subarray(0, 0), 'damaged'],
    ['cut in the middle', packedDocx('<w:p/>').subarray(0, 200), 'damaged'],
  ])('refuses one %s', (_, bytes, why) => {
    expect(() => read(bytes)).toThrow(expect.objectContaining({ why }) as Error)
  })

  it('refuses entities declared in the file', () => {
    const bomb =
      '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
    expect(() => read(packed({ 'word/document.xml': bomb }))).toThrow(
      expect.objectContaining({ why: 'unsafe' }) as Error,
    )
  })
})
