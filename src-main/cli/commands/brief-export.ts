import { existsSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { BRIEFING_FORMATS, type BriefingFormat, type ExportReport, type Waiver } from '../../contract/briefing'
import { waiverProblems } from '../../domain/briefing/check-briefing'
import { fontsFolder, openBundledFonts } from '../../engine/briefing/bundled-fonts'
import { exportBriefing } from '../../engine/briefing/export-briefing'
import { placeBriefing } from '../../engine/briefing/place-briefing'
import { readBriefing } from '../../engine/briefing/save-briefing'
import { readArguments, readChoice, WORKSPACE_OPTIONS } from '../arguments'
import { electronPrinter } from '../electron-printer'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'
import { assertDefinition, definitionIn, withArticles, withCasebook } from './briefing-desk'
import { describeFindings } from './describe-findings'

const OPTIONS = {
  ...WORKSPACE_OPTIONS,
  out: { type: 'string' },
  format: { type: 'string' },
  paper: { type: 'string' },
  waive: { type: 'string', multiple: true },
} as const

/** `dateline brief export <id or definition.json> --out FILE`: writes a briefing that passes the gate. */
export async function briefExportCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS)
  const [what, more] = positionals
  if (what === undefined || more !== undefined)
    throw new UsageError('brief export takes one briefing: its id or a definition.')
  const { out } = values
  if (out === undefined) throw new UsageError('Say where to: --out FILE.')
  const format = formatOf(values.format, out)
  const paper = readChoice(values.paper, 'paper', ['A4', 'Letter'], 'A4')
  const waivers = (values.waive ?? []).map(waiverOf)
  const [problem] = waiverProblems(waivers)
  if (problem) throw new UsageError(problem.message)
  const isDefinition = existsSync(what) || what.endsWith('.json')
  if (isDefinition) assertDefinition(what)
  const stored = isDefinition ? null : withCasebook(values, (store) => readBriefing(store, what))
  const report = await withArticles(values, output, async (placing) => {
    const document = await placeBriefing(stored ?? definitionIn(what, placing), placing)
    if (format === 'pdf') output.progress('printing …')
    return exportBriefing(document, {
      format,
      paper,
      out,
      waivers,
      sources: values.folder === undefined ? null : resolve(values.folder),
      savedAt: stored?.savedAt ?? null,
      fonts: openBundledFonts(fontsFolder()),
      printer: electronPrinter,
    })
  })
  if (values.json) output.print(JSON.stringify(report))
  else describe(report, output)
  return report.out === null ? ExitCode.findings : ExitCode.done
}

const ENDINGS: Record<string, BriefingFormat> = {
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.md': 'md',
  '.markdown': 'md',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
}

function formatOf(given: string | undefined, out: string): BriefingFormat {
  if (given !== undefined) return readChoice(given, 'format', BRIEFING_FORMATS, 'pdf')
  const format = ENDINGS[extname(out).toLowerCase()]
  if (!format)
    throw new UsageError(`The name ${out} does not tell the format: add --format pdf, docx, html, md or json.`)
  return format
}

function waiverOf(given: string): Waiver {
  const at = given.indexOf('=')
  if (at < 0) throw new UsageError(`--waive takes RULE=REASON; “${given}” gives no reason.`)
  return { rule: given.slice(0, at).trim(), reason: given.slice(at + 1).trim() }
}

function describe({ out, sentences, citations, pages, sha256, findings }: ExportReport, output: Output): void {
  if (out === null) output.print('Nothing was written: what blocks must be mended, or waived by --waive RULE=REASON.')
  else {
    output.print(
      `${out}: ${sentences} sentences, ${citations} citations${pages === undefined ? '' : `, ${pages} pages`}`,
    )
    output.print(`sha256 ${sha256 ?? ''}`)
  }
  for (const line of describeFindings(findings)) output.print(line)
}
