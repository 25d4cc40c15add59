import { DatelineError } from '../../contract/errors'
import { dossierMarkdown } from '../../domain/compare/dossier/dossier-markdown'
import { ENTITY_TYPES } from '../../domain/extract/types'
import { readComparedFolder } from '../../engine/compare/compared-folder'
import { readDossier } from '../../engine/compare/read-dossier'
import { readArguments, readCount, WORKSPACE_OPTIONS } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'
import { withIndex } from './open-workspace'

const OPTIONS = { ...WORKSPACE_OPTIONS, type: { type: 'string' }, limit: { type: 'string' } } as const

/** `dateline dossier <name>`: everything the folder says of one entity, as Markdown or JSON. */
export async function dossierCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS)
  const name = positionals.join(' ').trim()
  if (name === '') throw new UsageError('dossier takes a name.')
  const type = values.type === undefined ? null : (ENTITY_TYPES.find((known) => known === values.type) ?? null)
  if (values.type !== undefined && type === null)
    throw new UsageError(`--type takes ${ENTITY_TYPES.join(', ')}, not “${values.type}”.`)
  const entries = readCount(values.limit, 'limit', Infinity)
  return withIndex(values, 'all', output, (index) => {
    const families = readComparedFolder(index).families.map(({ members }) => members)
    const dossier = readDossier(index, { name, type, families, entries })
    if (!dossier) throw new DatelineError('not_found', `No article of this folder names “${name}”.`)
    output.print(values.json ? JSON.stringify(dossier) : dossierMarkdown(dossier).trimEnd())
    return ExitCode.done
  })
}
