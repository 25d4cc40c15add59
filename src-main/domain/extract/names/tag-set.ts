/** The types the tagger itself tells apart; `MISC` is divided by rules afterwards. */
export const TAG_TYPES = ['PER', 'ORG', 'LOC', 'MISC', 'NORP'] as const

/** Labels: 0 is "outside"; type t has 1 + 4t begin, 2 + 4t inside, 3 + 4t last, 4 + 4t the only token. */
export const OUTSIDE = 0
export const LABELS = 1 + 4 * TAG_TYPES.length
export const BEGIN = 0
export const INSIDE = 1
export const LAST = 2
export const UNIT = 3

export function labelOf(type: number, position: number): number {
  return 1 + 4 * type + position
}

/** The type's number in `TAG_TYPES`, -1 for outside. */
export function typeOfLabel(label: number): number {
  return label === OUTSIDE ? -1 : (label - 1) >> 2
}

export function positionOfLabel(label: number): number {
  return (label - 1) & 3
}

/** Whether a name is still open after the label. */
export function isOpen(label: number): boolean {
  return label !== OUTSIDE && positionOfLabel(label) <= INSIDE
}

/** Labels that may follow `previous`; a sentence starts and ends as after "outside". */
export const FOLLOWERS: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, previous) =>
  Array.from({ length: LABELS }, (__, next) => next).filter((next) => mayFollow(previous, next)),
)

function mayFollow(previous: number, next: number): boolean {
  const starts = next === OUTSIDE || positionOfLabel(next) === BEGIN || positionOfLabel(next) === UNIT
  return isOpen(previous) ? !starts && typeOfLabel(previous) === typeOfLabel(next) : starts
}

export const MAY_END: readonly boolean[] = Array.from({ length: LABELS }, (_, label) => !isOpen(label))
