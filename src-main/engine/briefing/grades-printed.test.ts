import { strFromU8, unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outletKey } from '../../domain/casebook/grading'
import { writeGrade } from '../../sql/casebook/grades'
import { idOf } from '../casebook/casebook.fixture'
import { briefingInput, context, GRAIN, PORT, readyDesk, type BriefingDesk } from './briefing-desk.fixture'

const FORMATS = ['html', 'md', 'json', 'docx'] as const

function grade(
  { store }: BriefingDesk,
  text: string,
  [reliability, credibility]: [string | null, string | null],
): void {
  const of = { scope: 'article' as const, target: idOf(text), name: 'its path' }
  const given = { id: store.newId(), scheme: 'admiralty', reliability, credibility, reason: '', madeAt: store.now() }
  writeGrade(store.casebook, { ...of, ...given }, () => undefined)
}

describe.each(FORMATS)('the source list of %s', (format) => {
  const exported = async (desk: BriefingDesk, id: string, name: string) => {
    const out = join(desk.outside, name)
    await desk.handlers['briefing.export']({ id, format, out, paper: 'A4', waivers: [] }, context())
    const bytes = readFileSync(out)
    if (format !== 'docx') return { bytes, out, text: bytes.toString('utf8') }
    const parts = unzipSync(bytes)
    const text = ['word/document.xml', 'word/footnotes.xml'].map((part) => strFromU8(parts[part] ?? new Uint8Array()))
    return { bytes, out, text: text.join('\n') }
  }
  const graded = format === 'json' ? '"reliability": "B"' : 'graded B2'

  it('names the grade of what is graded, and only of that; the same bytes again, and verified', async () => {
    const desk = readyDesk()
    const { id } = await desk.handlers['briefing.save'](briefingInput(), context())
    const bare = await exported(desk, id, 'bare')
    expect(bare.text.toLowerCase()).not.toMatch(/grade|reliability|reliable/)

    grade(desk, PORT, ['B', '2'])
    const first = await exported(desk, id, 'first')
    expect(first.text).toContain(graded)
    // Two passages of the graded article, one of the other.
    if (format === 'json') expect(first.text.match(/"grade"/g)).toHaveLength(2)
    else {
      expect(first.text.match(/graded B2/g)).toHaveLength(2)
      expect(first.text).toContain('Of the source: B usually reliable. Of what it says: 2 probably true.')
    }
    expect((await exported(desk, id, 'again')).bytes.equals(first.bytes)).toBe(true)
    const report = await desk.handlers['briefing.verify']({ file: first.out }, context())
    expect(report).toMatchObject({ verified: 4, failed: [], notes: [] })
  })

  it('takes the grade of the outlet where the article has none, and leaves one that was taken back', async () => {
    const desk = readyDesk()
    const { id } = await desk.handlers['briefing.save'](briefingInput(), context())
    const agency = desk.articles.get(idOf(GRAIN))?.agency ?? ''
    expect(agency).not.toBe('')
    const of = { scope: 'outlet' as const, target: outletKey(agency), name: agency, scheme: 'admiralty', reason: '' }
    const given = { id: desk.store.newId(), reliability: 'B', credibility: '2', madeAt: desk.store.now() }
    writeGrade(desk.store.casebook, { ...of, ...given }, () => undefined)
    expect((await exported(desk, id, 'outlet')).text).toContain(graded)
    const taken = { ...given, id: desk.store.newId(), reliability: null, credibility: null }
    writeGrade(desk.store.casebook, { ...of, ...taken }, () => undefined)
    expect((await exported(desk, id, 'taken back')).text).not.toContain(graded)
  })
})
