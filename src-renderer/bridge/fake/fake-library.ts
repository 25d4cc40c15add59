import type { ArticleView } from '@contract/article'
import type { Facets, LibraryQuery } from '@contract/search'
import { fakeRow } from './fake-search'

const countBy = (values: (string | null)[]) => {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
}
const dayOf = (view: ArticleView) => view.date?.slice(0, 10) ?? ''

/** The library's list over articles in memory: filter, order, page. */
export function fakeList(views: readonly ArticleView[], query: LibraryQuery) {
  const kept = views.filter(
    (view) =>
      (!query.unreadOnly || !view.read) &&
      (!query.starredOnly || view.starred) &&
      (!query.from || dayOf(view) >= query.from) &&
      (!query.to || (dayOf(view) !== '' && dayOf(view) <= query.to)) &&
      (!query.place || view.place === query.place) &&
      (!query.agency || view.agency === query.agency) &&
      (!query.language || view.language === query.language),
  )
  const key = (view: ArticleView) => (query.sort === 'title' ? (view.title ?? view.lead) : (view[query.sort] ?? ''))
  kept.sort((a, b) => key(a).localeCompare(key(b)) * (query.descending ? -1 : 1))
  const from = query.offset ?? 0
  return { total: kept.length, rows: kept.slice(from, from + (query.limit ?? 200)).map(fakeRow) }
}

export function fakeFacets(views: readonly ArticleView[]): Facets {
  return {
    days: countBy(views.map(dayOf)).sort((a, b) => a.value.localeCompare(b.value)),
    places: countBy(views.map((view) => view.place)),
    agencies: countBy(views.map((view) => view.agency)),
    languages: countBy(views.map((view) => view.language)),
  }
}
