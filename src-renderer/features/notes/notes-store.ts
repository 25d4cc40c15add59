import { useBridge } from '@/bridge/bridge'
import { useToasts } from '@/features/feedback/toast-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import type { NoteRow } from '@contract/casebook'
import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'

/** The notes of the workspace, newest first, as the casebook has them. */
export const useNotes = defineStore('notes', () => {
  const bridge = useBridge()
  const workspace = useWorkspace()
  const toasts = useToasts()
  const rows = shallowRef<NoteRow[]>([])

  async function load(): Promise<void> {
    try {
      rows.value = workspace.info ? await bridge.call('note.list', { articleId: null }) : []
    } catch (error) {
      toasts.problem(error)
    }
  }

  /** Puts a note into the bin; the undo takes it out again. */
  async function remove(id: string): Promise<void> {
    try {
      await bridge.call('note.remove', { id })
      await load()
      toasts.undoable('Note moved to the bin.', () => void restore(id))
    } catch (error) {
      toasts.problem(error)
    }
  }
  async function restore(id: string): Promise<void> {
    try {
      await bridge.call('note.restore', { id, revision: null })
      await load()
    } catch (error) {
      toasts.problem(error)
    }
  }

  bridge.on('notes.changed', () => void load())
  watch(
    () => workspace.info?.id,
    () => void load(),
    { immediate: true },
  )

  return { rows, load, remove, restore }
})
