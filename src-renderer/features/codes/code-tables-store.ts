import { useBridge } from '@/bridge/bridge'
import type { CodeTables, CodingView } from '@contract/codes'
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { useCodes } from './codes-store'

const EMPTY: CodeTables = { articles: [], cells: [], together: [] }

/** The passages of the chosen code, and the tables of the whole codebook; both follow every change. */
export const useCodeTables = defineStore('code-tables', () => {
  const bridge = useBridge()
  const toasts = useToasts()
  const codes = useCodes()
  const passages = shallowRef<readonly CodingView[]>([])
  const tables = shallowRef<CodeTables>(EMPTY)
  /** Whether a code also counts what stands under the codes below it. */
  const withChildren = ref(true)

  async function load(): Promise<void> {
    const codeId = codes.selectedId
    try {
      const [found, counted] = await Promise.all([
        codeId === null ? [] : bridge.call('code.passages', { codeId, withChildren: withChildren.value }),
        bridge.call('code.tables', { withChildren: withChildren.value }),
      ])
      if (codes.selectedId !== codeId) return
      passages.value = found
      tables.value = counted
    } catch (error) {
      toasts.problem(error)
    }
  }

  watch(
    () => [codes.selectedId, codes.codes, codes.codings, withChildren.value],
    () => void load(),
    { immediate: true },
  )
  return { passages, tables, withChildren, load }
})
