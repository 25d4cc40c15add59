import { useBridge } from '@/bridge/bridge'
import type { BriefingRow, VerifyReport } from '@contract/briefing'
import { type Fault, toFault } from '@contract/errors'
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { useLayout } from '@/features/layout/layout-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { useBriefingEditor } from './briefing-editor-store'

export interface BriefingDraft {
  noteIds: string[]
  title: string
  marking: string
  author: string
}

/** The briefings of the workspace, making a new one of notes, and checking one that came from elsewhere. */
export const useBriefingList = defineStore('briefing-list', () => {
  const bridge = useBridge()
  const workspace = useWorkspace()
  const layout = useLayout()
  const toasts = useToasts()
  const editor = useBriefingEditor()
  const rows = shallowRef<BriefingRow[]>([])
  const failure = shallowRef<Fault | null>(null)
  const making = ref(false)
  const busy = ref(false)
  const verified = shallowRef<{ file: string; report: VerifyReport } | null>(null)

  async function load(): Promise<void> {
    if (!workspace.info) return
    try {
      rows.value = await bridge.call('briefing.list')
      failure.value = null
    } catch (error) {
      failure.value = toFault(error)
    }
  }

  /** Shows the briefings and asks for the notes of a new one. */
  function begin(): void {
    layout.show('briefings')
    making.value = true
  }

  async function make(draft: BriefingDraft): Promise<boolean> {
    busy.value = true
    try {
      const { id } = await bridge.call('briefing.fromNotes', draft)
      making.value = false
      await Promise.all([load(), editor.open(id)])
      return true
    } catch (error) {
      toasts.problem(error)
      return false
    } finally {
      busy.value = false
    }
  }

  /** Deletes a briefing; the undo writes it again from what was read before. */
  async function remove(id: string): Promise<void> {
    try {
      if (editor.id === id) await editor.flush()
      const before = await bridge.call('briefing.get', { id })
      await bridge.call('briefing.remove', { id })
      if (editor.id === id) editor.leave()
      await load()
      toasts.undoable(`“${before.title || 'Untitled briefing'}” was deleted.`, () => {
        void bridge
          .call('briefing.save', { ...before, id: null, expectedRevision: 0 })
          .then(load)
          .catch(toasts.problem)
      })
    } catch (error) {
      toasts.problem(error)
    }
  }

  /** Asks for a briefing's file and holds each of its sentences against the open folder. */
  async function verify(): Promise<void> {
    layout.show('briefings')
    try {
      const file = await bridge.call('dialog.openFile')
      if (file) await check(file)
    } catch (error) {
      toasts.problem(error)
    }
  }

  const showFile = (path: string) => bridge.call('app.showFile', { path }).catch(toasts.problem)

  /** Holds a briefing's file against the open folder and shows what came of it. */
  async function check(file: string): Promise<void> {
    try {
      busy.value = true
      verified.value = { file, report: await bridge.call('briefing.verify', { file }) }
    } catch (error) {
      toasts.problem(error)
    } finally {
      busy.value = false
    }
  }

  watch(
    () => [workspace.info?.id, editor.id, editor.revision],
    () => void load(),
    { immediate: true },
  )

  return { rows, failure, making, busy, verified, load, begin, make, remove, verify, check, showFile }
})
