import { useBridge } from '@/bridge/bridge'
import type { EntityRow } from '@contract/search'
import type { Span } from '@domain/text/span'
import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { useEntitySelection } from './entity-selection-store'

/** What the whole workspace knows of the selected entity, and why one of its mentions is claimed. */
export const useEntityFacts = defineStore('entity-facts', () => {
  const bridge = useBridge()
  const selection = useEntitySelection()
  const toasts = useToasts()
  const corpus = shallowRef<EntityRow | null>(null)
  const reasons = shallowRef<{ words: string; list: string[] } | null>(null)

  watch(
    () => selection.selectedKey,
    async (key) => {
      corpus.value = null
      reasons.value = null
      const entity = selection.selected
      if (!entity) return
      const rows = await bridge.call('entity.list', { type: entity.type, name: entity.name, limit: 20 }).catch(() => [])
      // Another entity may have been chosen while this one was looked up.
      if (selection.selectedKey === key) corpus.value = rows.find((row) => row.name === entity.name) ?? rows[0] ?? null
    },
    { immediate: true },
  )
  watch(
    () => selection.current,
    () => (reasons.value = null),
  )

  /** Asks why a mention is claimed; asking again folds the answer away. */
  async function askWhy(articleId: string, { start, end, text }: Span): Promise<void> {
    if (reasons.value) {
      reasons.value = null
      return
    }
    try {
      reasons.value = { words: text, list: await bridge.call('entity.why', { articleId, start, end }) }
    } catch (error) {
      toasts.problem(error)
    }
  }

  return { corpus, reasons, askWhy }
})
