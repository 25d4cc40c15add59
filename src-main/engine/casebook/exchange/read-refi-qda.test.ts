import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packed } from '../../formats/zip/packed.fixture'
import { openDesk, temporaryFolder, type Desk } from '../casebook.fixture'
import { importCasebook } from './exchange'

const desk = (): Desk => openDesk({ directory: temporaryFolder() })
const imported = (into: Desk, file: string) => importCasebook(into.store, into.articles, { file })
const added = ({ counts }: ReturnType<typeof imported>) =>
  Object.fromEntries(Object.entries(counts).flatMap(([kind, { added: count }]) => (count > 0 ? [[kind, count]] : [])))

describe('a REFI-QDA project of another program', () => {
  const guid = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`.toUpperCase()
  const CODES = `<CodeBook><Codes><Code guid="${guid('A')}" name="Port" isCodable="true" color="#F80"><Description>Of the port</Description>
    <Code guid="${guid('B')}" name="Berths &amp; quays" isCodable="true"/></Code></Codes></CodeBook>`
  const project = `<?xml version="1.0" encoding="utf-8"?><Project name="p" origin="QualCoder" xmlns="urn:QDA-XML:project:1.0">${CODES}
    <Sources><TextSource guid="${guid('C')}" name="interview.txt" plainTextPath="internal://${guid('C')}.txt">
    <PlainTextSelection guid="${guid('D')}" name="x" startPosition="2" endPosition="7"><Coding guid="${guid('E')}" creatingUser="u"><CodeRef targetGUID="{${guid('B')}}"/></Coding></PlainTextSelection>
    <PlainTextSelection guid="${guid('F')}" name="y" startPosition="99" endPosition="120"/></TextSource>
    <PictureSource guid="${guid('1')}" path="internal://a.jpg"><PictureSelection guid="${guid('2')}"/></PictureSource></Sources></Project>`

  it('comes in by its words: capitals, a mark before the text, short colours, and what cannot be read is told', () => {
    const into = desk()
    const file = join(temporaryFolder(), 'other.qdpx')
    const text = '🔥 words of an interview'
    writeFileSync(file, packed({ 'project.qde': project, [`Sources/${guid('C')}.txt`]: `\ufeff${text}` }))
    const report = imported(into, file)
    expect(added(report)).toEqual({ codes: 2, codings: 1, texts: 1 })
    expect(report.left).toEqual([
      '1 PictureSelection: only passages in plain text can be taken in.',
      'A passage of “interview.txt” at 99 to 120 is empty.',
    ])
    const { codes, codings } = into.handlers['code.list'](null)
    expect(codes.map(({ name, colour, definition }) => [name, colour, definition])).toEqual([
      ['Port', '#ff8800', 'Of the port'],
      ['Berths & quays', '#b3541e', ''],
    ])
    expect(codings[0]).toMatchObject({ codeId: guid('b').toLowerCase(), anchor: { exact: 'words', start: 3, end: 8 } })
    expect(into.handlers['source.kept']({ id: codings[0]?.anchor.articleId ?? '' })?.text).toBe(text)
  })

  it('may be a codebook alone, and may not declare entities', () => {
    const into = desk()
    const file = join(temporaryFolder(), 'codes.qdc')
    writeFileSync(file, CODES.replace('<CodeBook>', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="NVivo">'))
    expect(added(imported(into, file))).toEqual({ codes: 2 })
    writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>${CODES}`)
    expect(() => imported(into, file)).toThrow(expect.objectContaining({ code: 'bad_request' }))
  })
})
