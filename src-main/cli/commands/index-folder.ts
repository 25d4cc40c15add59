import { readArguments, readChoice } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'
import { indexFolder } from './open-workspace'

/** `dateline index <folder>`: brings the index up to date, incrementally. */
export async function indexCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    workspace: { type: 'string' },
    phase: { type: 'string' },
    folder: { type: 'string' },
  })
  const [folder = values.folder, more] = positionals
  if (folder === undefined || more !== undefined) throw new UsageError('index takes one folder.')
  const report = await indexFolder(
    folder,
    values.workspace,
    readChoice(values.phase, 'phase', ['text', 'all'], 'all'),
    output,
  )
  if (values.json) output.print(JSON.stringify(report))
  else {
    const { files, indexed, partial, unchanged, moved, removed, skipped, failed, seconds } = report
    output.print(
      `${files} files: ${indexed} read, ${partial} in part, ${unchanged} unchanged, ${moved} moved, ${removed} removed, ${skipped} skipped, ${failed} failed`,
    )
    output.print(
      `in ${seconds.total.toFixed(1)} s (scan ${seconds.scan.toFixed(1)}, text ${seconds.text.toFixed(1)}, analysis ${seconds.analysis.toFixed(1)})`,
    )
    for (const { path, state, reason } of report.problems) output.print(`  ${state}: ${path}: ${reason}`)
  }
  return report.failed > 0 ? ExitCode.findings : ExitCode.done
}
