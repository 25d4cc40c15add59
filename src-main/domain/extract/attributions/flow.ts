import { tokenAt } from '../../text/tokens'
import type { Document } from '../document'
import type { Grammar } from '../grammar/read-grammar'
import type { Quote } from './quote-marks'

/** A sentence of the narration: its tokens outside quotation marks in order, with each quotation as one step between them. */
export interface Stretch {
  block: number
  /** Tokens of the narration, in order; a quotation stands as `-1 - n`, `n` its index into the quotes. */
  steps: number[]
  start: number
  end: number
}

/**
 * Cuts every paragraph into stretches: sentences as the narrator's, in which a quotation of any length is one step. A quotation belongs
 * to the stretch it stands in, and what ends before offset `from` is left out; several sentences inside it do not cut the stretch.
 */
export function readFlow(doc: Document, grammar: Grammar, quotes: readonly Quote[], from = 0): Stretch[] {
  const { tokens } = doc
  const stretches: Stretch[] = []
  let q = 0
  for (let block = 0; block < doc.blocks.length; block++) {
    const range = doc.blocks[block]
    if (!range) continue
    let stretch: Stretch | null = null
    let sentence = -2
    for (
      let i = tokenAt(tokens, Math.max(range.start, from));
      i < tokens.count && (tokens.start[i] ?? 0) < range.end;
    ) {
      while (q < quotes.length && (quotes[q]?.end ?? 0) <= (tokens.start[i] ?? 0)) q++
      const quote = quotes[q]
      const inside = quote && quote.start <= (tokens.start[i] ?? 0) ? quote : null
      const here = grammar.sentenceOf[i] ?? -1
      if (!stretch || here !== sentence) {
        stretch = { block, steps: [], start: tokens.start[i] ?? 0, end: tokens.end[i] ?? 0 }
        stretches.push(stretch)
      }
      if (inside) {
        stretch.steps.push(-1 - q)
        stretch.end = inside.end
        i = tokenAt(tokens, inside.end - 1)
        while (i < tokens.count && (tokens.start[i] ?? 0) < inside.end) i++
        sentence = grammar.sentenceOf[i - 1] ?? -1
      } else {
        stretch.steps.push(i)
        stretch.end = tokens.end[i] ?? stretch.end
        sentence = here
        i++
      }
    }
  }
  return stretches
}
