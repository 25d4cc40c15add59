import { useBridge } from '@/bridge/bridge'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useWorkspace } from '@/features/workspace/workspace-store'

/** A folder larger than this is compared only when somebody looks: it takes a core for a minute or more. */
const COMPARED_UNASKED = 30_000

/** How far the open folder is ready to be held against itself. */
export const useFolderReady = defineStore('folder-ready', () => {
  const workspace = useWorkspace()
  /** Corrections made since: names decide which articles tell one story. */
  const corrections = ref(0)
  useBridge().on('decisions.changed', () => (corrections.value += 1))
  const coming = computed(() => workspace.status.analysis.total - workspace.status.analysis.done)
  /** Changes whenever the whole folder has been analysed anew; '' while something is still coming. */
  const settled = computed(() =>
    workspace.info && coming.value === 0 && workspace.status.phase === 'idle' && workspace.status.articles > 0
      ? `${workspace.info.id} ${workspace.status.articles} ${workspace.status.analysis.done} ${corrections.value}`
      : '',
  )
  const small = computed(() => workspace.status.articles <= COMPARED_UNASKED)
  return { coming, settled, small }
})
