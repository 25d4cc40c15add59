import { realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { VerifyReport } from '../../contract/briefing'
import { DatelineError } from '../../contract/errors'
import { verifyFile } from '../../engine/briefing/verify-file'
import { readArguments } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'

/** `dateline verify <briefing file> <folder>`: checks every sentence and passage of a briefing against the files. */
export async function verifyCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {})
  const [file, folder, more] = positionals
  if (file === undefined || folder === undefined || more !== undefined) {
    throw new UsageError('verify takes a briefing and the folder of its sources.')
  }
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DatelineError('folder_missing', `There is no folder ${folder}.`)
  }
  const report = await verifyFile(resolve(file), realpathSync.native(resolve(folder)))
  if (values.json) output.print(JSON.stringify(report))
  else describe(report, output)
  return report.failed.length > 0 ? ExitCode.findings : ExitCode.done
}

function describe({ sentences, verified, failed, notes }: VerifyReport, output: Output): void {
  output.print(`${verified} of ${sentences} sentences hold against the files.`)
  for (const { sentence, number, reason, expected, found } of failed) {
    output.print(`FAILED  ${number === undefined ? '' : `${number}  `}${reason}`)
    if (sentence !== '') output.print(`        sentence: ${sentence}`)
    if (expected !== undefined) output.print(`        cited:    ${expected}`)
    if (found !== undefined) output.print(`        found:    ${found}`)
  }
  for (const note of new Set(notes.map((one) => one.note))) output.print(`note    ${note}`)
}
