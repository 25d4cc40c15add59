import { useBridge } from '@/bridge/bridge'
import { type Fault, toFault } from '@contract/errors'
import type { EntityRow } from '@contract/search'
import type { EntityType } from '@domain/extract/types'
import { fold } from '@domain/text/normalise'
import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { entityKey } from './entity-groups'
import { useEntitySelection } from './entity-selection-store'

const MOST = 5_000

/** The names of the whole workspace, most often mentioned first. */
export const useCorpusEntities = defineStore('corpus-entities', () => {
  const bridge = useBridge()
  const workspace = useWorkspace()
  const selection = useEntitySelection()
  const rows = shallowRef<EntityRow[]>([])
  const type = ref<EntityType | null>(null)
  const words = ref('')
  const cursor = ref(0)
  const failure = shallowRef<Fault | null>(null)

  const found = computed(() => {
    const wanted = fold(words.value.trim())
    if (!wanted) return rows.value
    return rows.value.filter((row) => [row.name, ...row.aliases].some((name) => fold(name).includes(wanted)))
  })

  async function load(): Promise<void> {
    if (!workspace.info) return
    try {
      rows.value = await bridge.call('entity.list', { type: type.value, limit: MOST })
      failure.value = null
    } catch (error) {
      failure.value = toFault(error)
    }
  }

  function choose(next: EntityType | null): void {
    type.value = next
    cursor.value = 0
    void load()
  }

  const loadSoon = useThrottleFn(load, 3_000, true)
  bridge.on('article.analysed', () => void loadSoon())
  bridge.on('decisions.changed', () => void load())
  watch(words, () => (cursor.value = 0))
  watch(
    () => workspace.info?.id,
    () => void load(),
    { immediate: true },
  )

  return {
    found,
    type,
    words,
    cursor,
    failure,
    load,
    choose,
    select: (row: EntityRow) => selection.select(entityKey(row.type, row.name)),
  }
})
