import { useBridge } from '@/bridge/bridge'
import type { ArticleRow } from '@contract/article'
import { type Fault, toFault } from '@contract/errors'
import type { Facets, LibraryQuery } from '@contract/search'
import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowReactive, shallowRef } from 'vue'

export const SORTS = ['date', 'title', 'place', 'agency', 'path'] as const
export type LibrarySort = (typeof SORTS)[number]

export interface LibraryFilter {
  sort: LibrarySort
  descending: boolean
  unreadOnly: boolean
  starredOnly: boolean
  from: string | null
  to: string | null
  place: string | null
  agency: string | null
  language: string | null
}

const PAGE = 200
const NO_FILTER: LibraryFilter = {
  sort: 'date',
  descending: true,
  unreadOnly: false,
  starredOnly: false,
  from: null,
  to: null,
  place: null,
  agency: null,
  language: null,
}

/** The articles of the workspace, read in pages as the list scrolls. */
export const useLibrary = defineStore('library', () => {
  const bridge = useBridge()
  const filter = reactive<LibraryFilter>({ ...NO_FILTER })
  const total = ref(0)
  /** Rows by their place in the list; a place not yet read is missing. */
  const rows = shallowReactive(new Map<number, ArticleRow>())
  const facets = shallowRef<Facets>({ days: [], places: [], agencies: [], languages: [] })
  const loading = ref(false)
  const failure = shallowRef<Fault | null>(null)
  /** Place of the row the keyboard stands on. */
  const cursor = ref(0)
  let generation = 0
  const asked = new Set<number>()

  const filtered = computed(
    () =>
      filter.unreadOnly ||
      filter.starredOnly ||
      Boolean(filter.from ?? filter.to ?? filter.place ?? filter.agency ?? filter.language),
  )

  async function readPage(page: number): Promise<void> {
    if (asked.has(page)) return
    asked.add(page)
    const mine = generation
    try {
      const query: LibraryQuery = { ...filter, offset: page * PAGE, limit: PAGE }
      const answer = await bridge.call('library.list', query)
      if (mine !== generation) return
      total.value = answer.total
      answer.rows.forEach((row, i) => rows.set(page * PAGE + i, row))
      failure.value = null
    } catch (error) {
      if (mine !== generation) return
      asked.delete(page)
      failure.value = toFault(error)
    }
  }

  /** Makes sure that the rows from `first` to `last` are there or on their way. */
  function want(first: number, last: number): void {
    for (let page = Math.floor(first / PAGE); page <= Math.floor(Math.max(first, last) / PAGE); page++)
      void readPage(page)
  }

  /** Reads the list anew; what is shown stays until the first page of the new one is here. */
  async function reload(): Promise<void> {
    generation += 1
    asked.clear()
    loading.value = true
    const mine = generation
    const shown = Math.floor(cursor.value / PAGE)
    await Promise.all([readPage(0), shown > 0 ? readPage(shown) : null])
    if (mine !== generation) return
    for (const place of [...rows.keys()])
      if (place >= total.value || !asked.has(Math.floor(place / PAGE))) rows.delete(place)
    cursor.value = Math.min(cursor.value, Math.max(0, total.value - 1))
    loading.value = false
  }

  async function readFacets(): Promise<void> {
    try {
      facets.value = await bridge.call('library.facets')
    } catch (error) {
      failure.value = toFault(error)
    }
  }

  async function change(next: Partial<LibraryFilter>): Promise<void> {
    Object.assign(filter, next)
    cursor.value = 0
    await reload()
  }

  const clearFilter = () => change({ ...NO_FILTER, sort: filter.sort, descending: filter.descending })

  /** Changes marks of a row at once; the engine is told by whoever calls this. */
  function patch(id: string, changes: Partial<ArticleRow>): void {
    for (const [place, row] of rows) if (row.id === id) rows.set(place, { ...row, ...changes })
  }

  async function star(id: string, starred: boolean): Promise<void> {
    patch(id, { starred })
    try {
      await bridge.call('article.mark', { id, starred })
    } catch (error) {
      patch(id, { starred: !starred })
      throw error
    }
  }

  async function markRead(id: string, read: boolean): Promise<void> {
    patch(id, { read })
    await bridge.call('article.mark', { id, read })
  }

  /** The next article after the cursor that has not been read, or null. */
  function nextUnread(): ArticleRow | null {
    const places = [...rows.keys()].sort((a, b) => a - b)
    const after = [
      ...places.filter((place) => place > cursor.value),
      ...places.filter((place) => place <= cursor.value),
    ]
    const place = after.find((candidate) => rows.get(candidate)?.read === false)
    if (place === undefined) return null
    cursor.value = place
    return rows.get(place) ?? null
  }

  // While a folder is read, changes come many times a second; the list follows at a calm pace.
  const follow = useThrottleFn(() => Promise.all([reload(), readFacets()]), 1_500, true)
  bridge.on('articles.changed', () => void follow())
  bridge.on('notes.changed', () => void follow())

  async function start(): Promise<void> {
    cursor.value = 0
    rows.clear()
    total.value = 0
    await Promise.all([reload(), readFacets()])
  }

  return {
    filter,
    filtered,
    total,
    rows,
    facets,
    loading,
    failure,
    cursor,
    want,
    reload,
    change,
    clearFilter,
    patch,
    star,
    markRead,
    nextUnread,
    start,
  }
})
