import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { HostInput } from '../../contract/host'
import { briefingInput, context, readyDesk } from './briefing-desk.fixture'
import { readPdf } from './read-pdf'

/** Stands for Chromium: a page with a text, and what differs between two prints of it. */
async function printed(
  job: HostInput<'host.print'>,
  run: { date: Date; firstNode: number; text?: string; footerFirst?: boolean },
): Promise<{ pages: number }> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const line of [run.text ?? 'Seven people died.', 'The annex.'])
    pdf.addPage().drawText(line, { font, size: 12, x: 50, y: 700 })
  pdf.setCreationDate(run.date)
  pdf.setProducer(`Skia/${run.firstNode}`)
  const name = (n: number) => PDFString.of(`node${String(run.firstNode + n).padStart(8, '0')}`)
  // Chromium lays the footer out apart from the page: which of the two it counts first is chance.
  const [p, span, footer] = run.footerFirst ? [name(9), name(10), name(0)] : [name(0), name(1), name(10)]
  const element = (S: string, ID: PDFString) => pdf.context.register(pdf.context.obj({ Type: 'StructElem', S, ID }))
  const [paragraph, words, foot] = [element('P', p), element('Span', span), element('NonStruct', footer)]
  const elements = [
    [p, paragraph],
    [span, words],
    [footer, foot],
  ] as const
  const sorted = [...elements].sort(([x], [y]) => (x.asString() < y.asString() ? -1 : 1))
  const leaves = [sorted.slice(0, 2), sorted.slice(2)].map((leaf) =>
    pdf.context.register(pdf.context.obj({ Limits: [leaf[0]?.[0], leaf.at(-1)?.[0]] as never, Names: leaf.flat() })),
  )
  const tree = {
    Type: 'StructTreeRoot',
    K: [paragraph, words, foot],
    IDTree: pdf.context.register(pdf.context.obj({ Kids: leaves })),
  }
  pdf.catalog.set(PDFName.of('StructTreeRoot'), pdf.context.register(pdf.context.obj(tree as never)))
  pdf.catalog.set(PDFName.of('MarkInfo'), pdf.context.obj({ Marked: true }))
  pdf.catalog.set(PDFName.of('Outlines'), pdf.context.register(pdf.context.obj({ Type: 'Outlines', Count: 0 })))
  writeFileSync(job.out, await pdf.save())
  return { pages: 2 }
}

async function sealed(run: Parameters<typeof printed>[1]) {
  const desk = readyDesk({ printer: { print: (job) => printed(job, run) } })
  const { id } = await desk.handlers['briefing.save'](briefingInput(), context())
  const out = join(desk.outside, 'b.pdf')
  const report = await desk.handlers['briefing.export']({ id, format: 'pdf', out, paper: 'A4', waivers: [] }, context())
  const verify = (file = out) => desk.handlers['briefing.verify']({ file }, context())
  const again = () => desk.handlers['briefing.export']({ id, format: 'pdf', out, paper: 'A4', waivers: [] }, context())
  return { report, out, bytes: readFileSync(out), verify, again, run }
}

const RUN = { date: new Date('2026-01-01T00:00:00Z'), firstNode: 7 }

describe('a sealed PDF', () => {
  it('is the same file when printed again at another time by another process', async () => {
    const { bytes, again, out, run, report } = await sealed({ ...RUN })
    Object.assign(run, { date: new Date('2027-05-05T05:05:05Z'), firstNode: 1640, footerFirst: true })
    expect(await again()).toEqual(report)
    expect(readFileSync(out).equals(bytes)).toBe(true)
  })

  it('keeps tags and outline, names its title, language and author, and carries the table', async () => {
    const { bytes, report, verify } = await sealed({ ...RUN })
    expect(report).toMatchObject({ pages: 2, format: 'pdf' })
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    expect([pdf.getTitle(), pdf.getAuthor(), pdf.getProducer()]).toEqual(['Marenza port fire', 'K. Amsel', 'Dateline'])
    const keys = pdf.catalog.keys().map(String)
    expect(keys).toEqual(
      expect.arrayContaining(['/StructTreeRoot', '/MarkInfo', '/Outlines', '/Lang', '/ViewerPreferences', '/AF']),
    )
    const { json, pagesFit } = await readPdf(bytes, 'b.pdf')
    expect(JSON.parse(json)).toMatchObject({ format: 'dateline-sources', title: 'Marenza port fire' })
    expect(pagesFit).toBe(true)
    expect(await verify()).toMatchObject({ verified: 4, failed: [] })
  })

  it('is caught when a page was changed, and not when its objects were only packed otherwise', async () => {
    const { bytes, out, verify } = await sealed({ ...RUN })
    const repacked = await PDFDocument.load(bytes, { updateMetadata: false })
    writeFileSync(`${out}.repacked`, await repacked.save({ useObjectStreams: false }))
    expect(await verify(`${out}.repacked`)).toMatchObject({ failed: [] })
    const other = await sealed({ ...RUN, text: 'Eight people died.' })
    const forged = await PDFDocument.load(bytes, { updateMetadata: false })
    const [page] = await forged.copyPages(await PDFDocument.load(other.bytes), [0])
    forged.removePage(0)
    if (page) forged.insertPage(0, page)
    writeFileSync(`${out}.forged`, await forged.save())
    expect(await verify(`${out}.forged`)).toMatchObject({
      failed: [{ state: 'altered', reason: expect.stringContaining('pages') as unknown }],
    })
    forged.removePage(0)
    writeFileSync(`${out}.shorter`, await forged.save())
    expect((await verify(`${out}.shorter`)).failed).toHaveLength(1)
  })

  it('says what is wrong with PDFs that are cut, garbled, locked or of somebody else', async () => {
    const { bytes, out, verify } = await sealed({ ...RUN })
    const plain = await PDFDocument.create()
    plain.addPage()
    const locked = await PDFDocument.load(bytes)
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret' })
    const files: Record<string, [Uint8Array, string]> = {
      cut: [bytes.subarray(0, bytes.length / 2), 'damaged'],
      garbled: [Buffer.from('%PDF-1.7\nnothing of the kind'), 'damaged'],
      locked: [await locked.save(), 'not_a_briefing'],
      foreign: [await plain.save(), 'not_a_briefing'],
    }
    for (const [name, [content, code]] of Object.entries(files)) {
      writeFileSync(`${out}.${name}`, content)
      await expect(verify(`${out}.${name}`), name).rejects.toMatchObject({ code })
    }
  })

  const qpdf = spawnSync('qpdf', ['--version']).status === 0
  it.skipIf(!qpdf)(`passes qpdf --check${qpdf ? '' : ' (skipped: qpdf is not installed)'}`, async () => {
    const { out } = await sealed({ ...RUN })
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', out], { encoding: 'utf8' })
    expect(`${stdout}${stderr}`).not.toMatch(/warning|error:/iu)
    expect(status).toBe(0)
  })
})
