import { statement } from '../connection'
import type { IndexReader } from '../handle'
import { FACT_COLUMNS, factsOf, type FactRow } from './article'
import type { ArticleFacts } from './records'

export type LibrarySort = 'date' | 'title' | 'place' | 'agency' | 'path'

export interface LibraryFilter {
  sort: LibrarySort
  descending: boolean
  /** ISO dates or parts of them, inclusive. */
  from: string | null
  to: string | null
  place: string | null
  agency: string | null
  language: string | null
  /** Only these articles (hashes), where given. */
  among: readonly string[] | null
  /** Not these articles. */
  without: readonly string[]
  offset: number
  limit: number
}

/** A date is within a range when it begins with its end or lies before it: "2018-02" takes the whole month. */
export const WITHIN_DATES = `
  (@from IS NULL OR article.date >= @from) AND (@to IS NULL OR substr(article.date, 1, length(@to)) <= @to)`

const WHERE = `
  EXISTS (SELECT 1 FROM file WHERE article_id = article.id)
  AND ${WITHIN_DATES}
  AND (@place IS NULL OR article.place = @place)
  AND (@agency IS NULL OR article.agency = @agency)
  AND (@language IS NULL OR article.language = @language)
  AND (@among IS NULL OR article.hash IN (SELECT unhex(value) FROM json_each(@among)))
  AND (@without IS NULL OR article.hash NOT IN (SELECT unhex(value) FROM json_each(@without)))`

const ORDER: Record<LibrarySort, string> = {
  date: 'article.date',
  title: "coalesce(nullif(article.title, ''), article.lead) COLLATE NOCASE",
  place: 'article.place COLLATE NOCASE',
  agency: 'article.agency COLLATE NOCASE',
  path: '(SELECT min(path) FROM file WHERE article_id = article.id)',
}

/** The statement that lists a page; what is missing sorts last in both directions, equal rows keep one order. */
export function libraryPage(sort: LibrarySort, descending: boolean): string {
  const direction = descending ? 'DESC' : 'ASC'
  const byDate = sort === 'date' ? '' : ', article.date DESC'
  // Rows are chosen before their facts are looked up, which only the page's own rows need.
  return `WITH page AS (
      SELECT article.id, ${ORDER[sort]} AS sorted, article.date FROM article WHERE ${WHERE}
      ORDER BY ${ORDER[sort]} ${direction} ${descending ? '' : 'NULLS LAST'}${byDate}, article.id LIMIT @limit OFFSET @offset)
    SELECT ${FACT_COLUMNS} FROM page JOIN article ON article.id = page.id
    ORDER BY page.sorted ${direction} NULLS LAST${byDate}, article.id`
}

/** One page of the library and how many rows there are in all. */
export function listArticles(handle: IndexReader, filter: LibraryFilter): { total: number; rows: ArticleFacts[] } {
  const { sort, descending, among, without, ...rest } = filter
  const parameters = {
    ...rest,
    among: among ? JSON.stringify(among) : null,
    without: without.length > 0 ? JSON.stringify(without) : null,
  }
  const { offset: _offset, limit: _limit, ...conditions } = parameters
  const total = Number(statement(handle, `SELECT count(*) FROM article WHERE ${WHERE}`).pluck().get(conditions))
  const rows = statement(handle, libraryPage(sort, descending)).all(parameters) as FactRow[]
  return { total, rows: rows.map(factsOf) }
}

export interface Counted {
  value: string
  count: number
}

/** Articles per day, place, agency and language; days ascending, the rest by count. */
export function libraryFacets(handle: IndexReader): Record<'days' | 'places' | 'agencies' | 'languages', Counted[]> {
  const by = (value: string, order: string) =>
    statement(
      handle,
      `SELECT ${value} AS value, count(*) AS count FROM article WHERE ${value} IS NOT NULL GROUP BY 1 ORDER BY ${order}`,
    ).all() as Counted[]
  return {
    days: by('substr(date, 1, 10)', '1'),
    places: by('place', '2 DESC, 1'),
    agencies: by('agency', '2 DESC, 1'),
    languages: by('language', '2 DESC, 1'),
  }
}
