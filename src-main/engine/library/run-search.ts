import type { PhraseNode, SearchNode } from '../../domain/search/query'
import { findMatches, wantedOf } from '../../domain/search/matches'
import { readQuery } from '../../domain/search/read-query'
import { snippetOf } from '../../domain/search/snippet'
import type { Range } from '../../domain/text/span'
import type { IndexReader } from '../../sql/handle'
import type { ArticleFacts } from '../../sql/index/records'
import { searchArticles } from '../../sql/index/search'
import { wordForms } from './word-forms'

export interface SearchHit {
  facts: ArticleFacts
  score: number
  snippet: string
  /** UTF-16 offsets into the snippet. */
  marks: Range[]
  /** UTF-16 offsets into the article's text. */
  spans: Range[]
}

export interface SearchOutcome {
  total: number
  hits: SearchHit[]
  message: string | null
}

/** Searches the folder for what was typed. Any string gives an outcome. */
export function runSearch(
  index: IndexReader,
  typed: string,
  how: { sort: 'relevance' | 'date'; limit: number; offset: number },
): SearchOutcome {
  const { tree, message } = readQuery(typed)
  if (!tree) return { total: 0, hits: [], message }
  const outcome = runTree(index, tree, how)
  if (outcome.ranked < outcome.total) {
    const note = `${outcome.total.toLocaleString('en')} articles have this; the order is by the newest ${outcome.ranked.toLocaleString('en')}. Add a word to narrow it.`
    return { ...outcome, message: joined(message, note) }
  }
  if (outcome.total > 0) return { ...outcome, message }
  const loose = looser(tree)
  if (!loose) return { ...outcome, message }
  const wider = runTree(index, loose, how)
  const note = 'No article has all of these words; shown are those with some of them, best first.'
  return { ...wider, message: wider.total > 0 ? joined(message, note) : message }
}

const joined = (...notes: (string | null)[]) => notes.filter(Boolean).join(' ')

function runTree(
  index: IndexReader,
  tree: SearchNode,
  how: { sort: 'relevance' | 'date'; limit: number; offset: number },
): Omit<SearchOutcome, 'message'> & { ranked: number } {
  const known = new Map<PhraseNode, string[]>()
  const formsOf = (phrase: PhraseNode): string[] => {
    let forms = known.get(phrase)
    if (!forms) known.set(phrase, (forms = wordForms(index, phrase)))
    return forms
  }
  const { total, ranked, found } = searchArticles(index, { tree, formsOf, ...how })
  const wanted = wantedOf(tree, formsOf)
  const hits = found.map(({ facts, text, score }) => {
    const spans = findMatches(text, wanted)
    const snippet = snippetOf(text, spans)
    return { facts, score, snippet: snippet.text, marks: snippet.marks, spans }
  })
  return { total, ranked, hits }
}

/** A plain list of three or more words with any of them instead of all; null for anything with structure of its own. */
function looser(tree: SearchNode): SearchNode | null {
  if (tree.kind !== 'all' || tree.parts.length < 3) return null
  return tree.parts.every((part) => part.kind === 'phrase' && !part.exact) ? { kind: 'any', parts: tree.parts } : null
}
