import { describe, expect, it } from 'vitest'
import { epubReader } from './epub-reader'
import { packed } from './zip/packed.fixture'

const CHAPTERS = {
  'OEBPS/text/one.xhtml': '<html><head><title>x</title></head><body><h1>One</h1><p>First &amp; last.</p></body></html>',
  'OEBPS/text/two two.xhtml': '<html><body><h1>Two</h1><p>Second.</p></body></html>',
}
const epub = (chapters: Record<string, string> = CHAPTERS, parts: Record<string, string> = {}) =>
  packed({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': `<package><metadata xmlns:dc="d"><dc:title>A book</dc:title><dc:creator>Ann Lee</dc:creator><dc:date>2019-03-12</dc:date></metadata>
      <manifest><item id="b" href="text/two%20two.xhtml"/><item id="a" href="./text/one.xhtml"/></manifest>
      <spine><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    ...chapters,
    ...parts,
  })
const read = (bytes: Buffer) => epubReader.read({ path: 'a.epub', bytes })

describe('the e-book reader', () => {
  it('reads the chapters in the order of the spine', async () => {
    expect(await read(epub())).toMatchObject({
      text: 'One\n\nFirst & last.\n\nTwo\n\nSecond.',
      meta: { author: 'Ann Lee' },
      made: '2019-03-12',
      partial: null,
    })
  })

  it('says when chapters are missing', async () => {
    const { partial } = await read(epub({ 'OEBPS/text/one.xhtml': CHAPTERS['OEBPS/text/one.xhtml'] }))
    expect(partial).toEqual({ cause: 'incomplete', detail: '1 of 2 chapters are missing' })
  })

  it.each([
    ['encrypted', epub(CHAPTERS, { 'META-INF/encryption.xml': Object.keys(CHAPTERS).join() })],
    ['damaged', packed({ mimetype: 'application/epub+zip' })],
  ])('refuses what is %s', (why, bytes) => {
    expect(() => read(bytes)).toThrow(expect.objectContaining({ why }) as Error)
  })
})
