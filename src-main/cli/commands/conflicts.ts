import { CONFLICT_KINDS, type Conflict, type ConflictKind } from '../../domain/compare/conflicts/conflict'
import { readComparedFolder } from '../../engine/compare/compared-folder'
import { readArguments, readCount, WORKSPACE_OPTIONS } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { withIndex } from './open-workspace'

const TITLES: Readonly<Record<ConflictKind, string>> = {
  contradiction: 'Figures that contradict each other',
  denial: 'Claims and denials',
  'quote-drift': 'Quotes that changed on the way',
  correction: 'Corrections',
  update: 'Counts that went on',
  scope: 'Figures of different scope',
  rounding: 'Rounded figures',
}

/** `dateline conflicts`: what the articles of a folder say about one thing and do not agree on, the weightiest first. */
export async function conflictsCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values } = readArguments(args, { ...WORKSPACE_OPTIONS, limit: { type: 'string' } })
  const limit = readCount(values.limit, 'limit', Infinity)
  return withIndex(values, 'all', output, (index) => {
    const conflicts = readComparedFolder(index).conflicts().slice(0, limit)
    if (values.json) for (const conflict of conflicts) output.print(JSON.stringify(conflict))
    else printConflicts(conflicts, output)
    return ExitCode.done
  })
}

function printConflicts(conflicts: readonly Conflict[], output: Output): void {
  if (conflicts.length === 0)
    output.print('The articles of this folder do not contradict each other in anything that was found.')
  for (const kind of CONFLICT_KINDS) {
    const ofKind = conflicts.filter((conflict) => conflict.kind === kind)
    if (ofKind.length === 0) continue
    output.print(`${TITLES[kind]}: ${ofKind.length}`)
    for (const { key, sides } of ofKind) {
      output.print(`  ${[key.subject, key.what, key.period].filter((part) => part).join(' · ')}`)
      for (const { evidence, origins } of sides) {
        const [first] = evidence
        if (!first) continue
        const more = evidence.length > 1 ? ` and ${evidence.length - 1} more` : ''
        const voices = origins > 1 ? `, ${origins} origins` : ''
        output.print(`    “${first.text.replace(/\s+/gu, ' ')}” ${first.path}${more}${voices}`)
      }
    }
  }
}
