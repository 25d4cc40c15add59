import { computed } from 'vue'
import { useLibrary } from '@/features/library/library-store'
import { usePanes } from '@/features/reader/panes-store'

/** The two layouts of the title bar: one article, or two side by side. */
export function useTwoUp() {
  const panes = usePanes()
  const library = useLibrary()

  /** Puts the next article of the list beside the one being read; panes that are open already are made equally wide. */
  async function twoUp(): Promise<void> {
    if (panes.panes.length > 1) {
      panes.setWeights(panes.panes.map(() => 1))
      return
    }
    const shown = panes.focused?.articleId
    const place = [...library.rows].find(([, row]) => row.id === shown)?.[0] ?? library.cursor
    const next = library.rows.get(place + 1) ?? library.rows.get(place - 1)
    if (next) await panes.open(next.id, { beside: true })
  }

  const layoutName = computed({
    get: (): 'reading' | 'two-up' => (panes.panes.length > 1 ? 'two-up' : 'reading'),
    set: (next) => void (next === 'reading' ? panes.keepOnlyFocused() : twoUp()),
  })
  return { twoUp, layoutName }
}
