import type { Range } from '../text/span'
import type { FoundDate } from './date-formats'

/** What opens a dispatch, with offsets into the text it was read from. */
export interface WireHeader {
  place: string | null
  placeSpan: Range | null
  agency: string | null
  agencySpan: Range | null
  date: FoundDate | null
  /** Where the story begins. */
  end: number
}
