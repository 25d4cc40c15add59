import type { Hit } from '@contract/search'

/** Families as lists of article ids. */
type Families = readonly { id: string; members: readonly { articleId: string }[] }[]

/** A hit, and how many further hits tell the same dispatch. */
export interface OriginRow {
  hit: Hit
  retold: number
}

/** The hits with those of one wire family folded into the first of them, in their order. */
export function originRows(hits: readonly Hit[], families: Families): OriginRow[] {
  const familyOf = new Map(
    families.flatMap(({ id, members }) => members.map(({ articleId }) => [articleId, id] as const)),
  )
  const rows: OriginRow[] = []
  const byFamily = new Map<string, OriginRow>()
  for (const hit of hits) {
    const family = familyOf.get(hit.id)
    const known = family === undefined ? undefined : byFamily.get(family)
    if (known) known.retold++
    else {
      const row = { hit, retold: 0 }
      rows.push(row)
      if (family !== undefined) byFamily.set(family, row)
    }
  }
  return rows
}
