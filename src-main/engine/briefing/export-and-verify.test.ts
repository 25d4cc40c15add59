import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ExportReportSchema, VerifyReportSchema, type BriefingFormat } from '../../contract/briefing'
import { sha256 } from '../casebook/content-hash'
import {
  anchorAt,
  briefingInput,
  context,
  PORT,
  readyDesk,
  sentence,
  trueSentences,
  type BriefingDesk,
} from './briefing-desk.fixture'

const FORMATS = ['docx', 'html', 'md', 'json'] as const

async function exported(
  desk: BriefingDesk,
  format: BriefingFormat,
  changes: Parameters<typeof briefingInput>[0] = {},
  out = `b.${format}`,
) {
  const { id } = await desk.handlers['briefing.save'](briefingInput(changes), context())
  const options = { id, format, out: join(desk.outside, out), paper: 'A4' as const, waivers: [] }
  return ExportReportSchema.parse(await desk.handlers['briefing.export'](options, context()))
}
const verified = async (desk: BriefingDesk, file: string) =>
  VerifyReportSchema.parse(await desk.handlers['briefing.verify']({ file: join(desk.outside, file) }, context()))

describe('briefing.export', () => {
  it.each(FORMATS)('writes %s, the same bytes again, and says what it wrote', async (format) => {
    const desk = readyDesk()
    const report = await exported(desk, format)
    const bytes = readFileSync(join(desk.outside, `b.${format}`))
    expect(report).toMatchObject({ format, sentences: 4, citations: 3, sha256: sha256(bytes) })
    expect(report.findings.filter(({ level }) => level === 'block')).toEqual([])
    const options = { paper: 'A4' as const, waivers: [], format, out: join(desk.outside, 'again') }
    const [row] = await desk.handlers['briefing.list'](null, context())
    await desk.handlers['briefing.export']({ ...options, id: row?.id ?? '' }, context())
    expect(readFileSync(join(desk.outside, 'again')).equals(bytes)).toBe(true)
    expect(readdirSync(desk.outside).sort()).toEqual(['again', `b.${format}`])
  })

  it('writes nothing that the gate blocks, and writes it with a reason', async () => {
    const desk = readyDesk()
    const bare = sentence('fact', 'The hall was locked.')
    const { id } = await desk.handlers['briefing.save'](
      briefingInput({ sections: [{ id: 'section-1', heading: 'x', sentences: [...trueSentences(), bare] }] }),
      context(),
    )
    const options = { id, format: 'md' as const, out: join(desk.outside, 'b.md'), paper: 'A4' as const }
    const refused = await desk.handlers['briefing.export']({ ...options, waivers: [] }, context())
    expect(refused).toMatchObject({ out: null, sha256: null })
    expect(refused.findings).toContainEqual(
      expect.objectContaining({ rule: 'no-citation', level: 'block', sentenceId: bare.id }),
    )
    expect(existsSync(options.out)).toBe(false)
    const waivers = [{ rule: 'no-citation', reason: 'seen by the author' }]
    const waived = await desk.handlers['briefing.export']({ ...options, waivers }, context())
    expect(waived.out).not.toBeNull()
    expect(readFileSync(options.out, 'utf8')).toContain('seen by the author')
    const nonsense = [{ rule: 'no-such-rule', reason: 'x' }]
    await expect(desk.handlers['briefing.export']({ ...options, waivers: nonsense }, context())).rejects.toMatchObject({
      code: 'bad_request',
    })
  })

  it('never writes among the sources, by no way of naming them', async () => {
    const desk = readyDesk()
    symlinkSync(desk.folder, join(desk.outside, 'linked'))
    symlinkSync(join(desk.folder, 'grain.txt'), join(desk.outside, 'one-file.md'))
    for (const out of [
      'linked/b.md',
      'linked/lps/port.txt',
      `../${desk.folder.split('/').at(-1)}/grain.txt`,
      'one-file.md',
    ]) {
      await expect(exported(desk, 'md', {}, out)).rejects.toMatchObject({ code: 'read_only' })
    }
    expect(readdirSync(desk.folder).sort()).toEqual(['grain.txt', 'lps'])
    expect(readFileSync(join(desk.folder, 'lps/port.txt'), 'utf8')).toBe(PORT)
  })

  it('leaves the old file whole where it cannot write, and no part of a new one', async () => {
    const desk = readyDesk()
    await expect(exported(desk, 'md', {}, 'nowhere/b.md')).rejects.toMatchObject({ code: 'not_found' })
    await expect(exported(desk, 'md', {}, '.')).rejects.toMatchObject({ code: 'not_found' })
    writeFileSync(join(desk.outside, 'old.md'), 'old')
    // A folder in the place of the temporary file: opening it fails as a full or locked disk would.
    mkdirSync(join(desk.outside, 'old.md.part', 'x'), { recursive: true })
    await expect(exported(desk, 'md', {}, 'old.md')).rejects.toThrow()
    expect(readFileSync(join(desk.outside, 'old.md'), 'utf8')).toBe('old')
  })

  it('stops when the order is withdrawn', async () => {
    const desk = readyDesk()
    const { id } = await desk.handlers['briefing.save'](briefingInput(), context())
    const options = { id, format: 'md' as const, out: join(desk.outside, 'b.md'), paper: 'A4' as const, waivers: [] }
    const withdrawn = { signal: AbortSignal.abort() }
    await expect(desk.handlers['briefing.export'](options, withdrawn)).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(desk.outside)).toEqual([])
  })
})

describe('briefing.verify', () => {
  it.each(FORMATS)('finds every sentence of %s true, whatever the file is called', async (format) => {
    const desk = readyDesk()
    await exported(desk, format, {}, 'no-ending')
    expect(await verified(desk, 'no-ending')).toEqual({ sentences: 4, verified: 4, failed: [], notes: [] })
  })

  it.each(['html', 'md', 'json'] as const)(
    'catches one changed letter of a source and of %s itself',
    async (format) => {
      const desk = readyDesk()
      await exported(desk, format, {}, 'b')
      const text = readFileSync(join(desk.outside, 'b'), 'utf8')
      writeFileSync(join(desk.outside, 'forged'), text.replaceAll('4.2 million', '4.3 million'))
      expect((await verified(desk, 'forged')).failed.length).toBeGreaterThan(0)
      desk.put('lps/port.txt', PORT.replace('by Friday', 'by Sunday'))
      const { verified: count, failed } = await verified(desk, 'b')
      expect(count).toBe(3)
      expect(failed).toMatchObject([
        { state: 'changed', number: '1.2', sentence: expect.stringContaining('by Friday') as unknown },
      ])
    },
  )

  it('finds a file that was moved by its bytes, and says when it is gone', async () => {
    const desk = readyDesk()
    await exported(desk, 'json')
    renameSync(join(desk.folder, 'grain.txt'), join(desk.folder, 'lps/old grain.txt'))
    const moved = await verified(desk, 'b.json')
    expect(moved).toMatchObject({ verified: 4, failed: [] })
    expect(moved.notes[0]?.note).toContain('lps/old grain.txt')
    renameSync(join(desk.folder, 'lps/old grain.txt'), join(desk.outside, 'grain.txt'))
    expect(await verified(desk, 'b.json')).toMatchObject({ verified: 3, failed: [{ state: 'missing' }] })
  })

  it('reads nothing outside of the folder, whatever path a briefing names', async () => {
    const desk = readyDesk()
    writeFileSync(join(desk.outside, 'secret.txt'), PORT)
    const anchor = anchorAt(PORT, `../${desk.outside.split('/').at(-1)}/secret.txt`, 'Seven people died')
    desk.articles.put(anchor.path, PORT)
    desk.articles.remove('lps/port.txt')
    const sections = [
      { id: 'section-1', heading: 'x', sentences: [sentence('fact', 'Seven people died in March.', anchor)] },
    ]
    const report = await exported(desk, 'json', { sections })
    expect(report.out).not.toBeNull()
    renameSync(join(desk.folder, 'lps/port.txt'), join(desk.outside, 'taken.txt'))
    expect(await verified(desk, 'b.json')).toMatchObject({ verified: 0, failed: [{ state: 'missing' }] })
  })

  it('says what is wrong with files that are no briefings', async () => {
    const desk = readyDesk()
    const files: Record<string, [Uint8Array | string, string]> = {
      'empty.md': ['', 'not_a_briefing'],
      'note.md': ['# Notes\n\nnothing', 'not_a_briefing'],
      'page.html': ['<!doctype html><title>x</title>', 'not_a_briefing'],
      'list.json': ['[1]', 'not_a_briefing'],
      'torn.json': ['{"format":"dateline-sources","version":1', 'not_a_briefing'],
      'poor.json': ['{"format":"dateline-sources","version":1}', 'damaged'],
      'newer.json': ['{"format":"dateline-sources","version":99}', 'newer_version'],
      'picture.png': [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]), 'not_a_briefing'],
    }
    for (const [name, [content, code]] of Object.entries(files)) {
      writeFileSync(join(desk.outside, name), content)
      await expect(verified(desk, name), name).rejects.toMatchObject({
        code,
        message: expect.stringMatching(/\.$/) as unknown,
      })
    }
    await expect(verified(desk, 'nowhere.pdf')).rejects.toMatchObject({ code: 'not_found' })
  })
})
