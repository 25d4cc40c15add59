import { briefingHeads } from '../../sql/casebook/briefings'
import { readArguments, WORKSPACE_OPTIONS } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { UsageError } from '../usage'
import { withCasebook } from './briefing-desk'

/** `dateline brief list`: the briefings of the casebook, the last saved first. */
export function briefListCommand(args: string[], output: Output): ExitCode {
  const { values, positionals } = readArguments(args, WORKSPACE_OPTIONS)
  if (positionals.length > 0) throw new UsageError('brief list takes no arguments.')
  const heads = withCasebook(values, (store) => briefingHeads(store.casebook))
  for (const { id, title, revision, savedAt, sentences, citations } of heads) {
    if (values.json) output.print(JSON.stringify({ id, title, revision, savedAt, sentences, citations }))
    else
      output.print(
        `${id}  ${savedAt.slice(0, 16).replace('T', ' ')}  ${title}  (${sentences} sentences, ${citations} citations)`,
      )
  }
  if (heads.length === 0 && !values.json) output.say('There are no briefings yet: dateline brief new DEFINITION.json')
  return ExitCode.done
}
