/** Stands between two pages in the text of a paged document (PDF), as text extractors have it. */
export const PAGE_BREAK = '\f'

/** The page, from 1, on which a UTF-16 offset lies; null for a text that has no pages. */
export function pageOf(text: string, offset: number): number | null {
  let page = 1
  for (let at = text.indexOf(PAGE_BREAK); at >= 0 && at < offset; at = text.indexOf(PAGE_BREAK, at + 1)) page++
  return page > 1 || text.includes(PAGE_BREAK) ? page : null
}
