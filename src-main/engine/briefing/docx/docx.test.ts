import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anchorAt, briefingInput, context, PORT, readyDesk, sentence, trueSentences } from '../briefing-desk.fixture'

const DUST = 'dust ignited, the Marenza Port Authority said.'
const TEXTS = [
  'Сейітқұл 🌊: <b>&amp; "no" source',
  '管道里剩下的水不能饮用',
  'وتنتج المحطة مياه العاصمة',
  'a\u0001b\u0000c ]]>',
]

async function exported(paper: 'A4' | 'Letter' = 'A4') {
  const desk = readyDesk()
  const again = sentence('fact', 'Seven people died in March.', anchorAt(PORT, 'lps/port.txt', 'Seven people died'))
  const twice = sentence('fact', 'On 12 March dust ignited.', anchorAt(PORT, 'lps/port.txt', DUST))
  const sections = [
    { id: 'section-1', heading: 'The fire', sentences: [...trueSentences(), again, twice] },
    { id: 'section-2', heading: '未知', sentences: TEXTS.map((text) => sentence('gap', text)) },
  ]
  const { id } = await desk.handlers['briefing.save'](briefingInput({ sections }), context())
  const out = join(desk.outside, 'b.docx')
  const report = await desk.handlers['briefing.export']({ id, format: 'docx', out, paper, waivers: [] }, context())
  expect(report.findings.filter(({ level }) => level === 'block')).toEqual([])
  const bytes = readFileSync(out)
  const verify = (file: Uint8Array) => {
    writeFileSync(out, file)
    return desk.handlers['briefing.verify']({ file: out }, context())
  }
  /** The document with one part of it changed, zipped anew. */
  const changed = (part: string, change: (xml: string) => string) => {
    const parts = unzipSync(bytes)
    const before = strFromU8(parts[part] ?? new Uint8Array())
    const after = change(before)
    expect(after).not.toBe(before)
    return zipSync({ ...parts, [part]: strToU8(after) })
  }
  return { desk, bytes, report, verify, changed, sentences: sections.flatMap((section) => section.sentences) }
}

describe('a Word document', () => {
  it('is read by another program with its headings, sentences and footnotes', async () => {
    const { bytes, report } = await exported()
    const { value, messages } = await mammoth.convertToHtml({ buffer: bytes })
    expect(messages.filter(({ type }) => type === 'error')).toEqual([])
    expect(value).toContain('<h1>1 The fire</h1>')
    expect(value.match(/<li id="footnote-/gu)).toHaveLength(report.citations)
    expect(value).toContain('Сейітқұл 🌊: &lt;b&gt;&amp;amp; "no" source')
    expect(value).toContain('a\ufffdb\ufffdc ]]&gt;')
    // The passage that is cited again has no second footnote: its number stands.
    expect(value).toMatch(/On 12 March dust ignited\.<strong><sup>1<\/sup><\/strong>/u)
  })

  it.each(['A4', 'Letter'] as const)('on %s holds against its sources', async (paper) => {
    const { bytes, verify, sentences } = await exported(paper)
    const count = sentences.length
    expect(await verify(bytes)).toEqual({ sentences: count, verified: count, failed: [], notes: [] })
  })

  it('still holds after a program saved it in its own way', async () => {
    const { verify, changed } = await exported()
    const split = changed('word/document.xml', (xml) =>
      xml
        .replace(
          'Seven people died',
          'Seven </w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1"><w:t xml:space="preserve">people died',
        )
        .replaceAll('<w:p>', '<w:p w:rsidR="00B2">'),
    )
    expect(await verify(split)).toMatchObject({ failed: [] })
  })

  it.each([
    [
      'a letter of a sentence',
      'word/document.xml',
      'in March.',
      'in April.',
      { number: '1.5', state: 'altered', found: /in April/u },
    ],
    ['a word of a footnote', 'word/footnotes.xml', 'Seven people', 'Eight people', { sentence: '' }],
    ['the marking', 'word/header1.xml', 'TLP:AMBER', 'TLP:CLEAR', { sentence: '' }],
    ['the table', 'customXml/item1.xml', 'Seven people', 'Eight people', { sentence: '' }],
    ['what hides words', 'word/document.xml', '<w:rPr>', '<w:rPr><w:vanish/>', { sentence: '' }],
    ['what hides words by a style', 'word/styles.xml', '<w:rPr>', '<w:rPr><w:vanish w:val="1"/>', { sentence: '' }],
    ['a drawing', 'word/document.xml', '<w:p>', '<w:p><w:r><w:drawing/></w:r>', { sentence: '' }],
  ])('shows a change of %s', async (_what, part, from, to, shown) => {
    const { verify, changed } = await exported()
    const { failed } = await verify(changed(part, (xml) => xml.replace(from, to)))
    const { found, ...rest } = { found: undefined, ...shown }
    expect(failed).toContainEqual(
      expect.objectContaining({ ...rest, ...(found ? { found: expect.stringMatching(found) as unknown } : {}) }),
    )
  })

  it('shows a sentence that was taken out or put in', async () => {
    const { verify, changed } = await exported()
    const paragraph = /<w:p>(?:(?!<w:p>).)*in March\.(?:(?!<\/w:p>).)*<\/w:p>/su
    const without = await verify(changed('word/document.xml', (xml) => xml.replace(paragraph, '')))
    expect(without.failed).toMatchObject([{ number: '1.5', state: 'altered' }])
    const twice = await verify(
      changed('word/document.xml', (xml) => xml.replace(paragraph, (one) => one + one.replace('March', 'April'))),
    )
    expect(twice.failed).toMatchObject([{ sentence: '', state: 'altered' }])
  })

  it('catches one changed letter of a source', async () => {
    const { desk, bytes, verify } = await exported()
    desk.put('lps/port.txt', PORT.replace('by Friday', 'by Sunday'))
    expect(await verify(bytes)).toMatchObject({ failed: [{ state: 'changed', number: '1.2' }] })
  })

  it('is refused with a reason where it is none of ours, torn or a bomb', async () => {
    const { bytes, verify } = await exported()
    await expect(verify(zipSync({ 'word/document.xml': strToU8('<w:document/>') }))).rejects.toMatchObject({
      code: 'not_a_briefing',
    })
    await expect(verify(bytes.subarray(0, bytes.length / 2))).rejects.toMatchObject({ code: 'damaged' })
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(210_000_000) }, { level: 1 })
    await expect(verify(bomb)).rejects.toMatchObject({ code: 'too_large' })
  })
})
