import { useBridge } from '@/bridge/bridge'
import { type Fault, toFault } from '@contract/errors'
import type { AttentionRow } from '@contract/workspace'
import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { useWorkspace } from '@/features/workspace/workspace-store'

/** The files that were read in part or not at all, with the reason. */
export const useAttention = defineStore('attention', () => {
  const bridge = useBridge()
  const workspace = useWorkspace()
  const toasts = useToasts()
  const rows = shallowRef<AttentionRow[]>([])
  const failure = shallowRef<Fault | null>(null)

  async function load(): Promise<void> {
    if (!workspace.info) return
    try {
      rows.value = await bridge.call('workspace.attention')
      failure.value = null
    } catch (error) {
      failure.value = toFault(error)
    }
  }

  async function copyList(): Promise<void> {
    const text = rows.value.map(({ path, state, reason }) => `${path}\t${state}\t${reason}`).join('\n')
    try {
      await bridge.call('app.copyText', { text })
      toasts.show('The list is on the clipboard.')
    } catch (error) {
      toasts.problem(error)
    }
  }

  watch(
    () => [workspace.info?.id, workspace.status.attention],
    () => void load(),
    { immediate: true },
  )

  return { rows, failure, load, copyList, retry: workspace.rescan }
})
