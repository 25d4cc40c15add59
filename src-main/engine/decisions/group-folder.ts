import { groupNames } from '../../domain/decisions/group-names'
import type { IndexWriter } from '../../sql/handle'
import { namedTogether, nameRows, writeGroups } from '../../sql/index/corpus-entity'
import { correctionsOf } from './corrections'

/** Brings the names of the whole folder together, as evidence and decisions have it. Returns how many entities changed. */
export function groupFolder(index: IndexWriter): number {
  const { corpus } = correctionsOf(index)
  const rows = nameRows(index).map((row) => ({ ...row, raw: `${row.type}:${row.key}` }))
  const rejected = rows.filter(({ raw }) => corpus.ruleOf(raw)?.hidden === true)
  const gone = new Set(rejected.map(({ id }) => id))
  const kept = rows.filter(({ id }) => !gone.has(id))
  const idAt = (at: number) => kept[at]?.id ?? 0
  const groups = groupNames(kept, corpus, (a, b) => namedTogether(index, idAt(a), idAt(b)))
  return writeGroups(
    index,
    groups.map(({ type, name, members, reasons }) => ({
      type,
      name,
      members: members.map((at) => ({ id: idAt(at), why: reasons.get(at) ?? null })),
    })),
    [...gone],
  )
}
