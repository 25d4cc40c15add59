/** A number as read from the text, with its unit where one is printed, before it is decided whether it is a figure. */
export interface Amount {
  start: number
  end: number
  value: number
  valueTo: number | null
  unit: string | null
  kind: 'percent' | 'money' | 'measure' | 'count'
  /** Token the number stands in, and the first token after number and unit. */
  token: number
  next: number
  spelled: boolean
  fraction: boolean
  /** "four-day", "ten-storey": joined to its unit or noun, and both to a noun that follows. */
  glued: string | null
}
