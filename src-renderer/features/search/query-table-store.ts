import { useBridge } from '@/bridge/bridge'
import { type Fault, toFault } from '@contract/errors'
import type { BatchRow } from '@contract/search'
import { useToasts } from '@/features/feedback/toast-store'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useSearch } from './search-store'

const MOST_QUERIES = 2000

/** Many queries at once: a table of how often each is found, and files of hits, lines or the table. */
export const useQueryTable = defineStore('query-table', () => {
  const bridge = useBridge()
  const search = useSearch()
  const toasts = useToasts()
  /** One query a line, as typed or read from a file. */
  const text = ref('')
  const rows = shallowRef<BatchRow[] | null>(null)
  const failure = shallowRef<Fault | null>(null)
  const running = ref(false)
  const queries = computed(() =>
    text.value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(0, MOST_QUERIES),
  )

  async function run(): Promise<void> {
    if (queries.value.length === 0) return
    running.value = true
    try {
      rows.value = await bridge.call('search.batch', { queries: queries.value, spellings: search.spellings })
      failure.value = null
    } catch (error) {
      failure.value = toFault(error)
    } finally {
      running.value = false
    }
  }

  /** Asks where, and writes hits or lines of the search, or the table of all queries. */
  async function write(what: 'hits' | 'lines' | 'batch', format: 'csv' | 'json'): Promise<void> {
    const asked = what === 'batch' ? queries.value : [search.asked]
    const names = { hits: 'hits', lines: 'in context', batch: 'queries' }
    try {
      const out = await bridge.call('dialog.saveFile', { suggestedName: `${names[what]}.${format}` })
      if (out === null) return
      const report = await bridge.call('search.export', {
        what,
        queries: asked,
        spellings: search.spellings,
        format,
        out,
      })
      toasts.show(`${report.rows.toLocaleString('en')} lines were written to ${report.out}`)
    } catch (error) {
      toasts.problem(error)
    }
  }

  return { text, queries, rows, failure, running, run, write }
})
