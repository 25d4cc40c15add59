import { findMatches, wantedOf } from '../../domain/search/matches'
import { readQuery } from '../../domain/search/read-query'
import type { SearchNode } from '../../domain/search/query'
import { snippetOf } from '../../domain/search/snippet'
import type { Range } from '../../domain/text/span'
import type { IndexReader } from '../../sql/handle'
import type { ArticleFacts } from '../../sql/index/records'
import { searchArticles } from '../../sql/index/search'
import { phraseForms } from './phrase-forms'
import { resolveSearch, type CasebookLookup } from './resolve-search'

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

export interface SearchHow {
  sort: 'relevance' | 'date'
  limit: number
  offset: number
  /** Whether names are found in other spellings and scripts; they are when not given. */
  spellings?: boolean
  /** Where note:, code: and has: are answered; without it they find nothing, and say so. */
  casebook?: CasebookLookup | null
}

/** Searches the folder for what was typed. Any string gives an outcome. */
export function runSearch(index: IndexReader, typed: string, how: SearchHow): SearchOutcome {
  const { tree, message } = readQuery(typed)
  if (!tree) return { total: 0, hits: [], message }
  const outcome = runTree(index, tree, how)
  const told = joined(message, ...outcome.notes)
  if (outcome.ranked < outcome.total) {
    const note = `${outcome.total.toLocaleString('en')} articles have this; the order is by the newest ${outcome.ranked.toLocaleString('en')}. Add a word to narrow it.`
    return { ...outcome, message: joined(told, note) }
  }
  if (outcome.total > 0) return { ...outcome, message: told }
  const loose = looser(tree)
  if (!loose) return { ...outcome, message: told }
  const wider = runTree(index, loose, how)
  const note = 'No article has all of these words; shown are those with some of them, best first.'
  return { ...wider, message: wider.total > 0 ? joined(told, note) : told }
}

const joined = (...notes: (string | null)[]) => notes.filter(Boolean).join(' ') || null

function runTree(
  index: IndexReader,
  typed: SearchNode,
  { spellings = true, casebook = null, ...page }: SearchHow,
): Omit<SearchOutcome, 'message'> & { ranked: number; notes: string[] } {
  const formsOf = phraseForms(index, spellings)
  const { tree, spans: inside, notes } = resolveSearch(typed, { index, formsOf, casebook })
  const { total, ranked, found } = searchArticles(index, { tree, formsOf, ...page })
  const wanted = wantedOf(tree, formsOf)
  const hits = found.map(({ facts, text, score }) => {
    const spans = findMatches(text, wanted, inside.get(facts.id))
    const snippet = snippetOf(text, spans)
    return { facts, score, snippet: snippet.text, marks: snippet.marks, spans }
  })
  return { total, ranked, hits, notes }
}

/** A plain list of three or more words with any of them instead of all; null for anything with structure of its own. */
function looser(tree: SearchNode): SearchNode | null {
  if (tree.kind !== 'all' || tree.parts.length < 3) return null
  return tree.parts.every((part) => part.kind === 'phrase' && !part.exact) ? { kind: 'any', parts: tree.parts } : null
}
