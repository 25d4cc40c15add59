import { spanOf, type Span } from '../../text/span'
import type { Candidate } from './candidate'
import type { Quote } from './quote-marks'
import type { View } from './view'

const TRIM_START = /^[\s,;:.—–-]+/
const TRIM_END = /[\s,;:—–-]+$/

/** The spans of a candidate's content: cut at quotation marks and paragraphs, the marks left out. */
export function contentSpans(candidate: Candidate): {
  spans: Span[]
  quotes: number[]
  kind: 'direct' | 'indirect' | 'mixed'
} {
  const spans: Span[] = []
  const quotes: number[] = []
  let plain = 0
  for (const [from, to] of candidate.content) {
    let open = from
    for (let s = from; s <= to; s++) {
      const quote = s < to ? candidate.view.quote(s) : null
      if (!quote && s < to) continue
      plain += pushPlain(candidate.view, spans, open, s)
      if (quote) {
        pushQuote(candidate.view, spans, quote)
        quotes.push(candidate.view.quoteIndex(s))
      }
      open = s + 1
    }
  }
  const kind = quotes.length === 0 ? 'indirect' : plain > 0 ? 'mixed' : 'direct'
  return { spans, quotes, kind }
}

function pushQuote(view: View, spans: Span[], quote: Quote): void {
  const span = quoteSpan(view.doc.text, quote)
  if (span) spans.push(span)
}

/** The words of a quotation without the white space around them. */
export function quoteSpan(text: string, quote: Quote): Span | null {
  let { from, to } = quote
  while (from < to && /\s/.test(text.charAt(from))) from++
  while (to > from && /\s/.test(text.charAt(to - 1))) to--
  return to > from ? spanOf(text, from, to) : null
}

/** Pushes the narration between two quotations; returns how many letters it has. */
function pushPlain(view: View, spans: Span[], from: number, to: number): number {
  if (to <= from) return 0
  const { text } = view.doc
  const range = view.range(from, to)
  const words = text.slice(range.start, range.end)
  const start = range.start + (TRIM_START.exec(words)?.[0].length ?? 0)
  let end = range.end - (TRIM_END.exec(words)?.[0].length ?? 0)
  if (end > start && text.charAt(end - 1) === '.' && !/\.\w\.$/.test(text.slice(Math.max(start, end - 4), end))) end--
  const length = text.slice(start, Math.max(start, end)).replace(/[^\p{L}\p{N}]/gu, '').length
  if (length === 0) return 0
  spans.push(spanOf(text, start, end))
  return /^(?:and|or|but|,|\s)+$/.test(text.slice(start, end)) ? 0 : length
}
