import { keywordLines, neighbours, sortLines, type KeywordLine, type LineOrder } from '../../domain/search/concordance'
import { findMatches } from '../../domain/search/matches'
import type { IndexReader } from '../../sql/handle'
import type { ArticleFacts } from '../../sql/index/records'
import { searchArticles } from '../../sql/index/search'
import { prepareSearch, type SearchOptions } from './prepare-search'

/** Lines are made of so many of the newest hits, and so many lines at most: sorting needs them all. */
const MOST_ARTICLES = 2000
const MOST_LINES = 5000
const MOST_NEIGHBOURS = 12

export interface ArticleLine extends KeywordLine {
  article: Pick<ArticleFacts, 'id' | 'path' | 'title' | 'date' | 'agency' | 'language'>
}

export interface Concordance {
  /** Articles found, and those of them that the lines are from. */
  articles: number
  read: number
  /** Lines in all; `lines` is one page of them. */
  total: number
  lines: ArticleLine[]
  left: { value: string; count: number }[]
  right: { value: string; count: number }[]
  message: string | null
}

export interface ConcordancePage {
  order: LineOrder
  offset: number
  limit: number
}

/** Every place of what was searched for with the words around it, newest article first or sorted by a word beside it. */
export function concordanceOf(
  index: IndexReader,
  typed: string,
  { order, offset, limit, ...options }: ConcordancePage & SearchOptions,
): Concordance {
  const { tree, formsOf, wanted, inside, message } = prepareSearch(index, typed, options)
  if (!tree) return { articles: 0, read: 0, total: 0, lines: [], left: [], right: [], message }
  const { total: articles, found } = searchArticles(index, {
    tree,
    formsOf,
    sort: 'date',
    limit: MOST_ARTICLES,
    offset: 0,
  })
  const lines: ArticleLine[] = []
  let read = 0
  for (const { facts, text } of found) {
    if (lines.length >= MOST_LINES) break
    const { id, path, title, date, agency, language } = facts
    const article = { id, path, title, date, agency, language }
    for (const line of keywordLines(text, findMatches(text, wanted, inside.get(id)))) lines.push({ ...line, article })
    read++
  }
  return {
    articles,
    read,
    total: lines.length,
    lines: sortLines(lines, order).slice(offset, offset + limit),
    left: neighbours(lines, 'left', MOST_NEIGHBOURS),
    right: neighbours(lines, 'right', MOST_NEIGHBOURS),
    message,
  }
}
