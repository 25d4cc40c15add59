import type { Attribution, Entity, Extraction } from '../../domain/extract/types'
import { fold } from '../../domain/text/normalise'
import { storedExtraction } from '../../engine/analysis/stored-extraction'
import type { IndexReader } from '../../sql/handle'
import { articleFacts, articleText } from '../../sql/index/article'
import { analysedArticles } from '../../sql/index/extraction'
import { readArguments, readCount, WORKSPACE_OPTIONS } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { publicationDay } from '../../engine/publication-day'
import { withIndex } from './open-workspace'

/** `dateline quotes [--by NAME]`: who said what, newest article first. */
export async function quotesCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values } = readArguments(args, { ...WORKSPACE_OPTIONS, by: { type: 'string' }, limit: { type: 'string' } })
  const limit = readCount(values.limit, 'limit', Infinity)
  return withIndex(values, 'all', output, (index) => {
    let left = limit
    for (const { path, date, extraction } of eachAnalysed(index)) {
      for (const attribution of extraction.attributions) {
        const speaker = extraction.entities.find((entity) => entity.id === attribution.source.entityId) ?? null
        if (values.by !== undefined && !isNamed(attribution, speaker, values.by)) continue
        if (left-- <= 0) return ExitCode.done
        const name = speaker?.name ?? attribution.source.text
        if (values.json) output.print(JSON.stringify({ path, date, speaker: name, ...attribution }))
        else
          output.print(
            `${path}: ${name ?? '?'}: “${attribution.content.map((span) => span.text.replace(/\s+/g, ' ')).join(' … ')}”`,
          )
      }
    }
    return ExitCode.done
  })
}

/** `dateline figures`: numbers with their unit, what they count and their subject, newest article first. */
export async function figuresCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values } = readArguments(args, { ...WORKSPACE_OPTIONS, limit: { type: 'string' } })
  const limit = readCount(values.limit, 'limit', Infinity)
  return withIndex(values, 'all', output, (index) => {
    let left = limit
    for (const { path, date, extraction } of eachAnalysed(index)) {
      for (const figure of extraction.figures) {
        if (left-- <= 0) return ExitCode.done
        if (values.json) output.print(JSON.stringify({ path, date, ...figure }))
        else
          output.print(
            `${path}: ${figure.text}: ${[figure.value, figure.unit, figure.what, figure.subject, figure.period].filter((part) => part !== null).join(' · ')}`,
          )
      }
    }
    return ExitCode.done
  })
}

function isNamed(attribution: Attribution, speaker: Entity | null, name: string): boolean {
  const wanted = fold(name)
  const names = speaker ? [speaker.name, ...speaker.aliases] : [attribution.source.text ?? '']
  return names.some((known) => fold(known).includes(wanted))
}

function* eachAnalysed(index: IndexReader): Generator<{ path: string; date: string | null; extraction: Extraction }> {
  for (const hash of analysedArticles(index)) {
    const text = articleText(index, hash)
    const extraction = text === null ? null : storedExtraction(index, hash, text)
    const [facts] = articleFacts(index, [hash])
    if (extraction && facts)
      yield {
        path: facts.path,
        date: publicationDay(facts.date, facts.dateOrigin),
        extraction,
      }
  }
}
