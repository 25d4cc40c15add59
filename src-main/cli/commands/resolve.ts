import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { DatelineError } from '../../contract/errors'
import { resolveAnchor } from '../../domain/evidence/resolve-anchor'
import { readCitedSources } from '../../engine/briefing/source-files'
import { readArguments } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'

/** `Anchor` of the machine interface: only path and words are needed. */
const AnchorSchema = z.object({
  path: z.string(),
  sha256: z.string().optional(),
  start: z.number().int().optional(),
  end: z.number().int().optional(),
  exact: z.string(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})
type GivenAnchor = z.infer<typeof AnchorSchema>

/** `dateline resolve <anchors.ndjson> <folder>`: where passages stand in the files as they are now. Lost ones are an answer, no failure. */
export async function resolveCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {})
  const [file, folder] = positionals
  if (file === undefined || folder === undefined || positionals.length > 2)
    throw new UsageError('resolve takes a file of anchors and a folder.')
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new DatelineError('folder_missing', `There is no folder ${folder}.`)
  const anchors = anchorsIn(file).map((anchor) => ({ ...anchor, sha256: anchor.sha256 ?? '' }))
  const lookup = await readCitedSources(folder, anchors)
  for (const anchor of anchors) {
    const source = lookup(anchor)
    const { state, start, end } = source
      ? resolveAnchor(passageOf(anchor), source.text, source.sha256)
      : { state: 'lost' as const, start: null, end: null }
    const text = source && start !== null && end !== null ? source.text.slice(start, end) : null
    const path = text === null ? null : (source?.path ?? null)
    if (values.json) output.print(JSON.stringify({ state, path, start, end, text }))
    else
      output.print(
        `${state}: ${path ?? anchor.path}${start === null ? '' : `, characters ${start} to ${end}`}: ${(text ?? anchor.exact).replace(/\s+/gu, ' ')}`,
      )
  }
  return ExitCode.done
}

const passageOf = ({ sha256, start, exact, prefix, suffix }: GivenAnchor) => ({
  articleId: sha256 || null,
  start: start ?? null,
  exact,
  prefix: prefix ?? '',
  suffix: suffix ?? '',
})

/** The anchors of a file, one JSON value per line. Throws `bad_request` with the line that is none. */
function anchorsIn(file: string): GivenAnchor[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new DatelineError('not_found', `The file ${file} cannot be read.`)
  }
  return text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .flatMap((line, i) => {
      if (line.trim() === '') return []
      try {
        return [AnchorSchema.parse(JSON.parse(line))]
      } catch {
        throw new DatelineError(
          'bad_request',
          `Line ${i + 1} of ${file} is no anchor: it needs "path" and "exact" as JSON.`,
        )
      }
    })
}
