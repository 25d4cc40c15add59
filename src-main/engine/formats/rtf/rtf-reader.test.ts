import { describe, expect, it } from 'vitest'
import { rtfReader } from './rtf-reader'

const read = (rtf: string) => rtfReader.read({ path: 'a.rtf', bytes: Buffer.from(rtf, 'latin1') })
const textOf = async (rtf: string) => (await read(rtf)).text

describe('the RTF reader', () => {
  it.each([
    ['paragraphs, lines and tabs', String.raw`{\rtf1\ansi One\par Two\line three\tab four\par}`, 'One\n\nTwo\nthree\tfour'],
    ['a line break in the file as nothing', '{\\rtf1 One\r\ntwo\\par\r\nthree}', 'Onetwo\n\nthree'],
    ['the code page of the document', String.raw`{\rtf1\ansi\ansicpg1251 \'cc\'ee\'f1\'ea\'e2\'e0}`, 'Москва'],
    ['the code page of a font', String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial CYR;}}\f0 caf\'e9 {\f1 \'cc\'e8\'f0} \'fc}`, 'café Мир ü'],
    ['characters of two bytes', String.raw`{\rtf1\ansi\ansicpg932 \'93\'fa\'96\'7b}`, '日本'],
    ['the code page of DOS', String.raw`{\rtf1\pc Gr\'94\'e1e}`, 'Größe'],
    ['numbers of characters, without what stands for old readers', String.raw`{\rtf1\ansi\uc1 \u1052?\u1080?\u1088?\uc0\u1052 !\uc2\u-10179??\u-8704??}`, 'Мир' + 'М!' + '\ud83d\ude00'],
    ['typographic signs', String.raw`{\rtf1 \ldblquote Yes\rdblquote\emdash no\~x\_y\-z}`, '“Yes”—no\u00a0x\u2011y\u00adz'],
    ['no hidden words, fields, pictures, style sheets, page headers', String.raw`{\rtf1{\stylesheet{\s0 Normal;}}{\header Page}Seen{\v hidden} {\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt link}}{\pict\pngblip 89504e47}{\*\unknown no}{\deleted gone}}`, 'Seen link'],
    ['rows of a table', String.raw`{\rtf1\trowd Oslo\cell 12\cell\row Bergen\cell 7\cell\row}`, 'Oslo\t12\n\nBergen\t7'],
    ['a footnote where it is called', String.raw`{\rtf1 Full{\footnote Counted.} harbour}`, 'Full [Counted.] harbour'],
    ['binary data that looks like words', String.raw`{\rtf1 A{\pict\bin5 }}{}}B\par}`.replace('\\bin5 }}{}}', '\\bin5 }}{}}}'), 'AB'],
    ['escaped signs', String.raw`{\rtf1 \{a\}\\b}`, '{a}\\b'],
  ])('reads %s', async (_, rtf, expected) => {
    expect(await textOf(rtf)).toBe(expected)
  }) // prettier-ignore

  it('reads its information', async () => {
    const result = await read(
      String.raw`{\rtf1{\info{\title Ships come home}{\author Ann Lee}{\creatim\yr2018\mo10\dy7\hr9\min5}}Ships come home\par Body}`,
    )
    expect(result).toMatchObject({
      meta: { title: 'Ships come home', author: 'Ann Lee' },
      made: '2018-10-07',
      partial: null,
    })
  })

  it('reads what is there of a file cut short, and says so', async () => {
    expect(await read(String.raw`{\rtf1 One {\b two`)).toMatchObject({
      text: 'One two',
      partial: { cause: 'incomplete' },
    })
  })

  it('is not stopped by a million open groups', async () => {
    expect(await textOf(`{\\rtf1 ${'{'.repeat(1_000_000)}deep`)).toBe('deep')
  })
})
