import { wantedOf, type FormsOf, type Wanted } from '../../domain/search/matches'
import type { SearchNode } from '../../domain/search/query'
import { readQuery } from '../../domain/search/read-query'
import type { Range } from '../../domain/text/span'
import type { IndexReader } from '../../sql/handle'
import { indexState } from '../../sql/index/index-state'
import { phraseForms } from './phrase-forms'
import { resolveSearch, type CasebookLookup } from './resolve-search'

export interface SearchOptions {
  /** Whether names are found in other spellings and scripts; they are when not given. */
  spellings?: boolean
  /** Where note:, code: and has: are answered; without it they find nothing, and say so. */
  casebook?: CasebookLookup | null
}

/** A typed search, ready for the index. */
export interface PreparedSearch {
  /** Null where nothing can be searched for. */
  tree: SearchNode | null
  formsOf: FormsOf
  wanted: Wanted
  /** What was found by looking into articles, by article. */
  inside: ReadonlyMap<string, readonly Range[]>
  message: string | null
}

/** Hits, counts and lines of one search are asked for one after the other. */
const MOST_KEPT = 8
const kept = new WeakMap<IndexReader, { state: string; searches: Map<string, PreparedSearch> }>()

/** Reads what was typed, and looks for everything in it that the index's tables cannot tell. Kept until the index changes. */
export function prepareSearch(index: IndexReader, typed: string, options: SearchOptions): PreparedSearch {
  const { spellings = true, casebook = null } = options
  const state = indexState(index)
  let known = kept.get(index)
  if (known?.state !== state) kept.set(index, (known = { state, searches: new Map() }))
  const key = `${spellings ? 1 : 0}${casebook ? 1 : 0} ${typed}`
  const before = known.searches.get(key)
  if (before) return before
  const { tree, message } = readQuery(typed)
  const prepared = prepareTree(index, tree, { spellings, casebook, message })
  // What stands in notes changes without the index.
  if (tree && hasCasebook(tree)) return prepared
  if (known.searches.size >= MOST_KEPT) known.searches.clear()
  known.searches.set(key, prepared)
  return prepared
}

/** The same for a tree made by a program. */
export function prepareTree(
  index: IndexReader,
  tree: SearchNode | null,
  options: { spellings: boolean; casebook: CasebookLookup | null; message: string | null },
): PreparedSearch {
  const formsOf = phraseForms(index, options.spellings)
  const { message } = options
  if (!tree) return { tree, formsOf, wanted: NOTHING, inside: new Map(), message }
  const resolved = resolveSearch(tree, { index, formsOf, casebook: options.casebook })
  return {
    tree: resolved.tree,
    formsOf,
    wanted: wantedOf(resolved.tree, formsOf),
    inside: resolved.spans,
    message: joinedNotes(message, ...resolved.notes),
  }
}

const NOTHING: Wanted = { words: new Set(), beginnings: [], phrases: [], near: [] }

/** Sentences for the line under the box; null without any. */
export const joinedNotes = (...notes: (string | null)[]): string | null => notes.filter(Boolean).join(' ') || null

function hasCasebook(tree: SearchNode): boolean {
  if (tree.kind === 'not') return hasCasebook(tree.part)
  if (tree.kind === 'all' || tree.kind === 'any') return tree.parts.some(hasCasebook)
  return tree.kind === 'casebook'
}
