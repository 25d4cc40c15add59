import { readComparedFolder } from '../../engine/compare/claim-articles'
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
    const { families, articles } = readComparedFolder(index)
    const dates = new Map(articles.map(({ path, date }) => [path, date]))
    const sorted = [...families].sort(
      (a, b) => b.members.length - a.members.length || (a.members[0] ?? '').localeCompare(b.members[0] ?? ''),
    )
    for (const { relation, members } of sorted.slice(0, limit)) {
      const told = members
        .map((path) => {
          const hash = articleAtPath(index, path)
          const [facts] = hash === null ? [] : articleFacts(index, [hash])
          return { path, date: dates.get(path) ?? null, agency: facts?.agency ?? null }
        })
        .sort((a, b) =>
          (a.date ?? '~') < (b.date ?? '~') ? -1 : (a.date ?? '~') > (b.date ?? '~') ? 1 : a.path < b.path ? -1 : 1,
        )
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
