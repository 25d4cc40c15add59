import { useBridge } from '@/bridge/bridge'
import { type Fault, toFault } from '@contract/errors'
import type { Hit, SearchResult } from '@contract/search'
import { isNarrowed, narrowQuery, NO_FILTERS, type SearchFilters } from '@domain/search/narrow-query'
import type { Range } from '@domain/text/span'
import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { stepThroughHits } from './hit-steps'

const PAGE = 100

/** A kept search whose new articles alone are shown. */
export interface NewOf {
  id: string
  name: string
}

/** One search over the whole workspace: its words, its filters, its hits, and where in the open articles they are. */
export const useSearch = defineStore('search', () => {
  const bridge = useBridge()
  const query = ref('')
  const filters = shallowRef<SearchFilters>(NO_FILTERS)
  /** Whether names are found in other spellings and scripts. */
  const spellings = ref(true)
  const newOf = shallowRef<NewOf | null>(null)
  const sort = ref<'relevance' | 'date'>('relevance')
  const result = shallowRef<SearchResult | null>(null)
  const failure = shallowRef<Fault | null>(null)
  const running = ref(false)
  const cursor = ref(0)
  /** The hit F3 went to last. */
  const current = shallowRef<{ articleId: string; index: number } | null>(null)
  let generation = 0

  const hits = computed<Hit[]>(() => result.value?.hits ?? [])
  const byArticle = computed(() => new Map(hits.value.map((hit) => [hit.id, hit])))
  /** Words and filters together, in the search language. */
  const asked = computed(() => narrowQuery(query.value, filters.value))
  const narrowed = computed(() => isNarrowed(filters.value))

  /** Enter asks at once: what typing had still to ask is asked by then, and a second answer would take the reader's place in the hits. */
  let waiting = false

  async function run(offset = 0): Promise<void> {
    const words = asked.value
    generation += 1
    waiting = false
    const mine = generation
    if (!words) {
      result.value = null
      failure.value = null
      running.value = false
      return
    }
    running.value = true
    try {
      const answer = await bridge.call('search.run', {
        query: words,
        spellings: spellings.value,
        newOf: newOf.value?.id ?? null,
        sort: sort.value,
        limit: PAGE,
        offset,
      })
      if (mine !== generation) return
      result.value = offset > 0 && result.value ? { ...answer, hits: [...result.value.hits, ...answer.hits] } : answer
      failure.value = null
      if (offset === 0) {
        cursor.value = 0
        current.value = null
      }
    } catch (error) {
      if (mine === generation) failure.value = toFault(error)
    } finally {
      if (mine === generation) running.value = false
    }
  }

  const runWaiting = useDebounceFn(() => (waiting ? run() : undefined), 120)
  function runSoon(): void {
    waiting = true
    void runWaiting()
  }
  // Nothing found while the folder is still being read may be found a moment later.
  bridge.on('articles.changed', () => {
    if (result.value?.total === 0) runSoon()
  })

  function type(words: string): void {
    query.value = words
    newOf.value = null
    runSoon()
  }

  async function change(next: {
    sort?: 'relevance' | 'date'
    filters?: SearchFilters
    spellings?: boolean
    newOf?: NewOf | null
  }): Promise<void> {
    sort.value = next.sort ?? sort.value
    filters.value = next.filters ?? filters.value
    spellings.value = next.spellings ?? spellings.value
    if (next.newOf !== undefined) newOf.value = next.newOf
    await run()
  }

  /** Runs another search from its start, as a kept or past one. */
  async function start(words: string, how: { spellings?: boolean; newOf?: NewOf | null } = {}): Promise<void> {
    query.value = words
    await change({ filters: NO_FILTERS, newOf: null, ...how })
  }

  const more = () =>
    result.value && hits.value.length < result.value.total && !running.value ? run(hits.value.length) : undefined

  /** Where the words found stand in an article. */
  const spansIn = (articleId: string): readonly Range[] => byArticle.value.get(articleId)?.spans ?? []

  /** The hit after (or before) the current one: in the article shown, else in the next article of the list; null when nothing is found. */
  function step(direction: 1 | -1, shownArticle: string | null): { articleId: string; span: Range } | null {
    const next = stepThroughHits(hits.value, { direction, shownArticle, current: current.value })
    if (!next) return null
    current.value = { articleId: next.articleId, index: next.index }
    return { articleId: next.articleId, span: next.span }
  }

  return {
    query,
    filters,
    spellings,
    newOf,
    sort,
    asked,
    narrowed,
    result,
    hits,
    failure,
    running,
    cursor,
    current,
    run,
    type,
    change,
    start,
    sortBy: (next: 'relevance' | 'date') => change({ sort: next }),
    more,
    spansIn,
    step,
  }
})
