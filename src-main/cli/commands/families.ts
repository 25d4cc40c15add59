import { orderTold } from '../../domain/compare/order-told'
import { readComparedFolder } from '../../engine/compare/compared-folder'
import { readArguments, readCount, WORKSPACE_OPTIONS } from '../arguments'
import { ExitCode } from '../exit-code'
import type { Output } from '../output'
import { articleFacts, articleAtPath } from '../../sql/index/article'
import { withIndex } from './open-workspace'

/** `dateline families`: copies and rewrites of one dispatch, the largest family first; members in the order in which they were told. */
export async function familiesCommand(args: string[], output: Output): Promise<ExitCode> {
  const { values } = readArguments(args, { ...WORKSPACE_OPTIONS, limit: { type: 'string' } })
  const limit = readCount(values.limit, 'limit', Infinity)
  return withIndex(values, 'all', output, (index) => {
    const { families } = readComparedFolder(index)
    const sorted = [...families].sort(
      (a, b) => b.members.length - a.members.length || (a.members[0] ?? '').localeCompare(b.members[0] ?? ''),
    )
    for (const { relation, members } of sorted.slice(0, limit)) {
      const told = orderTold(
        members.map((path) => {
          const hash = articleAtPath(index, path)
          const [facts] = hash === null ? [] : articleFacts(index, [hash])
          const date = facts && facts.dateOrigin !== 'file-time' ? facts.date : null
          return { path, date, agency: facts?.agency ?? null, words: facts?.words ?? 0 }
        }),
      ).map(({ path, date, agency }) => ({ path, date: date?.slice(0, 10) ?? null, agency }))
      const id = told[0]?.path ?? ''
      if (values.json) output.print(JSON.stringify({ id, relation, members: told }))
      else {
        output.print(`${relation}: ${told.length} articles`)
        for (const { path, date, agency } of told) output.print(`  ${date ?? 'undated'} ${agency ?? '?'} ${path}`)
      }
    }
    return ExitCode.done
  })
}
