import { useBridge } from '@/bridge/bridge'
import { type Fault, toFault } from '@contract/errors'
import type { Hit, SearchResult } from '@contract/search'
import type { Range } from '@domain/text/span'
import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

const PAGE = 100

/** One search over the whole workspace: its words, its hits, and where in the open articles they are. */
export const useSearch = defineStore('search', () => {
  const bridge = useBridge()
  const query = ref('')
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

  async function run(offset = 0): Promise<void> {
    const words = query.value.trim()
    generation += 1
    const mine = generation
    if (!words) {
      result.value = null
      failure.value = null
      running.value = false
      return
    }
    running.value = true
    try {
      const answer = await bridge.call('search.run', { query: words, sort: sort.value, limit: PAGE, offset })
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

  const runSoon = useDebounceFn(() => run(), 120)
  // Nothing found while the folder is still being read may be found a moment later.
  bridge.on('articles.changed', () => {
    if (result.value?.total === 0) void runSoon()
  })

  function type(words: string): void {
    query.value = words
    void runSoon()
  }

  async function sortBy(next: 'relevance' | 'date'): Promise<void> {
    sort.value = next
    await run()
  }

  const more = () =>
    result.value && hits.value.length < result.value.total && !running.value ? run(hits.value.length) : undefined

  /** Where the words found stand in an article. */
  const spansIn = (articleId: string): readonly Range[] => byArticle.value.get(articleId)?.spans ?? []

  /**
   * The hit after (or before) the current one: in the article shown, else in the next article of the list.
   * Null when nothing is found.
   */
  function step(direction: 1 | -1, shownArticle: string | null): { articleId: string; span: Range } | null {
    if (hits.value.length === 0) return null
    const from = current.value && byArticle.value.has(current.value.articleId) ? current.value : null
    const articleId = shownArticle && byArticle.value.has(shownArticle) ? shownArticle : from?.articleId
    const place = hits.value.findIndex((hit) => hit.id === articleId)
    const index =
      from && from.articleId === articleId
        ? from.index + direction
        : direction > 0
          ? 0
          : spansIn(articleId ?? '').length - 1
    const here = place < 0 ? undefined : hits.value[place]?.spans[index]
    if (here && articleId) {
      current.value = { articleId, index }
      return { articleId, span: here }
    }
    const count = hits.value.length
    const next = hits.value[place < 0 ? 0 : (place + direction + count) % count]
    const nextIndex = direction > 0 ? 0 : (next?.spans.length ?? 1) - 1
    const span = next?.spans[nextIndex]
    if (!next || !span) return null
    current.value = { articleId: next.id, index: nextIndex }
    return { articleId: next.id, span }
  }

  return { query, sort, result, hits, failure, running, cursor, current, run, type, sortBy, more, spansIn, step }
})
