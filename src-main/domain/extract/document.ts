import type { Range } from '../text/span'

/**
 * One article's text cut into paragraphs, sentences and tokens once, so that every finder reads the same pieces.
 * All ranges are UTF-16 offsets into `text`, in text order and never overlapping within their own list.
 */
export interface Document {
  text: string
  /** Paragraphs: runs of lines between blank lines (and single lines where the file has one paragraph a line). */
  blocks: Range[]
  tokens: Range[]
  sentences: Range[]
  /** ISO 639-1 code, null where unknown. */
  language: string | null
}
