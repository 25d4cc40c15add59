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
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1] ?? range.end
    return { start, end, marks: touching.filter((mark) => mark.start < end && mark.end > start) }
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
