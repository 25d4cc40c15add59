import { useBridge } from '@/bridge/bridge'
import type { Anchor, CitationView, Note } from '@contract/casebook'
import { DatelineError, type Fault, toFault } from '@contract/errors'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef, watch } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { useHighlights } from '@/features/highlights/highlights-store'
import { newId } from '@/bridge/new-id'
import { useUndo } from '@/features/undo/undo-store'
import { cleanTags } from '@domain/evidence/note-tags'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { appendCitation, asBody, bodyCiting, bodyText, citationIds, emptyBody, type NoteBody } from './note-body'
import { AutoSaver, type SaverPhase } from '@/bridge/auto-saver'
import { useSourceLabels } from './source-labels-store'

/**
 * The one note being written. Its text lives here until the engine has acknowledged it; an error never takes a letter away.
 */
export const useNoteEditor = defineStore('note-editor', () => {
  const bridge = useBridge()
  const toasts = useToasts()
  const highlights = useHighlights()
  const labels = useSourceLabels()
  const workspace = useWorkspace()
  const undos = useUndo()

  const open = ref(false)
  const id = ref<string | null>(null)
  const title = ref('')
  const body = shallowRef<NoteBody>(emptyBody())
  const pinned = ref(false)
  const tags = shallowRef<readonly string[]>([])
  const revision = ref(0)
  const savedAt = ref<string | null>(null)
  const phase = ref<SaverPhase>('clean')
  const fault = shallowRef<Fault | null>(null)
  /** A sentence that stays until dismissed: a conflict copy was kept. */
  const notice = ref<string | null>(null)
  /** Grows whenever the document was replaced from outside the editor, which then shows the new one. */
  const loads = ref(0)
  /** Every citation this note had or has, so that an undone deletion still knows its passage. */
  const citations = shallowReactive(new Map<string, CitationView>())
  /** Puts a citation where the cursor stands; set by the editor while it is shown. */
  const inserter = shallowRef<((citationId: string) => void) | null>(null)

  const rests = computed(() => citationIds(body.value).flatMap((citationId) => citations.get(citationId) ?? []))

  const saver = new AutoSaver({
    save,
    changed: (next, why) => {
      phase.value = next
      fault.value = why
    },
  })

  async function save(): Promise<void> {
    const sent = body.value
    try {
      const saved = await bridge.call('note.save', {
        id: id.value,
        expectedRevision: revision.value,
        title: title.value,
        body: sent,
        citations: citationIds(sent).flatMap((citationId) => {
          const known = citations.get(citationId)
          return known ? { id: known.id, anchor: known.anchor } : []
        }),
        pinned: pinned.value,
        tags: [...tags.value],
      })
      const before = id.value === null ? null : revision.value
      if (saved.revision !== revision.value) remember(saved.id, before, saved.revision)
      id.value = saved.id
      revision.value = saved.revision
      savedAt.value = saved.savedAt
    } catch (error) {
      if (!(error instanceof DatelineError && error.code === 'stale')) throw error
      await afterConflict(error.message, sent)
    }
  }

  /** A saved version as a change of the session: typed on, it is one with the version before. */
  function remember(noteId: string, before: number | null, after: number): void {
    const name = title.value || 'Untitled note'
    const back = (version: number) => async () => {
      await bridge.call('note.restore', { id: noteId, revision: version })
      await shownAgain(noteId)
    }
    const bin = async () => {
      await bridge.call('note.remove', { id: noteId })
      if (id.value === noteId) leave()
    }
    undos.did({
      key: `note ${noteId}`,
      label: before === null ? `New note “${name}”` : `Note “${name}” edited`,
      undo: before === null ? bin : back(before),
      redo: back(after),
    })
  }

  /** Shows a note as it is in the casebook now, when it is the open one. */
  async function shownAgain(noteId: string): Promise<void> {
    if (id.value === noteId) show(await bridge.call('note.get', { id: noteId }))
  }

  /** The engine kept what was sent as a conflict copy; what was typed since is kept as a note too before the other version is shown. */
  async function afterConflict(message: string, sent: NoteBody): Promise<void> {
    const changedSince = body.value !== sent
    if (changedSince) {
      const kept = citationIds(body.value).flatMap((known) => citations.get(known) ?? [])
      await bridge.call('note.save', {
        id: null,
        expectedRevision: 0,
        title: `${title.value} (last words typed)`.trim(),
        body: body.value,
        citations: kept.map(({ id: citationId, anchor }) => ({ id: citationId, anchor })),
      })
    }
    if (id.value) show(await bridge.call('note.get', { id: id.value }))
    notice.value = message
  }

  function show(note: Note): void {
    open.value = true
    id.value = note.id
    title.value = note.title
    body.value = asBody(note.body)
    pinned.value = note.pinned
    tags.value = note.tags
    revision.value = note.revision
    savedAt.value = note.updatedAt
    notice.value = null
    citations.clear()
    for (const rest of note.rests) citations.set(rest.id, rest)
    loads.value += 1
  }

  /** The document was changed in the editor. */
  function edited(next: NoteBody): void {
    body.value = next
    saver.touch()
  }

  function retitle(next: string): void {
    title.value = next
    saver.touch()
  }

  function pin(next: boolean): void {
    pinned.value = next
    saver.touch()
  }

  function retag(next: readonly string[]): void {
    tags.value = cleanTags(next)
    saver.touch()
  }

  const flush = () => (open.value ? saver.flush() : Promise.resolve(true))

  /** Shows another note after this one is saved; stays where it is when saving fails. `quiet` says nothing of a note that is gone. */
  async function openNote(noteId: string, quiet = false): Promise<boolean> {
    if (!(await flush())) return false
    try {
      show(await bridge.call('note.get', { id: noteId }))
      return true
    } catch (error) {
      if (!quiet) toasts.problem(error)
      return false
    }
  }

  const cited = (anchor: Anchor): string => {
    const citationId = newId()
    citations.set(citationId, { id: citationId, anchor, state: 'exact', ...labels.of(anchor) })
    return citationId
  }

  /** Begins a note; with an anchor it cites that passage, which is highlighted and tied to the note. */
  async function create(anchor: Anchor | null): Promise<void> {
    if (!(await flush())) return
    open.value = true
    id.value = null
    title.value = ''
    pinned.value = false
    tags.value = []
    revision.value = 0
    savedAt.value = null
    notice.value = null
    citations.clear()
    body.value = anchor ? bodyCiting(cited(anchor)) : emptyBody()
    loads.value += 1
    if (!anchor) return
    saver.touch()
    if ((await saver.flush()) && id.value) await highlights.create(anchor, id.value)
  }

  /** Cites a passage in the note being written, or in a new one when none is open. */
  async function cite(anchor: Anchor): Promise<void> {
    if (!open.value) return create(anchor)
    const citationId = cited(anchor)
    if (inserter.value) inserter.value(citationId)
    else {
      body.value = appendCitation(body.value, citationId)
      loads.value += 1
      saver.touch()
    }
    if ((await saver.flush()) && id.value) await highlights.create(anchor, id.value)
  }

  /** Closes the note once it is saved; one that cannot be saved stays open. */
  async function close(): Promise<boolean> {
    if (!(await flush())) return false
    open.value = false
    id.value = null
    savedAt.value = null
    return true
  }

  /** Leaves the note without saving: it was deleted, or the folder was closed. */
  function leave(): void {
    saver.drop()
    open.value = false
    id.value = null
  }

  workspace.beforeLeaving(flush)
  watch(
    () => workspace.info?.id,
    () => leave(),
  )

  const copyText = () =>
    bridge.call('app.copyText', { text: `${title.value}\n\n${bodyText(body.value)}` }).catch(toasts.problem)

  // A new engine may take what the old one could not.
  watch(
    () => workspace.engine.state,
    (state) => {
      if (state === 'up' && phase.value === 'failed') void saver.flush()
    },
  )
  // Where anchors or grades are others now, the chips follow; the text is never touched by this.
  bridge.on('notes.changed', ({ noteId }) => {
    const mine = id.value
    if (mine === null || (noteId !== null && noteId !== mine) || saver.dirty) return
    void bridge
      .call('note.get', { id: mine })
      .then((note) => {
        if (note.id !== id.value || note.revision !== revision.value) return
        for (const rest of note.rests) citations.set(rest.id, rest)
      })
      .catch((error: unknown) => (fault.value = toFault(error)))
  })

  return {
    isOpen: open,
    id,
    title,
    body,
    pinned,
    tags,
    revision,
    savedAt,
    phase,
    fault,
    notice,
    loads,
    citations,
    inserter,
    rests,
    edited,
    retitle,
    pin,
    retag,
    flush,
    open: openNote,
    show,
    create,
    cite,
    close,
    leave,
    copyText,
  }
})
