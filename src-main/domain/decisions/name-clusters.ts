/** Names brought together step by step; what may never be one stays apart, whatever chain leads from one to the other. */
export class NameClusters {
  private readonly parents: Int32Array
  private readonly lists: number[][]
  private readonly enemies = new Map<number, Set<number>>()

  constructor(count: number) {
    this.parents = Int32Array.from({ length: count }, (_, i) => i)
    this.lists = Array.from({ length: count }, (_, i) => [i])
  }

  root(name: number): number {
    let at = name
    for (let up = this.parents[at] ?? at; up !== at; up = this.parents[at] ?? at) at = up
    return at
  }

  /** All names that are one with this one. */
  members(name: number): readonly number[] {
    return this.lists[this.root(name)] ?? []
  }

  keepApart(a: number, b: number): void {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      this.enemies.set(one, (this.enemies.get(one) ?? new Set()).add(other))
  }

  areApart(a: number, b: number): boolean {
    const others = new Set(this.members(b))
    return this.members(a).some((one) => [...(this.enemies.get(one) ?? [])].some((enemy) => others.has(enemy)))
  }

  /** Makes two one, unless they are to be kept apart. `false` when nothing changed. */
  join(a: number, b: number): boolean {
    const [first, second] = [this.root(a), this.root(b)]
    if (first === second || this.areApart(a, b)) return false
    this.joinAnyway(first, second)
    return true
  }

  /** The analyst's word counts more than what keeps others apart. */
  joinAnyway(a: number, b: number): void {
    const [first, second] = [this.root(a), this.root(b)]
    if (first === second) return
    this.parents[second] = first
    this.lists[first] = [...(this.lists[first] ?? []), ...(this.lists[second] ?? [])]
    this.lists[second] = []
  }

  all(): (readonly number[])[] {
    return this.lists.filter((list) => list.length > 0)
  }
}
