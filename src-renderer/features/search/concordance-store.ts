import { useBridge } from '@/bridge/bridge'
import { type Fault, toFault } from '@contract/errors'
import type { Concordance } from '@contract/search'
import type { LineOrder } from '@domain/search/concordance'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useSearch } from './search-store'

const MOST_LINES = 2000

/** Every place of the search's words with what stands around it, sorted by a word beside it. */
export const useConcordance = defineStore('concordance', () => {
  const bridge = useBridge()
  const search = useSearch()
  const concordance = shallowRef<Concordance | null>(null)
  const failure = shallowRef<Fault | null>(null)
  const order = ref<LineOrder>('text')
  const cursor = ref(0)
  let generation = 0

  async function read(): Promise<void> {
    generation += 1
    const mine = generation
    if (search.asked === '') {
      concordance.value = null
      return
    }
    try {
      const answer = await bridge.call('search.concordance', {
        query: search.asked,
        spellings: search.spellings,
        order: order.value,
        limit: MOST_LINES,
      })
      if (mine !== generation) return
      concordance.value = answer
      failure.value = null
      cursor.value = 0
    } catch (error) {
      if (mine === generation) failure.value = toFault(error)
    }
  }

  async function sortBy(next: LineOrder): Promise<void> {
    order.value = next
    await read()
  }

  /** Reads anew with each new result while somebody looks; returns what ends it. */
  const follow = () =>
    watch(
      () => search.result,
      () => void read(),
      { immediate: true },
    )

  return {
    concordance,
    lines: computed(() => concordance.value?.lines ?? []),
    failure,
    order,
    cursor,
    read,
    sortBy,
    follow,
  }
})
