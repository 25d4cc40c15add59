import { describe, expect, it } from 'vitest'
import { odtReader } from './odt-reader'
import { packed } from './zip/packed.fixture'

const odt = (body: string, parts: Record<string, string> = {}) =>
  packed({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...parts,
  })
const read = (bytes: Buffer) => odtReader.read({ path: 'a.odt', bytes })

describe('the OpenDocument reader', () => {
  it('reads headings, spans, spaces, breaks, lists, tables and notes', async () => {
    const { text } = await read(
      odt(
        `<text:tracked-changes><text:p>struck</text:p></text:tracked-changes><text:h>Ships come home</text:h>
         <text:p>The <text:span>harbour</text:span><text:s text:c="2"/>was
           full<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Counted at noon.</text:p></text:note-body></text:note>.<text:line-break/>Next<text:tab/>line</text:p>
         <text:list><text:list-item><text:p>One</text:p></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list>
         <table:table><table:table-row><table:table-cell><text:p>Oslo</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>`,
      ),
    )
    expect(text).toBe(
      'Ships come home\n\nThe harbour  was full [Counted at noon.].\nNext\tline\n\nOne\n\nTwo\n\nOslo\t12',
    )
  })

  it('reads its properties', async () => {
    const meta =
      '<m xmlns:dc="d"><meta:initial-creator>Ann Lee</meta:initial-creator><dc:creator>Bo Ek</dc:creator><meta:creation-date>2018-10-17T09:00:00</meta:creation-date></m>'
    expect(await read(odt('<text:p>Words</text:p>', { 'meta.xml': meta }))).toMatchObject({
      meta: { author: 'Ann Lee' },
      made: '2018-10-17T09:00:00',
    })
  })

  it.each([
    ['encrypted', odt('', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' })],
    ['damaged', packed({ mimetype: 'application/vnd.oasis.opendocument.text' })],
  ])('refuses what is %s', (why, bytes) => {
    expect(() => read(bytes)).toThrow(expect.objectContaining({ why }) as Error)
  })
})
