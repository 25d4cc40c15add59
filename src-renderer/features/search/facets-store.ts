import { useBridge } from '@/bridge/bridge'
import type { SearchFacets } from '@contract/search'
import { NO_FILTERS, type SearchFilters } from '@domain/search/narrow-query'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useSearch } from './search-store'

export const LISTED_FACTS = ['place', 'agency', 'language', 'format'] as const
export type ListedFact = (typeof LISTED_FACTS)[number]

/** What the hits are like, counted anew with every search; each value narrows it. */
export const useFacets = defineStore('search-facets', () => {
  const bridge = useBridge()
  const search = useSearch()
  const facets = shallowRef<SearchFacets | null>(null)
  let generation = 0

  async function read(): Promise<void> {
    generation += 1
    const mine = generation
    if (search.asked === '') facets.value = null
    else {
      try {
        const answer = await bridge.call('search.facets', { query: search.asked, spellings: search.spellings })
        if (mine === generation) facets.value = answer
      } catch {
        // The search itself says what is wrong.
        if (mine === generation) facets.value = null
      }
    }
  }

  /** Counts with each new result while somebody looks; returns what ends it. */
  const follow = () =>
    watch(
      () => search.result,
      () => void read(),
      { immediate: true },
    )

  const toggled = (values: readonly string[], value: string) =>
    values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
  const narrow = (next: Partial<SearchFilters>) => search.change({ filters: { ...search.filters, ...next } })

  return {
    facets,
    chosen: computed(() => search.filters),
    follow,
    toggleFact: (fact: ListedFact, value: string) => narrow({ [fact]: toggled(search.filters[fact], value) }),
    toggleName: (name: string) => narrow({ names: toggled(search.filters.names, name) }),
    chooseDates: (from: string | null, to: string | null) => narrow({ from, to }),
    clear: () => search.change({ filters: NO_FILTERS }),
  }
})
