import type { ArticleHeader, HeaderOrigin } from '../../domain/extract/types'
import type { Range } from '../../domain/text/span'

/** The header columns of an article's row. */
export interface HeaderRow {
  title: string | null
  date: string | null
  dateOrigin: HeaderOrigin
  place: string | null
  agency: string | null
  datelineOrigin: HeaderOrigin
  author: string | null
  marks: string
}

export const HEADER_COLUMNS = `article.title, article.date, article.date_origin AS dateOrigin, article.place, article.agency,
  article.dateline_origin AS datelineOrigin, article.author, article.marks`

/** The header as the domain knows it. */
export function headerOf(row: HeaderRow): ArticleHeader {
  const marks = JSON.parse(row.marks) as (number | null)[]
  const range = (at: number): Range | null => {
    const start = marks[at] ?? null
    const end = marks[at + 1] ?? null
    return start === null || end === null ? null : { start, end }
  }
  return {
    title: row.title,
    date: row.date,
    dateOrigin: row.dateOrigin,
    dateline: row.place === null && row.agency === null ? null : { place: row.place, agency: row.agency },
    datelineOrigin: row.datelineOrigin,
    placeSpan: range(1),
    agencySpan: range(3),
    author: row.author,
    bodyStart: marks[0] ?? 0,
  }
}

/** The offsets of a header, for the column `marks`. */
export function marksOf({ bodyStart, placeSpan, agencySpan }: ArticleHeader): string {
  if (!placeSpan && !agencySpan) return `[${bodyStart}]`
  const ends = [placeSpan?.start ?? null, placeSpan?.end ?? null, agencySpan?.start ?? null, agencySpan?.end ?? null]
  return JSON.stringify([bodyStart, ...ends])
}
