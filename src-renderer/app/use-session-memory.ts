import { useBridge } from '@/bridge/bridge'
import { type Theme, THEMES, useAppearance } from '@/features/appearance/appearance-store'
import { useLayout, type View, VIEWS } from '@/features/layout/layout-store'
import { useNoteEditor } from '@/features/notes/note-editor-store'
import { usePanes } from '@/features/reader/panes-store'
import { useReading } from '@/features/reader/reading-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { useDebounceFn } from '@vueuse/core'
import { computed, ref, watch } from 'vue'

const KEY = 'workbench'

interface Remembered {
  panes: string[]
  weights: number[]
  focus: number
  view: View
  side: number
  inspector: number
  inspectorWanted: boolean
  theme: Theme
  size: number
  measure: number
  note: string | null
}

/** What an earlier session left, as far as it can be read; what cannot be is left out. */
function readRemembered(json: string | null): Partial<Remembered> {
  if (json === null) return {}
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

/** Restores panes, sizes, theme and the open note when a workspace opens, and keeps them while it is used. */
export function useSessionMemory(): void {
  const bridge = useBridge()
  const workspace = useWorkspace()
  const panes = usePanes()
  const layout = useLayout()
  const reading = useReading()
  const appearance = useAppearance()
  const editor = useNoteEditor()
  const restored = ref<string | null>(null)

  const now = computed<Remembered>(() => ({
    panes: panes.openIds,
    weights: panes.panes.map((pane) => pane.weight),
    focus: panes.focusedIndex,
    view: layout.view,
    side: layout.sideWidth,
    inspector: layout.inspectorWidth,
    inspectorWanted: layout.inspectorWanted,
    theme: appearance.theme,
    size: reading.sizeStep,
    measure: reading.measureStep,
    note: editor.id,
  }))

  async function restore(id: string): Promise<void> {
    restored.value = null
    panes.closeAll()
    const kept = readRemembered(await bridge.call('state.get', { key: KEY }).catch(() => null))
    if (kept.theme && THEMES.includes(kept.theme)) appearance.setTheme(kept.theme)
    if (kept.view && VIEWS.includes(kept.view)) layout.view = kept.view
    layout.sideWidth = kept.side ?? 0
    layout.inspectorWidth = kept.inspector ?? 0
    layout.inspectorWanted = kept.inspectorWanted ?? true
    reading.sizeStep = kept.size ?? reading.sizeStep
    reading.measureStep = kept.measure ?? reading.measureStep
    if (kept.panes) await panes.restore(kept.panes, kept.weights ?? [], kept.focus ?? 0)
    if (kept.note) await editor.open(kept.note)
    restored.value = id
  }
  const keep = useDebounceFn(async (value: Remembered) => {
    if (restored.value === workspace.info?.id)
      await bridge.call('state.set', { key: KEY, value: JSON.stringify(value) }).catch(() => undefined)
  }, 300)

  watch(
    () => workspace.info?.id,
    (id) => {
      if (id) void restore(id)
    },
    { immediate: true },
  )
  watch(now, (value) => void keep(value))
}
