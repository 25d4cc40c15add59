import { findMatches } from '../../domain/search/matches'
import { readQuery } from '../../domain/search/read-query'
import type { SearchNode } from '../../domain/search/query'
import { snippetOf } from '../../domain/search/snippet'
import type { Range } from '../../domain/text/span'
import type { IndexReader } from '../../sql/handle'
import type { ArticleFacts } from '../../sql/index/records'
import { searchArticles } from '../../sql/index/search'
import { joinedNotes, prepareSearch, prepareTree, type PreparedSearch, type SearchOptions } from './prepare-search'

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

export interface SearchHow extends SearchOptions {
  sort: 'relevance' | 'date'
  limit: number
  offset: number
  /** A further condition, made by the program. */
  only?: SearchNode | null
}

/** Searches the folder for what was typed. Any string gives an outcome. */
export function runSearch(index: IndexReader, typed: string, how: SearchHow): SearchOutcome {
  const prepared = prepareSearch(index, typed, how)
  const outcome = runPrepared(index, prepared, how)
  if (outcome.ranked < outcome.total) {
    const note = `${outcome.total.toLocaleString('en')} articles have this; the order is by the newest ${outcome.ranked.toLocaleString('en')}. Add a word to narrow it.`
    return { ...outcome, message: joinedNotes(prepared.message, note) }
  }
  const wider = outcome.total > 0 || how.only ? null : runLooser(index, typed, how)
  return wider ?? { ...outcome, message: prepared.message }
}

function runPrepared(
  index: IndexReader,
  { tree: asked, formsOf, wanted, inside }: PreparedSearch,
  { only = null, ...page }: SearchHow,
): { total: number; ranked: number; hits: SearchHit[] } {
  if (!asked) return { total: 0, ranked: 0, hits: [] }
  const tree: SearchNode = only ? { kind: 'all', parts: [asked, only] } : asked
  const { total, ranked, found } = searchArticles(index, { tree, formsOf, ...page })
  const hits = found.map(({ facts, text, score }) => {
    const spans = findMatches(text, wanted, inside.get(facts.id))
    const snippet = snippetOf(text, spans)
    return { facts, score, snippet: snippet.text, marks: snippet.marks, spans }
  })
  return { total, ranked, hits }
}

/** Where no article has all words of a plain list, those with some of them; null where that finds nothing either. */
function runLooser(index: IndexReader, typed: string, how: SearchHow): SearchOutcome | null {
  const { tree, message } = readQuery(typed)
  const loose = tree && looser(tree)
  if (!loose) return null
  const prepared = prepareTree(index, loose, {
    spellings: how.spellings ?? true,
    casebook: how.casebook ?? null,
    message,
  })
  const outcome = runPrepared(index, prepared, how)
  const note = 'No article has all of these words; shown are those with some of them, best first.'
  return outcome.total > 0 ? { ...outcome, message: joinedNotes(prepared.message, note) } : null
}

/** A plain list of three or more words with any of them instead of all; null for anything with structure of its own. */
function looser(tree: SearchNode): SearchNode | null {
  if (tree.kind !== 'all' || tree.parts.length < 3) return null
  return tree.parts.every((part) => part.kind === 'phrase' && !part.exact) ? { kind: 'any', parts: tree.parts } : null
}
