import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BriefingFormat, ExportReport } from '../../contract/briefing'
import { DatelineError } from '../../contract/errors'
import type { HostInput } from '../../contract/host'
import { checkBriefing, waiverProblems } from '../../domain/briefing/check-briefing'
import { printTemplates } from '../../domain/briefing/print-templates'
import { makeSourceTable, type SourceTable } from '../../domain/briefing/source-table'
import { toHtml } from '../../domain/briefing/to-html'
import { toJson } from '../../domain/briefing/to-json'
import { toMarkdown } from '../../domain/briefing/to-markdown'
import type { BriefingDocument, Waiver } from '../../domain/briefing/types'
import { sha256 } from '../casebook/content-hash'
import type { BundledFonts } from './bundled-fonts'
import { exportTarget, writeExport } from './export-target'

/** Prints a page to a PDF in a process that has a browser. */
export interface Printer {
  print(job: HostInput<'host.print'>): Promise<{ pages: number }>
}

export interface ExportOptions {
  format: BriefingFormat
  paper: 'A4' | 'Letter'
  out: string
  waivers: readonly Waiver[]
  /** The folder of sources, into which nothing is written. */
  sources: string | null
  /** When the briefing was last saved (ISO 8601); without it the newest cited article dates the file. */
  savedAt: string | null
  fonts: BundledFonts
  printer: Printer
  signal?: AbortSignal
}

/**
 * Holds a briefing against the gate and writes it, or writes nothing and says why. The same briefing, sources and options give the same
 * bytes. Throws `bad_request` for waivers without rule or reason, and what `exportTarget` and the printer throw.
 */
export async function exportBriefing(document: BriefingDocument, options: ExportOptions): Promise<ExportReport> {
  const { format, out, waivers, sources, signal } = options
  const [problem] = waiverProblems(waivers)
  if (problem) throw new DatelineError('bad_request', problem.message)
  const target = exportTarget(out, sources)
  const findings = checkBriefing(document, waivers)
  const table = makeSourceTable(document, waivers, findings, sha256)
  const report = {
    format,
    sentences: table.sections.reduce((sum, section) => sum + section.sentences.length, 0),
    citations: table.citations.length,
    findings,
  }
  if (findings.some(({ level }) => level === 'block')) return { ...report, out: null, sha256: null }
  const { bytes, pages } = await lay(table, options)
  signal?.throwIfAborted()
  writeExport(target, bytes)
  return { ...report, out: target, sha256: sha256(bytes), ...(pages === null ? {} : { pages }) }
}

interface Laid {
  bytes: Uint8Array
  pages: number | null
}

async function lay(table: SourceTable, options: ExportOptions): Promise<Laid> {
  const text = (content: string): Laid => ({ bytes: Buffer.from(content, 'utf8'), pages: null })
  switch (options.format) {
    case 'json':
      return text(toJson(table))
    case 'md':
      return text(toMarkdown(table))
    case 'html':
      return text(layHtml(table, options, false))
    case 'docx': {
      // As large as the rest of the engine, and needed by few: loaded when it is asked for.
      const { toDocx } = await import('./docx/to-docx')
      return { bytes: await toDocx(table, options.paper, dateOf(table, options.savedAt)), pages: null }
    }
    case 'pdf':
      return printPdf(table, options)
  }
}

function layHtml(table: SourceTable, { paper, fonts }: ExportOptions, paged: boolean): string {
  const bare = toHtml(table, { paper, fonts: [], paged })
  return toHtml(table, { paper, fonts: fonts.fontsFor(bare), paged })
}

async function printPdf(table: SourceTable, options: ExportOptions): Promise<Laid> {
  const { printer, paper, fonts } = options
  const folder = mkdtempSync(join(tmpdir(), 'dateline-print-'))
  try {
    const out = join(folder, 'printed.pdf')
    const edges = `${table.title}${table.author}${table.marking}Briefing Page 0123456789 of`
    const templates = printTemplates(table, edgeFonts(fonts, edges))
    const { pages } = await printer.print({ html: layHtml(table, options, true), out, paper, ...templates })
    // Half the size of the engine, and needed by few: loaded when a PDF is made.
    const { sealPdf } = await import('./seal-pdf')
    return { bytes: await sealPdf(readFileSync(out), table, dateOf(table, options.savedAt)), pages }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Header and footer are set in the sans family, and in the others only what that has not. */
function edgeFonts(fonts: BundledFonts, text: string) {
  return fonts.fontsFor(text).filter(({ family }) => family !== 'Source Serif 4')
}

/** Dates of the file come from the data alone, so that they are the same at every export. */
function dateOf({ citations }: SourceTable, savedAt: string | null): Date | null {
  const dates = savedAt === null ? citations.flatMap(({ date }) => (date === null ? [] : [date])) : [savedAt]
  const times = dates.map((date) => Date.parse(/T\d\d:\d\d(?::\d\d)?$/u.test(date) ? `${date}Z` : date))
  const known = times.filter((time) => Number.isFinite(time))
  return known.length > 0 ? new Date(Math.max(...known)) : null
}
