import type { ArticleView } from '@contract/article'
import type { Input, Output } from '@contract/channels'
import { DatelineError } from '@contract/errors'
import type { SavedSearch, SearchFacets } from '@contract/search'
import type { SEARCH_CHANNELS } from '@contract/search-channels'
import { keywordLines, neighbours, sortLines } from '@domain/search/concordance'
import { fakeSearch } from './fake-search'

type Searching = { [N in keyof typeof SEARCH_CHANNELS]: (input: Input<N>) => Output<N> }
const NOW = '2026-11-25T12:04:00Z'

/** Answers of the fake bridge for the search: plain words over the articles in memory. */
export class FakeSearching {
  private saved: (Omit<SavedSearch, 'total' | 'fresh'> & { seen: Set<string>; removed: boolean })[] = []
  private history: { query: string; searchedAt: string }[] = []

  constructor(private readonly views: () => readonly ArticleView[]) {}

  readonly handlers: Searching = {
    'search.run': ({ query, newOf }) => {
      const found = fakeSearch(this.views(), query)
      const seen = newOf ? this.known(newOf).seen : null
      const hits = seen ? found.hits.filter((hit) => !seen.has(hit.id)) : found.hits
      return { ...found, hits, total: hits.length }
    },
    'search.facets': ({ query }) => this.facets(query),
    'search.concordance': ({ query, order = 'text', offset = 0, limit = 200 }) => {
      const { hits } = fakeSearch(this.views(), query)
      const lines = hits.flatMap((hit) => {
        const text = this.views().find((view) => view.id === hit.id)?.text ?? ''
        const { id, path, title, date, agency, language } = hit
        const article = { id, path, title, date, agency, language }
        return keywordLines(text, hit.spans).map((line) => ({ ...line, article }))
      })
      return {
        articles: hits.length,
        read: hits.length,
        total: lines.length,
        lines: sortLines(lines, order).slice(offset, offset + limit),
        left: neighbours(lines, 'left', 12),
        right: neighbours(lines, 'right', 12),
        message: null,
      }
    },
    'search.batch': ({ queries }) =>
      queries.map((query) => {
        const { total, hits, message } = fakeSearch(this.views(), query)
        const [first] = hits
        return {
          query,
          total,
          newest: first ? { date: first.date, path: first.path, title: first.title } : null,
          message,
        }
      }),
    'search.export': ({ queries, out }) => ({ out, rows: queries.length }),
    'search.saved': () => this.saved.filter(({ removed }) => !removed).map((search) => this.row(search)),
    'search.save': ({ id, name, query, spellings = true }) => {
      const known = this.saved.find((search) => search.id === id)
      if (known) return this.row(Object.assign(known, { name, query, spellings }))
      const seen = new Set(fakeSearch(this.views(), query).hits.map((hit) => hit.id))
      const made = {
        id: `search-${this.saved.length + 1}`,
        name,
        query,
        spellings,
        madeAt: NOW,
        lookedAt: NOW,
        seen,
        removed: false,
      }
      this.saved.push(made)
      return this.row(made)
    },
    'search.remove': ({ id }) => {
      this.known(id).removed = true
      return null
    },
    'search.restore': ({ id }) => {
      this.known(id).removed = false
      return null
    },
    'search.looked': ({ id }) => {
      const search = this.known(id)
      search.seen = new Set(fakeSearch(this.views(), search.query).hits.map((hit) => hit.id))
      return null
    },
    'search.history': () => this.history,
    'search.remember': ({ query }) => {
      this.history = [{ query, searchedAt: NOW }, ...this.history.filter((past) => past.query !== query)]
      return null
    },
    'search.forget': () => {
      this.history = []
      return null
    },
  }

  private known(id: string) {
    const search = this.saved.find((one) => one.id === id)
    if (!search) throw new DatelineError('not_found', 'This saved search does not exist (any more).')
    return search
  }

  private row({ seen, removed: _removed, ...search }: (typeof this.saved)[number]): SavedSearch {
    const { hits } = fakeSearch(this.views(), search.query)
    return { ...search, total: hits.length, fresh: hits.filter((hit) => !seen.has(hit.id)).length }
  }

  private facets(query: string): SearchFacets {
    const { hits } = fakeSearch(this.views(), query)
    const counted = (values: (string | null | undefined)[]) => {
      const counts = new Map<string, number>()
      for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
      return [...counts].map(([value, count]) => ({ value, count }))
    }
    const names = this.views()
      .filter((view) => hits.some((hit) => hit.id === view.id))
      .flatMap((view) => view.extraction?.entities ?? [])
    return {
      total: hits.length,
      facts: {
        day: counted(hits.map((hit) => hit.date?.slice(0, 10))).sort((a, b) => (a.value < b.value ? -1 : 1)),
        place: counted(hits.map((hit) => hit.place)),
        agency: counted(hits.map((hit) => hit.agency)),
        language: counted(hits.map((hit) => hit.language)),
        format: counted(hits.map((hit) => hit.format)),
      },
      entities: counted(names.map((entity) => entity.name)).map(({ value, count }) => ({
        name: value,
        type: names.find((entity) => entity.name === value)?.type ?? 'other',
        count,
      })),
      sampled: hits.length,
    }
  }
}
