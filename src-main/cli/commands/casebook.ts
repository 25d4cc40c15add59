import { resolve } from 'node:path'
import { EXCHANGE_FORMATS, type CasebookImportReport, type ExchangeFormat } from '../../contract/exchange'
import { exportCasebook, importCasebook } from '../../engine/casebook/exchange/exchange'
import { readArguments, WORKSPACE_OPTIONS } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'
import { withArticles, withCasebook, type Where } from './briefing-desk'

/** `dateline casebook export|import <file>`: moves the analyst's work out of a casebook and into one. Ends with 1 when something could not go along. */
export async function casebookCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { ...WORKSPACE_OPTIONS, as: { type: 'string' } })
  const [action, file] = positionals
  if ((action !== 'export' && action !== 'import') || file === undefined || positionals.length > 2)
    throw new UsageError('casebook takes "export" or "import", and a file.')
  const format = formatOf(values.as)
  const where: Where = { folder: values.folder, workspace: values.workspace }
  return withArticles(where, output, ({ articles }) =>
    Promise.resolve(
      withCasebook(where, (store) => {
        if (action === 'export') {
          const sources = where.folder === undefined ? null : resolve(where.folder)
          const report = exportCasebook(store, articles, { out: file, format: format ?? 'dateline', sources })
          if (values.json) output.print(JSON.stringify(report))
          else {
            const what = Object.entries(report.counts).flatMap(([kind, count]) =>
              count > 0 ? [`${count} ${count === 1 ? kind.slice(0, -1) : kind}`] : [],
            )
            output.print(`${report.out}: ${what.join(', ') || 'an empty casebook'}`)
            for (const sentence of report.left) output.print(`not in it: ${sentence}`)
          }
          return ExitCode.done
        }
        const report = importCasebook(store, articles, { file: resolve(file), format })
        if (values.json) output.print(JSON.stringify(report))
        else printImport(report, output)
        return report.left.length > 0 ? ExitCode.findings : ExitCode.done
      }),
    ),
  )
}

function formatOf(given: string | undefined): ExchangeFormat | undefined {
  if (given === undefined) return undefined
  const format = EXCHANGE_FORMATS.find((one) => one === given)
  if (!format) throw new UsageError(`--as takes ${EXCHANGE_FORMATS.join(', ')}, not “${given}”.`)
  return format
}

function printImport({ counts, left, format }: CasebookImportReport, output: Output): void {
  output.print(`read as ${format}`)
  for (const [kind, { added, updated, unchanged, conflicts }] of Object.entries(counts)) {
    if (added + updated + unchanged + conflicts === 0) continue
    const kept = conflicts > 0 ? `, ${conflicts} kept beside another of the same origin` : ''
    output.print(`${kind}: ${added} added, ${updated} updated, ${unchanged} there already${kept}`)
  }
  for (const sentence of left) output.print(`left out: ${sentence}`)
}
