import { useDebounceFn } from '@vueuse/core'
import { computed, onScopeDispose, ref, watch } from 'vue'
import { useBridge } from '@/bridge/bridge'
import { useBriefingEditor } from '@/features/briefings/briefing-editor-store'
import { useCompare } from '@/features/compare/compare-store'
import { useEntitySelection } from '@/features/entities/entity-selection-store'
import { useLayout } from '@/features/layout/layout-store'
import { useLibrary } from '@/features/library/library-store'
import { useNoteEditor } from '@/features/notes/note-editor-store'
import { usePanes } from '@/features/reader/panes-store'
import { MARK_KINDS, useReading } from '@/features/reader/reading-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { readRemembered, type Remembered } from './remembered'

const KEY = 'workbench'
const PAUSE_MS = 300

/** Restores panes, positions, selection, sizes and the open note when a workspace opens, and keeps them while it is used. */
export function useSessionMemory(): void {
  const bridge = useBridge()
  const workspace = useWorkspace()
  const panes = usePanes()
  const layout = useLayout()
  const compare = useCompare()
  const library = useLibrary()
  const reading = useReading()
  const entities = useEntitySelection()
  const note = useNoteEditor()
  const briefing = useBriefingEditor()
  const restored = ref(false)

  const now = computed<Remembered>(() => ({
    panes: panes.openIds,
    weights: panes.panes.map((pane) => pane.weight),
    focus: panes.focusedIndex,
    compare: compare.on,
    positions: panes.positionsOfOpen(),
    view: layout.view,
    tab: layout.tab,
    side: layout.sideWidth,
    inspector: layout.inspectorWidth,
    inspectorWanted: layout.inspectorWanted,
    size: reading.sizeStep,
    measure: reading.measureStep,
    hidden: MARK_KINDS.filter((kind) => !reading.shown[kind]),
    entity: entities.selectedKey,
    filter: { ...library.filter },
    note: note.id,
    briefing: briefing.id,
  }))

  async function restore(): Promise<void> {
    panes.closeAll()
    const kept = readRemembered(await bridge.call('state.get', { key: KEY }).catch(() => null))
    layout.view = kept.view ?? 'library'
    compare.on = kept.compare ?? false
    layout.tab = kept.tab ?? 'entities'
    layout.sideWidth = kept.side ?? 0
    layout.inspectorWidth = kept.inspector ?? 0
    layout.inspectorWanted = kept.inspectorWanted ?? true
    reading.sizeStep = kept.size ?? reading.sizeStep
    reading.measureStep = kept.measure ?? reading.measureStep
    for (const kind of MARK_KINDS) reading.shown[kind] = !(kept.hidden ?? []).includes(kind)
    panes.setPositions(kept.positions ?? {})
    await Promise.all([
      kept.filter ? library.change(kept.filter) : null,
      kept.panes ? panes.restore(kept.panes, kept.weights ?? [], kept.focus ?? 0) : null,
      kept.note ? note.open(kept.note, true) : null,
      kept.briefing ? briefing.open(kept.briefing, true) : null,
    ])
    entities.select(kept.entity ?? null)
    restored.value = true
  }

  /** View state is a convenience: where it cannot be kept, nothing is lost and nobody is disturbed. */
  async function keep(): Promise<true> {
    // While the engine is away it has no folder open, and what it is given would not be this folder's.
    if (restored.value && workspace.info && workspace.engine.state === 'up')
      await bridge.call('state.set', { key: KEY, value: JSON.stringify(now.value) }).catch(() => undefined)
    return true
  }
  const keepSoon = useDebounceFn(keep, PAUSE_MS, { maxWait: 2_000 })

  watch(now, () => void keepSoon())
  // What is being written comes back even when everything ends within the pause.
  watch(
    () => [note.id, briefing.id],
    () => void keep(),
  )
  watch(
    () => panes.positionCount,
    () => void keepSoon(),
  )
  watch(
    () => workspace.engine.state,
    () => void keepSoon(),
  )
  const forget = workspace.beforeLeaving(keep)
  onScopeDispose(() => {
    forget()
    // What is still waiting would be kept for the next folder.
    restored.value = false
  })
  void restore()
}
