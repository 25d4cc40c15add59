import { useBridge } from '@/bridge/bridge'
import { type Fault, toFault } from '@contract/errors'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useLayout } from '@/features/layout/layout-store'
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

interface Asking {
  /** The view in which somebody looks at the answer. */
  view: ReturnType<typeof useLayout>['view']
  ask: () => Promise<void>
  /** Called when another folder opens. */
  forget: () => void
}

/** Keeps the answer to a question about the whole folder new: asked whenever the folder has settled anew, of a large one only when somebody looks. */
export function useAskedOfFolder({ view, ask, forget }: Asking) {
  const workspace = useWorkspace()
  const layout = useLayout()
  const ready = useFolderReady()
  const loading = ref(false)
  const failure = shallowRef<Fault | null>(null)
  let askedFor = ''

  async function load(): Promise<void> {
    if (!workspace.info || loading.value) return
    const state = ready.settled
    loading.value = true
    try {
      await ask()
      failure.value = null
      askedFor = state
    } catch (error) {
      failure.value = toFault(error)
    } finally {
      loading.value = false
    }
    // The folder settled while this was under way: what came may be of before.
    if (ready.settled && ready.settled !== askedFor && !failure.value) await load()
  }
  watch(
    () => [ready.settled, layout.view === view, workspace.info?.id] as const,
    ([state, looking, id], before) => {
      if (id !== before?.[2]) {
        forget()
        failure.value = null
        askedFor = ''
      }
      if ((state && state !== askedFor && (ready.small || looking)) || (looking && !before?.[1])) void load()
    },
    { immediate: true },
  )
  return { loading, failure, load }
}
