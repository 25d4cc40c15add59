import { useBridge } from '@/bridge/bridge'
import type { NoteHit, NoteRow, Revision } from '@contract/casebook'
import { type Fault, toFault } from '@contract/errors'
import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { usePanes } from '@/features/reader/panes-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { useUndo } from '@/features/undo/undo-store'
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
  /** What the search of notes found; null while nothing is searched for. */
  const hits = shallowRef<NoteHit[] | null>(null)
  const undos = useUndo()

  const found = computed<(NoteRow | NoteHit)[]>(() => hits.value ?? all.value)
  /** Tags and how many notes have them, the most used first. */
  const tags = computed(() => {
    const counts = new Map<string, number>()
    for (const tag of all.value.flatMap((note) => note.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
    return [...counts]
      .map(([tag, count]) => ({ tag, count }))
      .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag))
  })

  async function search(): Promise<void> {
    const query = words.value
    if (query.trim() === '') {
      hits.value = null
      return
    }
    try {
      const answer = await bridge.call('note.search', { query })
      if (words.value === query) hits.value = answer.hits
    } catch (error) {
      toasts.problem(error)
    }
  }
  const searchSoon = useDebounceFn(search, 120, { maxWait: 500 })
  watch(words, () => void searchSoon())

  /** Shows the notes with a tag, or all when these are shown already. */
  function toggleTag(tag: string): void {
    const wanted = `#${tag.split(' ')[0] ?? tag}`
    words.value = words.value === wanted ? '' : wanted
  }
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
      await Promise.all([loadHere(), search()])
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
      const bin = async () => {
        await bridge.call('note.remove', { id })
        if (editor.id === id) editor.leave()
        await load()
      }
      await bin()
      const name = title || 'Untitled note'
      undos.didAloud(
        { label: `Note “${name}” deleted`, undo: () => takeBack(id, null), redo: bin },
        `“${name}” is in the bin.`,
      )
    } catch (error) {
      toasts.problem(error)
    }
  }

  /** Brings a note back from the bin, or back to an earlier version, which becomes its newest one. */
  async function restore(id: string, revision: number | null = null): Promise<void> {
    if (editor.id === id && !(await editor.flush())) return
    try {
      const before = all.value.find((note) => note.id === id)?.revision ?? null
      await takeBack(id, revision)
      const undo = () => (before === null ? bridge.call('note.remove', { id }) : takeBack(id, before))
      undos.did({
        label: revision === null ? 'Note taken out of the bin' : `Note taken back to version ${revision}`,
        undo,
        redo: () => takeBack(id, revision),
      })
    } catch (error) {
      toasts.problem(error)
    }
  }

  async function takeBack(id: string, revision: number | null): Promise<void> {
    await bridge.call('note.restore', { id, revision })
    editor.leave()
    await editor.open(id)
    await load()
    if (revisions.value) await loadRevisions(id)
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

  return {
    all,
    bin,
    here,
    hits,
    found,
    tags,
    titles,
    revisions,
    failure,
    words,
    load,
    toggleTag,
    remove,
    restore,
    loadRevisions,
  }
})
