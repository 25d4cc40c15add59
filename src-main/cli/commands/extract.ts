import { lstatSync } from 'node:fs'
import { cpus } from 'node:os'
import { basename, dirname, resolve } from 'node:path'
import { DatelineError } from '../../contract/errors'
import { extractFile, lostFile, type Extracted, type ExtractInput } from '../../engine/analysis/extract-file'
import { workerScript } from '../../engine/resources'
import { walk } from '../../engine/scan/walk'
import { WorkerLost, WorkerPool } from '../../engine/workers/worker-pool'
import { readArguments } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'

/** From here on worker threads pay for their start. */
const MANY = 60
const BATCH = 8
/** A worker may be lost over another one's file; more often than this and something else is wrong. */
const MOST_ATTEMPTS = 5

/** `dateline extract <file or folder>…`: analyses files one after the other, in path order, without any database. */
export async function extractCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {})
  if (positionals.length === 0) throw new UsageError('extract takes files or folders.')
  const inputs = positionals.flatMap(inputsOf)
  inputs.sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0))
  let failed = 0
  let done = 0
  for await (const extracted of inputs.length < MANY ? oneByOne(inputs) : inThreads(inputs)) {
    output.progress(`${++done}/${inputs.length} ${extracted.path}`)
    if (extracted.state === 'failed') failed++
    if (values.json) output.print(JSON.stringify(extracted))
    else describe(extracted, output)
  }
  return failed > 0 ? ExitCode.findings : ExitCode.done
}

async function* oneByOne(inputs: readonly ExtractInput[]): AsyncGenerator<Extracted> {
  for (const input of inputs) yield* extractFile(input)
}

/** On all cores; what comes back early waits for what stands before it. */
async function* inThreads(inputs: readonly ExtractInput[]): AsyncGenerator<Extracted> {
  const size = cpus().length
  const pool = new WorkerPool({ script: workerScript(), size, readers: 1 })
  const ahead: Promise<Extracted[]>[] = []
  try {
    for (let at = 0; at < inputs.length || ahead.length > 0;) {
      while (at < inputs.length && ahead.length < 4 * size) {
        const batch = extractTogether(pool, inputs.slice(at, at + BATCH))
        // Told when its turn comes, not before.
        batch.catch(() => undefined)
        ahead.push(batch)
        at += BATCH
      }
      yield* (await ahead.shift()) ?? []
    }
  } finally {
    await pool.close()
  }
}

/** Files that one worker does; when it is lost over one of them, that one has failed and the others are done again. */
async function extractTogether(pool: WorkerPool, files: ExtractInput[], attempt = 1): Promise<Extracted[]> {
  if (files.length === 0) return []
  try {
    return await pool.run({ kind: 'extract', files })
  } catch (error) {
    if (!(error instanceof WorkerLost) || attempt > MOST_ATTEMPTS) throw error
    if (error.item < 0) return extractTogether(pool, files, attempt + 1)
    const before = await extractTogether(pool, files.slice(0, error.item))
    const after = await extractTogether(pool, files.slice(error.item + 1))
    const lost = files[error.item]
    return [...before, ...(lost ? [lostFile(lost, error.why)] : []), ...after]
  }
}

/** Files of a folder go by their path below it, single files by what was typed. */
function inputsOf(argument: string): ExtractInput[] {
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
