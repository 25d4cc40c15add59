import { useBridge } from '@/bridge/bridge'
import type { NoteRow, Revision } from '@contract/casebook'
import { type Fault, toFault } from '@contract/errors'
import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { usePanes } from '@/features/reader/panes-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { useNoteEditor } from './note-editor-store'

/** All notes of the workspace, those of the open panes, the bin, and the versions of the open note. */
export const useNoteList = defineStore('note-list', () => {
  const bridge = useBridge()
  const toasts = useToasts()
  const editor = useNoteEditor()
  const panes = usePanes()
  const workspace = useWorkspace()

  const all = shallowRef<NoteRow[]>([])
  const bin = shallowRef<NoteRow[]>([])
  const here = shallowRef<NoteRow[]>([])
  const revisions = shallowRef<Revision[] | null>(null)
  const failure = shallowRef<Fault | null>(null)
  const words = ref('')

  const found = computed(() => {
    const wanted = words.value.trim().toLowerCase()
    return all.value.filter((note) => `${note.title} ${note.preview}`.toLowerCase().includes(wanted))
  })
  const titles = computed<ReadonlyMap<string, string>>(() => new Map(all.value.map((note) => [note.id, note.title])))

  async function load(): Promise<void> {
    if (!workspace.info) return
    try {
      const [notes, removed] = await Promise.all([
        bridge.call('note.list', { articleId: null }),
        bridge.call('note.bin'),
      ])
      all.value = notes
      bin.value = removed
      failure.value = null
      await loadHere()
    } catch (error) {
      failure.value = toFault(error)
    }
  }

  async function loadHere(): Promise<void> {
    const lists = await Promise.all(
      panes.openIds.map((articleId) => bridge.call('note.list', { articleId }).catch(() => [])),
    )
    const seen = new Map(lists.flat().map((note) => [note.id, note]))
    here.value = [...seen.values()].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  }

  /** Puts a note into the bin; the undo brings it back as it was. */
  async function remove(id: string, title: string): Promise<void> {
    if (editor.id === id && !(await editor.flush())) return
    try {
      await bridge.call('note.remove', { id })
      if (editor.id === id) editor.leave()
      await load()
      toasts.undoable(`“${title || 'Untitled note'}” is in the bin.`, () => void restore(id))
    } catch (error) {
      toasts.problem(error)
    }
  }

  /** Brings a note back from the bin, or back to an earlier version, which becomes its newest one. */
  async function restore(id: string, revision: number | null = null): Promise<void> {
    if (editor.id === id && !(await editor.flush())) return
    try {
      await bridge.call('note.restore', { id, revision })
      editor.leave()
      await editor.open(id)
      await load()
      if (revisions.value) await loadRevisions(id)
    } catch (error) {
      toasts.problem(error)
    }
  }

  async function loadRevisions(id: string): Promise<void> {
    try {
      revisions.value = await bridge.call('note.revisions', { id })
    } catch (error) {
      toasts.problem(error)
    }
  }

  const loadSoon = useDebounceFn(load, 150, { maxWait: 1_000 })
  bridge.on('notes.changed', () => void loadSoon())
  watch(
    () => [editor.id, editor.revision],
    () => void loadSoon(),
  )
  watch(
    () => editor.id,
    () => (revisions.value = null),
  )
  watch(
    () => panes.openIds.join(),
    () => void loadHere(),
  )
  watch(
    () => workspace.info?.id,
    () => void load(),
    { immediate: true },
  )

  return { all, bin, here, found, titles, revisions, failure, words, load, remove, restore, loadRevisions }
})
