import { ENTITY_TYPES } from '../../domain/extract/types'
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
    for (const entity of listEntities(index, { type, name: null, limit })) {
      if (values.json) output.print(JSON.stringify({ ...entity, origins: entity.articles }))
      else output.print(`${entity.name} (${entity.type}): ${entity.mentions} mentions in ${entity.articles} articles`)
    }
    return ExitCode.done
  })
}

function wrongType(type: string): never {
  throw new UsageError(`--type takes ${ENTITY_TYPES.join(', ')}, not “${type}”.`)
}
