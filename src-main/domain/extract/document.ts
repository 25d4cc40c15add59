import { splitBlocks } from '../text/blocks'
import { splitSentences } from '../text/sentences'
import type { Range } from '../text/span'
import { tokenize } from '../text/tokenize'
import type { Tokens } from '../text/tokens'

/**
 * One article's text cut into paragraphs, sentences and tokens once, so that every finder reads the same pieces.
 * All ranges are UTF-16 offsets into `text`, in text order and never overlapping within their own list.
 */
export interface Document {
  text: string
  /** Paragraphs, without the white space around them. */
  blocks: Range[]
  tokens: Tokens
  /** Never cross a block. */
  sentences: Range[]
  /** ISO 639-1 code, null where unknown. */
  language: string | null
}

/** Cuts `text` into blocks, tokens and sentences. Linear in the length of the text. */
export function readDocument(text: string, language: string | null = null): Document {
  const tokens = tokenize(text)
  const blocks = splitBlocks(text)
  return { text, blocks, tokens, sentences: splitSentences(text, tokens, blocks), language }
}
