import { lstatSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { DatelineError } from '../../contract/errors'
import type { Extraction } from '../../domain/extract/types'
import { analyse } from '../../engine/analysis/analyse'
import { readSource } from '../../engine/read/read-source'
import { walk } from '../../engine/scan/walk'
import { readArguments } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'

/** A file to analyse, and the name it goes by in the output. */
interface Input {
  folder: string
  path: string
  pathBytes: Uint8Array | null
  shown: string
}

/** `Extracted` of the machine interface. */
export type Extracted = {
  path: string
  sha256: string
  state: 'indexed' | 'partial' | 'skipped' | 'failed'
  reason?: string
  text: string
  title: string | null
  date: string | null
  dateline: { place: string | null; agency: string | null } | null
} & Extraction

/** `dateline extract <file or folder>…`: analyses files one after the other, in path order, without any database. */
export async function extractCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {})
  if (positionals.length === 0) throw new UsageError('extract takes files or folders.')
  const inputs = positionals.flatMap(inputsOf)
  inputs.sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0))
  let failed = 0
  for (const [i, input] of inputs.entries()) {
    output.progress(`${i + 1}/${inputs.length} ${input.shown}`)
    const extracted = await extractFile(input)
    if (extracted.state === 'failed') failed++
    if (values.json) output.print(JSON.stringify(extracted))
    else describe(extracted, output)
  }
  return failed > 0 ? ExitCode.findings : ExitCode.done
}

/** Files of a folder go by their path below it, single files by what was typed. */
function inputsOf(argument: string): Input[] {
  const absolute = resolve(argument)
  let folder: boolean
  try {
    folder =
      lstatSync(absolute).isDirectory() ||
      (lstatSync(absolute).isSymbolicLink() && !argument.endsWith('.txt') && isFolder(absolute))
  } catch {
    throw new DatelineError('folder_missing', `There is no file or folder ${argument}.`)
  }
  if (!folder) return [{ folder: dirname(absolute), path: basename(absolute), pathBytes: null, shown: argument }]
  const steps = walk(absolute)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value.files.map(({ path, pathBytes }) => ({ folder: absolute, path, pathBytes, shown: path }))
}

function isFolder(path: string): boolean {
  return lstatSync(`${path}/.`).isDirectory()
}

const NOTHING: Extraction = { language: null, sentences: [], entities: [], attributions: [], figures: [], dates: [] }

async function extractFile(input: Input): Promise<Extracted> {
  const nothing = { path: input.shown, sha256: '', text: '', title: null, date: null, dateline: null, ...NOTHING }
  const outcome = await readSource(input.folder, input)
  if (outcome.state === 'vanished') return { ...nothing, state: 'failed', reason: 'There is no such file (any more).' }
  if (!outcome.source) return { ...nothing, state: outcome.state, reason: outcome.reason }
  const { hash, text, header, language } = outcome.source
  const { title, date, dateline } = header
  const extraction = await analyse(text, header, language)
  const reason = outcome.reason === null ? {} : { reason: outcome.reason }
  return {
    path: input.shown,
    sha256: hash,
    state: outcome.state,
    ...reason,
    text,
    title,
    date,
    dateline,
    ...extraction,
  }
}

function describe(extracted: Extracted, output: Output): void {
  const { path, title, date, dateline, entities, attributions, figures } = extracted
  output.print(`${path}${extracted.reason ? `  [${extracted.state}: ${extracted.reason}]` : ''}`)
  const head = [date, dateline?.place, dateline?.agency, title].filter(Boolean).join(' · ')
  if (head !== '') output.print(`  ${head}`)
  for (const type of ['person', 'organization', 'place', 'event', 'group', 'work'] as const) {
    const names = entities
      .filter((entity) => entity.type === type)
      .map((entity) => `${entity.name} (${entity.mentions.length})`)
    if (names.length > 0) output.print(`  ${type}: ${names.join(', ')}`)
  }
  for (const { content, source } of attributions) {
    const speaker = entities.find((entity) => entity.id === source.entityId)?.name ?? source.text ?? '?'
    output.print(`  ${speaker}: “${content.map((span) => span.text.replace(/\s+/g, ' ')).join(' … ')}”`)
  }
  for (const figure of figures)
    output.print(
      `  ${figure.text}: ${[figure.value, figure.unit, figure.what].filter((part) => part !== null).join(' ')}`,
    )
}
