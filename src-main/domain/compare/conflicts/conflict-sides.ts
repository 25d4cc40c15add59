import type { ConflictSide, Evidence } from './conflict'

/** One side per value, in the order in which the values come. `originOf` names the dispatch a member is from. */
export function sidesBy<T>(
  members: readonly T[],
  valueOf: (member: T) => number | string,
  originOf: (member: T) => string,
  evidenceOf: (member: T) => Evidence | readonly Evidence[],
): ConflictSide[] {
  const sides = new Map<number | string, T[]>()
  for (const member of members) {
    const side = sides.get(valueOf(member))
    if (side) side.push(member)
    else sides.set(valueOf(member), [member])
  }
  return [...sides].map(([value, side]) => ({
    value: typeof value === 'number' ? value : null,
    origins: new Set(side.map(originOf)).size,
    evidence: side.flatMap(evidenceOf),
  }))
}
