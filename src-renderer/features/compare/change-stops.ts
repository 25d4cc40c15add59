import type { ComparePair } from '@contract/compare'
import type { Range } from '@domain/text/span'

/** A place where two texts differ, on the sides that have it. */
export interface ChangeStop {
  a: Range | null
  b: Range | null
  /** Whether a fact differs there: a number, a name, a negation, or two claims that do not agree. */
  fact: boolean
  /** Whether the sides stand at places that are not level with each other: a moved sentence, claims in different sentences. */
  apart: boolean
}

const first = <T>(list: readonly T[]): T | null => list[0] ?? null

/**
 * The places where a pair differs, in the order of the left text; one per sentence pair, and one per conflict that no changed sentence
 * shows already. `a` and `b` are the article ids of the sides.
 */
export function changeStops({ pairs, conflicts }: ComparePair, a: string, b: string): ChangeStop[] {
  const changed = pairs.flatMap(({ a: left, b: right, relation, changes }): ChangeStop[] => {
    if (relation === 'same') return []
    const fact = changes.find(({ kind }) => kind !== 'text')
    return [
      {
        a: fact ? (fact.a ?? left) : left,
        b: fact ? (fact.b ?? right) : right,
        fact: fact !== undefined,
        apart: relation === 'moved',
      },
    ]
  })
  const stops = inReadingOrder(changed)
  for (const { sides } of conflicts) {
    const passages = sides.flatMap(({ evidence }) => evidence)
    const [left, right] = [a, b].map((id) => first(passages.filter(({ articleId }) => articleId === id)))
    if (!left || !right) continue
    const shown = stops.some((stop) => stop.fact && within(stop.a, left.sentence) && within(stop.b, right.sentence))
    if (shown) continue
    const after = stops.findIndex(({ a: place }) => place !== null && place.start > left.start)
    stops.splice(after < 0 ? stops.length : after, 0, { a: left, b: right, fact: true, apart: true })
  }
  return stops
}

const within = (inner: Range | null, outer: Range) =>
  inner !== null && inner.start >= outer.start && inner.end <= outer.end

/** By the left text; what only the right one has stands after what stands before it there. */
function inReadingOrder(stops: readonly ChangeStop[]): ChangeStop[] {
  const placed: ChangeStop[] = stops.filter(({ a }) => a !== null)
  placed.sort((x, y) => (x.a?.start ?? 0) - (y.a?.start ?? 0))
  for (const stop of stops.filter(({ a }) => a === null)) {
    const at = placed.findLastIndex(({ b }) => b !== null && b.start <= (stop.b?.start ?? 0))
    placed.splice(at + 1, 0, stop)
  }
  return placed
}
