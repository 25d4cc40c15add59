import type { Figure } from '../../extract/types'
import type { Conflict, ConflictKind, Evidence } from './conflict'
import { sidesBy } from './conflict-sides'
import type { FigureClaim } from './figure-claim'
import type { FigureMeeting } from './figure-conflicts'

/** A figure as it is remembered once it has met another: without its article, of which a large folder has too many. */
interface ToldFigure {
  path: string
  origin: string
  figure: Figure & { value: number }
  counted: string | null
  /** Other places of its article that give the same count: its headline and its first sentence. */
  again: readonly Evidence[]
}

/** Figures that met, joined to groups that count one thing. */
export class FigureGroups {
  private readonly known = new Map<string, ToldFigure>()
  private readonly groupOf = new Map<ToldFigure, Set<ToldFigure>>()
  private readonly differing: { a: ToldFigure; b: ToldFigure; kind: ConflictKind }[] = []

  /** Takes in meetings of the figures of two articles. */
  add(meetings: readonly FigureMeeting[], left: readonly FigureClaim[], right: readonly FigureClaim[]): void {
    for (const { a, b, kind } of meetings) {
      const isLeft = left.includes(a)
      const [x, y] = [this.remember(a, isLeft ? left : right), this.remember(b, isLeft ? right : left)]
      const [one, other] = [this.groupOf.get(x) ?? new Set([x]), this.groupOf.get(y) ?? new Set([y])]
      const joined = one === other ? one : new Set([...one, ...other])
      for (const figure of joined) this.groupOf.set(figure, joined)
      if (kind !== null) this.differing.push({ a: x, b: y, kind })
    }
  }

  /** One conflict per group and kind, with all that give one of its values. */
  conflicts(): Conflict[] {
    const byGroup = new Map<Set<ToldFigure>, Map<ConflictKind, Set<number>>>()
    for (const { a, b, kind } of this.differing) {
      const group = this.groupOf.get(a) ?? new Set([a, b])
      const kinds = byGroup.get(group) ?? new Map<ConflictKind, Set<number>>()
      byGroup.set(group, kinds)
      const values = kinds.get(kind) ?? new Set<number>()
      kinds.set(kind, values.add(a.figure.value).add(b.figure.value))
    }
    return [...byGroup].flatMap(([group, kinds]) => [...kinds].map(([kind, values]) => conflictOf(group, kind, values)))
  }

  private remember({ article, figure, counted }: FigureClaim, all: readonly FigureClaim[]): ToldFigure {
    const key = `${article.path} ${figure.start}`
    const known = this.known.get(key)
    if (known) return known
    const { path, origin } = article
    const same =
      counted === null ? [] : all.filter((one) => one.counted === counted && one.figure.value === figure.value)
    const told: ToldFigure = { path, origin, figure, counted, again: same.map((one) => passage(path, one.figure)) }
    this.known.set(key, told)
    return told
  }
}

const passage = (path: string, { start, end, text }: Figure): Evidence => ({ path, start, end, text })

function conflictOf(group: ReadonlySet<ToldFigure>, kind: ConflictKind, values: ReadonlySet<number>): Conflict {
  const places = new Map<string, { origin: string; value: number; evidence: Evidence }>()
  for (const { path, origin, figure, again } of group) {
    if (!values.has(figure.value)) continue
    for (const evidence of [passage(path, figure), ...again])
      places.set(`${path} ${evidence.start}`, { origin, value: figure.value, evidence })
  }
  const inOrder = [...places.values()].sort((x, y) =>
    x.evidence.path === y.evidence.path
      ? x.evidence.start - y.evidence.start
      : x.evidence.path < y.evidence.path
        ? -1
        : 1,
  )
  const met = [...group].filter(({ figure }) => values.has(figure.value))
  const named = met.find(({ figure }) => figure.what !== null) ?? met[0]
  const { what = null, unit = null, subject = null, period = null } = named?.figure ?? {}
  return {
    kind,
    key: { what: named?.counted ?? what, unit, subject, period },
    sides: sidesBy(
      inOrder,
      ({ value }) => value,
      ({ origin }) => origin,
      ({ evidence }) => evidence,
    ),
  }
}
