import { ENTITY_TYPES } from '../../domain/extract/types'
import { entityOrigins } from '../../engine/compare/entity-origins'
import { listEntities } from '../../sql/index/entity'
import { readArguments, readCount, WORKSPACE_OPTIONS } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'
import { withIndex } from './open-workspace'

const OPTIONS = { ...WORKSPACE_OPTIONS, type: { type: 'string' }, limit: { type: 'string' } } as const

/** `dateline entities`: who and what the folder speaks of, most mentioned first. */
export async function entitiesCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values } = readArguments(args, OPTIONS)
  const type =
    values.type === undefined ? null : (ENTITY_TYPES.find((known) => known === values.type) ?? wrongType(values.type))
  const limit = readCount(values.limit, 'limit', 200)
  return withIndex(values, 'all', output, (index) => {
    // Only what is printed in full tells origins: they take a look at the whole folder.
    const origins = values.json ? entityOrigins(index) : null
    for (const entity of listEntities(index, { type, name: null, limit })) {
      if (origins) output.print(JSON.stringify({ ...entity, origins: origins(entity.id) }))
      else
        output.print(
          `${entity.name} (${entity.type}): ${counted(entity.mentions, 'mention')} in ${counted(entity.articles, 'article')}`,
        )
    }
    return ExitCode.done
  })
}

function wrongType(type: string): never {
  throw new UsageError(`--type takes ${ENTITY_TYPES.join(', ')}, not “${type}”.`)
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
