import type { ArticleView } from '@contract/article'
import type { Hit, SearchResult } from '@contract/search'
import type { Range } from '@domain/text/span'

const rowOf = (view: ArticleView) => {
  const {
    text: _text,
    paths: _paths,
    header: _header,
    blocks: _blocks,
    state: _s,
    reason: _r,
    encoding: _e,
    extraction: _x,
    ...row
  } = view
  return row
}

/** The part of a view that a line of the library carries. */
export { rowOf as fakeRow }

function matches(text: string, words: string[]): Range[] {
  const folded = text.toLowerCase()
  return words
    .flatMap((word) => {
      const found: Range[] = []
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
        found.push({ start: at, end: at + word.length })
      return found
    })
    .sort((a, b) => a.start - b.start)
}

/** A plain search for all words, enough to show the screen. */
export function fakeSearch(views: readonly ArticleView[], query: string): SearchResult {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean)
  const hits: Hit[] = []
  for (const view of views) {
    const spans = matches(view.text, words)
    const all = words.every((word) => view.text.toLowerCase().includes(word))
    const first = spans[0]
    if (!all || !first) continue
    const from = Math.max(0, view.text.lastIndexOf(' ', Math.max(0, first.start - 50)) + 1)
    const snippet = view.text.slice(from, from + 170)
    const marks = spans
      .filter((span) => span.start >= from && span.end <= from + 170)
      .map((span) => ({ start: span.start - from, end: span.end - from }))
    hits.push({ ...rowOf(view), score: spans.length, snippet, marks, spans })
  }
  hits.sort((a, b) => b.score - a.score)
  const message =
    query.includes('"') && query.split('"').length % 2 === 0
      ? 'The quotation mark is not closed; the words were searched one by one.'
      : null
  return { total: hits.length, milliseconds: 3, hits: words.length ? hits : [], message }
}
