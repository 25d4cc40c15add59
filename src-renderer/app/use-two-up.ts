import { computed } from 'vue'
import { useCompare } from '@/features/compare/compare-store'
import { useLibrary } from '@/features/library/library-store'
import { usePanes } from '@/features/reader/panes-store'

/** The layouts of the title bar: one article, two side by side, or panes held against each other. */
export function useTwoUp() {
  const panes = usePanes()
  const library = useLibrary()
  const compare = useCompare()

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

  /** Holds the open panes against each other; a pane that is alone gets the next article beside it. */
  async function comparePanes(): Promise<void> {
    if (panes.panes.length < 2) await twoUp()
    compare.on = panes.panes.length > 1
  }

  const layoutName = computed({
    get: (): 'reading' | 'two-up' | 'compare' =>
      panes.panes.length < 2 ? 'reading' : compare.on ? 'compare' : 'two-up',
    set: (next) => {
      if (next === 'compare') return void comparePanes()
      compare.on = false
      return void (next === 'reading' ? panes.keepOnlyFocused() : twoUp())
    },
  })
  return { twoUp, comparePanes, layoutName }
}
