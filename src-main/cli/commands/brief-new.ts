import type { ExportReport } from '../../contract/briefing'
import { checkBriefing } from '../../domain/briefing/check-briefing'
import { placeBriefing } from '../../engine/briefing/place-briefing'
import { saveBriefing } from '../../engine/briefing/save-briefing'
import { readArguments, WORKSPACE_OPTIONS } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'
import { assertDefinition, definitionIn, withArticles, withCasebook } from './briefing-desk'
import { describeFindings } from './describe-findings'

/** `dateline brief new DEFINITION.json`: keeps a briefing in the casebook and says what the gate would say. */
export async function briefNewCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, WORKSPACE_OPTIONS)
  const [file, more] = positionals
  if (file === undefined || more !== undefined) throw new UsageError('brief new takes one definition.')
  assertDefinition(file)
  const { content, document } = await withArticles(values, output, async (placing) => {
    const defined = definitionIn(file, placing)
    return { content: defined, document: await placeBriefing(defined, placing) }
  })
  const { id, revision } = withCasebook(values, (store) =>
    saveBriefing(store, { id: null, expectedRevision: 0, ...content }),
  )
  const findings = checkBriefing(document, [])
  const sentences = content.sections.flatMap((section) => section.sentences)
  const report: ExportReport & { id: string; revision: number } = {
    id,
    revision,
    out: null,
    format: 'casebook',
    sentences: sentences.length,
    citations: sentences.reduce((sum, sentence) => sum + sentence.citations.length, 0),
    sha256: null,
    findings,
  }
  if (values.json) output.print(JSON.stringify(report))
  else {
    output.print(id)
    output.print(`Stored “${content.title}”: ${report.sentences} sentences, ${report.citations} citations.`)
    for (const line of describeFindings(findings)) output.print(line)
  }
  return findings.some(({ level }) => level === 'block') ? ExitCode.findings : ExitCode.done
}
