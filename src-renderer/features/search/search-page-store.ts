import { defineStore } from 'pinia'
import { ref } from 'vue'

export type SearchPage = 'lines' | 'saved' | 'table'

/** What the middle shows beside the results: a page about the search, or (null) the articles. */
export const useSearchPage = defineStore('search-page', () => {
  const page = ref<SearchPage | null>(null)
  const filtersOpen = ref(false)
  /** Hits of one wire family are shown as one. */
  const byOrigin = ref(false)
  const toggle = (next: SearchPage): void => {
    page.value = page.value === next ? null : next
  }
  return { page, filtersOpen, byOrigin, toggle }
})
