import type { Range } from '@domain/text/span'

/** Something drawn on a stretch of text. `name` is its style's class; `name-from` and `name-to` mark its ends. */
export interface TextMark extends Range {
  name: string
  /** Further classes for the whole stretch. */
  classes?: string
  /** What a click on it chooses. */
  entityId?: string
  figure?: number
  highlightId?: string
  /** Whom or what the words mean, where they do not say it themselves. */
  means?: string
}

/** A piece of text that carries the same marks throughout. */
export interface Piece extends Range {
  marks: readonly TextMark[]
}

/**
 * Cuts `range` at every boundary of the marks that touch it. The pieces follow each other without gap or overlap and their
 * slices joined are exactly the text of `range`; each knows all marks over it, in the order given.
 */
export function cutAtMarks(range: Range, marks: readonly TextMark[]): Piece[] {
  const touching = marks.filter((mark) => mark.start < range.end && mark.end > range.start && mark.start < mark.end)
  const cuts = new Set([range.start, range.end])
  for (const mark of touching) {
    cuts.add(Math.max(range.start, mark.start))
    cuts.add(Math.min(range.end, mark.end))
  }
  const places = [...cuts].sort((a, b) => a - b)
  const indexOf = new Map(places.map((place, i) => [place, i]))
  const pieces = places.slice(0, -1).map((start, i) => ({
    start,
    end: places[i + 1] ?? range.end,
    marks: [] as TextMark[],
  }))
  // From each mark to its pieces: a paragraph of a whole book has as many of both as the book.
  for (const mark of touching) {
    const last = indexOf.get(Math.min(range.end, mark.end)) ?? 0
    for (let i = indexOf.get(Math.max(range.start, mark.start)) ?? 0; i < last; i++) pieces[i]?.marks.push(mark)
  }
  return pieces
}

const FIELDS = ['start', 'end', 'name', 'classes', 'entityId', 'figure', 'highlightId'] as const
const sameMarks = (a: readonly TextMark[], b: readonly TextMark[]) =>
  a.length === b.length && a.every((mark, i) => FIELDS.every((field) => mark[field] === b[i]?.[field]))

/**
 * The marks of each block, in the order given; `blocks` follow each other without overlap. A block whose marks are the same
 * as in `before` gets that very array, so that nothing is drawn again for a change elsewhere.
 */
export function marksPerBlock(
  blocks: readonly Range[],
  marks: readonly TextMark[],
  before: readonly (readonly TextMark[])[],
): (readonly TextMark[])[] {
  const over = blocks.map((): TextMark[] => [])
  for (const mark of marks) {
    let [low, high] = [0, blocks.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((blocks[middle]?.end ?? Infinity) > mark.start) high = middle
      else low = middle + 1
    }
    for (let i = low; i < blocks.length && (blocks[i]?.start ?? Infinity) < mark.end; i++) over[i]?.push(mark)
  }
  return over.map((now, i) => {
    const then = before[i]
    return then && sameMarks(then, now) ? then : now
  })
}

/** The classes of a piece: each mark's, and which of them begin or end here (so that a tray has its sides once). */
export function classesOf({ start, end, marks }: Piece): string {
  const classes = new Set<string>()
  for (const mark of marks) {
    classes.add(mark.name)
    if (mark.start === start) classes.add(`${mark.name}-from`)
    if (mark.end === end) classes.add(`${mark.name}-to`)
    for (const extra of mark.classes?.split(' ') ?? []) classes.add(extra)
  }
  return [...classes].join(' ')
}
