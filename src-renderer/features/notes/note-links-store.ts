import { useBridge } from '@/bridge/bridge'
import type { NoteLinkView, NoteRow } from '@contract/casebook'
import type { NoteLink } from '@domain/evidence/note-links'
import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { useEntitySelection } from '@/features/entities/entity-selection-store'
import { useToasts } from '@/features/feedback/toast-store'
import { usePanes } from '@/features/reader/panes-store'
import { useNoteEditor } from './note-editor-store'

/** The links of the open note, the notes that link to it, and the way along a link. */
export const useNoteLinks = defineStore('note-links', () => {
  const bridge = useBridge()
  const toasts = useToasts()
  const editor = useNoteEditor()
  const panes = usePanes()
  const entities = useEntitySelection()
  const links = shallowRef<readonly NoteLinkView[]>([])
  const back = shallowRef<readonly NoteRow[]>([])
  /** Whether the list of targets is open, to put a link where the cursor stands. */
  const asking = ref(false)
  /** Puts a link where the cursor stands; set by the editor while it is shown. */
  const inserter = shallowRef<((link: NoteLink) => void) | null>(null)

  async function load(): Promise<void> {
    const { id } = editor
    if (id === null) {
      links.value = []
      back.value = []
      return
    }
    try {
      const found = await bridge.call('note.links', { id })
      if (editor.id !== id) return
      links.value = found.links
      back.value = found.back
    } catch {
      // A note that is gone has nothing to show; the editor says what happened to it.
      back.value = []
    }
  }

  /** What a link shows: what its target is called now, else what it was called. */
  function nameOf({ kind, target, label }: NoteLink): string {
    const known = links.value.find((link) => link.kind === kind && link.target === target)
    return known?.now || label || 'Untitled note'
  }

  async function follow({ kind, target, label }: NoteLink): Promise<void> {
    try {
      if (kind === 'entity') entities.select(target)
      else if (kind === 'article') await panes.open(target, { beside: true })
      else if (!(await editor.open(target, true))) toasts.show(`The note “${label}” is in the bin or gone.`)
    } catch (error) {
      toasts.problem(error)
    }
  }

  function insert(link: NoteLink): void {
    asking.value = false
    inserter.value?.(link)
  }

  const loadSoon = useDebounceFn(load, 200)
  watch(
    () => [editor.id, editor.revision],
    () => void loadSoon(),
    { immediate: true },
  )
  bridge.on('notes.changed', () => void loadSoon())

  return { links, back, asking, inserter, nameOf, follow, insert }
})
