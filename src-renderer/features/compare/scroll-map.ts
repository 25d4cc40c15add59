/** Two places that belong together: a height in the left text and the height of the same sentence in the right one, in pixels. */
export interface LevelPoint {
  left: number
  right: number
}

/**
 * The height on the other side that belongs to a height on this one: between the points that belong together it goes on evenly.
 * `points` rise on both sides and end with the ends of both texts.
 */
export function levelOf(points: readonly LevelPoint[], height: number, from: 'left' | 'right'): number {
  const to = from === 'left' ? 'right' : 'left'
  let before: LevelPoint = { left: 0, right: 0 }
  for (const point of points) {
    if (point[from] > height) {
      const span = point[from] - before[from]
      const share = span > 0 ? (height - before[from]) / span : 0
      return before[to] + share * (point[to] - before[to])
    }
    before = point
  }
  return before[to]
}

/** Points in order, without those that would go back on either side (moved sentences). */
export function rising(points: readonly LevelPoint[]): LevelPoint[] {
  const kept: LevelPoint[] = []
  for (const point of [...points].sort((a, b) => a.left - b.left || a.right - b.right)) {
    const last = kept.at(-1)
    if (!last || (point.left >= last.left && point.right >= last.right)) kept.push(point)
  }
  return kept
}
