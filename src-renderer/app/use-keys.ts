import { useAppearance } from '@/features/appearance/appearance-store'
import { useEntitySelection } from '@/features/entities/entity-selection-store'
import { useToasts } from '@/features/feedback/toast-store'
import { useLayout } from '@/features/layout/layout-store'
import { usePanes } from '@/features/reader/panes-store'
import { useSearch } from '@/features/search/search-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { useEventListener } from '@vueuse/core'
import { usePassageActions } from './use-passage-actions'

const inText = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null

/** The keys that work everywhere in the workbench; single letters act on the selection and rest while text is typed. */
export function useKeys(): void {
  const panes = usePanes()
  const layout = useLayout()
  const entities = useEntitySelection()
  const passage = usePassageActions()
  const search = useSearch()
  const workspace = useWorkspace()
  const appearance = useAppearance()
  const toasts = useToasts()

  async function nextHit(direction: 1 | -1): Promise<void> {
    const hit = search.step(direction, panes.focused?.articleId ?? null)
    if (hit) await panes.open(hit.articleId, { at: hit.span })
  }
  const withControl: Record<string, () => void> = {
    o: () => void workspace.choose(),
    w: () => panes.close(),
    i: () => layout.toggleInspector(),
    1: () => panes.focusIndex(0),
    2: () => panes.focusIndex(1),
    3: () => panes.focusIndex(2),
    4: () => panes.focusIndex(3),
  }
  const withControlShift: Record<string, () => void> = { c: passage.cite, l: () => appearance.cycleTheme() }
  const withAlt: Record<string, () => void> = { arrowleft: () => void panes.back(), arrowright: () => void panes.forward() }
  const alone: Record<string, () => void> = {
    m: () => entities.walk(1),
    n: passage.note,
    h: passage.highlight,
    escape: () => {
      entities.select(null)
      layout.closeDrawers()
    },
  }

  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    const typing = inText(event.target)
    let action: (() => void) | undefined
    if (event.key === 'F3') action = () => void nextHit(event.shiftKey ? -1 : 1)
    else if (event.ctrlKey && event.shiftKey) action = withControlShift[key]
    else if (event.ctrlKey && key === 'z' && !typing) action = () => toasts.undoLast()
    else if (event.ctrlKey) action = withControl[key]
    else if (event.altKey) action = withAlt[key]
    else if (!typing && event.shiftKey && key === 'm') action = () => entities.walk(-1)
    else if (!typing && !event.shiftKey) action = alone[key]
    if (!action || event.defaultPrevented) return
    event.preventDefault()
    action()
  })
}
