import { useBridge } from '@/bridge/bridge'
import { type Fault, toFault } from '@contract/errors'
import type { PastSearch, SavedSearch } from '@contract/search'
import { useToasts } from '@/features/feedback/toast-store'
import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useSearch } from './search-store'

/** The searches that are kept, with what is new since the last look at each, and what was searched for before. */
export const useSavedSearches = defineStore('saved-searches', () => {
  const bridge = useBridge()
  const search = useSearch()
  const toasts = useToasts()
  const saved = shallowRef<SavedSearch[]>([])
  const history = shallowRef<PastSearch[]>([])
  const failure = shallowRef<Fault | null>(null)
  /** Whether somebody looks, and the counts must follow the folder. */
  let shown = false

  async function read(): Promise<void> {
    try {
      const [kept, past] = await Promise.all([bridge.call('search.saved'), bridge.call('search.history')])
      saved.value = kept
      history.value = past
      failure.value = null
    } catch (error) {
      failure.value = toFault(error)
    }
  }
  const readSoon = useThrottleFn(read, 3_000, true)
  bridge.on('articles.changed', () => {
    if (shown) void readSoon()
  })

  function follow(): () => void {
    shown = true
    void read()
    return () => (shown = false)
  }

  /** Keeps the search as it is, with its filters. */
  async function keep(name: string): Promise<void> {
    await bridge.call('search.save', { id: null, name, query: search.asked, spellings: search.spellings })
    await read()
    toasts.show(`Kept as “${name}”.`)
  }

  async function rename({ id, query, spellings }: SavedSearch, name: string): Promise<void> {
    await bridge.call('search.save', { id, name, query, spellings })
    await read()
  }

  async function remove({ id, name }: SavedSearch): Promise<void> {
    await bridge.call('search.remove', { id })
    await read()
    toasts.undoable(`“${name}” was removed.`, () => {
      void bridge.call('search.restore', { id }).then(read).catch(toasts.problem)
    })
  }

  /** Runs a kept search; `fresh` shows only what is new. Looking at it makes everything seen. */
  async function open(kept: SavedSearch, fresh: boolean): Promise<void> {
    const { id, name, query, spellings } = kept
    await search.start(query, { spellings, newOf: fresh ? { id, name } : null })
    if (fresh || kept.fresh === 0) return
    await bridge.call('search.looked', { id })
    await read()
  }

  /** What is new was looked at. */
  async function markSeen(id: string): Promise<void> {
    await bridge.call('search.looked', { id })
    await read()
  }

  /** Puts the search into the history, once something came of it. */
  async function remember(): Promise<void> {
    const query = search.asked
    if (query !== '' && history.value[0]?.query !== query)
      await bridge.call('search.remember', { query }).catch(() => null)
  }

  async function forget(): Promise<void> {
    await bridge.call('search.forget')
    await read()
  }

  const isKept = computed(() => saved.value.some(({ query }) => query === search.asked))
  return { saved, history, failure, isKept, read, follow, keep, rename, remove, open, markSeen, remember, forget }
})
