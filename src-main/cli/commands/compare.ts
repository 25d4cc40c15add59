import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatelineError } from '../../contract/errors'
import { readComparable } from '../../domain/compare/comparable'
import { compareArticles, type Comparison } from '../../domain/compare/compare-articles'
import type { ClaimArticle } from '../../domain/compare/conflicts/conflict'
import { extractArticle } from '../../engine/analysis/extract-file'
import { readArguments } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'

/** `dateline compare <fileA> <fileB>`: sentences aligned, with what differs, and what the two do not agree on. */
export async function compareCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {})
  const [first, second] = positionals
  if (first === undefined || second === undefined || positionals.length > 2)
    throw new UsageError('compare takes two files.')
  const [a, b] = [await articleIn(first), await articleIn(second)]
  const comparison = compareArticles(a, b)
  if (values.json) output.print(JSON.stringify(comparison))
  else printComparison(comparison, a, b, output)
  return ExitCode.done
}

/** Reads and analyses one file. Throws `not_found` where there is none and `unsupported` where it holds no text. */
async function articleIn(file: string): Promise<ClaimArticle> {
  const path = resolve(file)
  const container = path.replace(/!\/.*$/su, '')
  if (![path, container].some((place) => statSync(place, { throwIfNoEntry: false })?.isFile()))
    throw new DatelineError('not_found', `There is no file ${file}.`)
  const folder = dirname(container)
  const read = await extractArticle({ folder, path: path.slice(folder.length + 1), pathBytes: null, shown: file })
  if (read.state !== 'indexed' && read.state !== 'partial')
    throw new DatelineError('unsupported', `${file} cannot be compared: ${read.reason ?? 'it holds no text'}`)
  const { text, title, date } = read
  return { comparable: readComparable(file, text, read), path: file, title, date, origin: file, extraction: read }
}

const SIGNS = { same: '=', changed: '~', moved: '↕', added: '+', dropped: '-' } as const

function printComparison(
  { similarity, sameFamily, pairs, conflicts }: Comparison,
  a: ClaimArticle,
  b: ClaimArticle,
  output: Output,
): void {
  output.print(
    `${Math.round(similarity * 100)} % alike${sameFamily ? ', one dispatch' : ''}; ${conflicts.length} conflicts`,
  )
  for (const pair of pairs) {
    const text = pair.a === null ? sentence(b, pair.b) : sentence(a, pair.a)
    output.print(`${SIGNS[pair.relation]} ${text}`)
    for (const { kind, a: one, b: other } of pair.changes ?? []) {
      output.print(`    ${kind}: ${one?.text ?? '(nothing)'} → ${other?.text ?? '(nothing)'}`)
    }
  }
}

function sentence({ comparable }: ClaimArticle, number: number | null): string {
  const span = number === null ? undefined : comparable.sentences[number]
  return span ? comparable.text.slice(span.start, span.end).replace(/\s+/gu, ' ') : ''
}
