import type { Command } from '@/features/commands/commands-store'
import { useEntitySelection } from '@/features/entities/entity-selection-store'
import { useToasts } from '@/features/feedback/toast-store'
import { useLayout } from '@/features/layout/layout-store'
import { usePanes } from '@/features/reader/panes-store'
import { usePassage } from '@/features/reader/passage-store'
import { useReading } from '@/features/reader/reading-store'
import { useSearch } from '@/features/search/search-store'
import { useTwoUp } from '../use-two-up'

/** Panes, and what is done while reading in them. */
export function readingCommands(): Command[] {
  const panes = usePanes()
  const reading = useReading()
  const search = useSearch()
  const entities = useEntitySelection()
  const layout = useLayout()
  const toasts = useToasts()
  const passages = usePassage()
  const { twoUp } = useTwoUp()

  const when = () => panes.panes.length > 0
  const several = () => panes.panes.length > 1
  const found = () => search.hits.length > 0
  const named = () => entities.selected !== null
  const drawn = () => layout.sideDrawer || layout.inspectorDrawer

  async function hit(direction: 1 | -1): Promise<void> {
    const next = search.step(direction, panes.focused?.articleId ?? null)
    if (next) await panes.open(next.articleId, { at: next.span })
  }
  const star = () => panes.focused && panes.star(panes.focused.articleId).catch(toasts.problem)
  const level = () => panes.setWeights(panes.panes.map(() => 1))
  const chosen = () => passages.passage !== null
  /** First what lies over the panes, then the selected words, then the selected name. */
  function escape(): void {
    if (drawn()) layout.closeDrawers()
    else if (chosen()) {
      passages.passage = null
      window.getSelection()?.removeAllRanges()
    } else entities.select(null)
  }

  return [
    ...([1, 2, 3, 4] as const).map((number): Command => ({
      id: `pane-${number}`,
      group: 'Panes',
      title: `Focus pane ${number}`,
      keys: [`Ctrl+${number}`],
      when: () => panes.panes.length >= number,
      run: () => panes.focusIndex(number - 1),
    })),
    { id: 'close-pane', group: 'Panes', title: 'Close pane', keys: ['Ctrl+W'], when, run: () => panes.close() },
    {
      id: 'one',
      group: 'Panes',
      title: 'Reading: one pane',
      keys: ['Alt+R'],
      when: several,
      run: panes.keepOnlyFocused,
    },
    { id: 'two-up', group: 'Panes', title: 'Two-up: two panes side by side', keys: ['Alt+T'], when, run: twoUp },
    { id: 'level', group: 'Panes', title: 'Make panes equally wide', when: several, run: level },

    { id: 'hit', group: 'Read', title: 'Next hit', keys: ['F3'], when: found, run: () => hit(1) },
    {
      id: 'hit-back',
      group: 'Read',
      title: 'Previous hit',
      keys: ['Shift+F3'],
      whileTyping: true,
      when: found,
      run: () => hit(-1),
    },
    { id: 'mention', group: 'Read', title: 'Next mention', keys: ['M'], when: named, run: () => entities.walk(1) },
    {
      id: 'mention-back',
      group: 'Read',
      title: 'Previous mention',
      keys: ['Shift+M'],
      when: named,
      run: () => entities.walk(-1),
    },
    {
      id: 'escape',
      group: 'Read',
      title: 'Clear the selection',
      keys: ['Escape'],
      when: () => named() || drawn(),
      run: escape,
    },
    {
      id: 'sentence',
      group: 'Read',
      title: 'Select next sentence',
      keys: ['.'],
      when,
      run: () => passages.step(1, false),
    },
    {
      id: 'sentence-back',
      group: 'Read',
      title: 'Select previous sentence',
      keys: [','],
      when,
      run: () => passages.step(-1, false),
    },
    {
      id: 'more',
      group: 'Read',
      title: 'Take the next sentence to it',
      keys: ['>'],
      when,
      run: () => passages.step(1, true),
    },
    {
      id: 'more-back',
      group: 'Read',
      title: 'Take the previous sentence to it',
      keys: ['<'],
      when,
      run: () => passages.step(-1, true),
    },
    { id: 'star', group: 'Read', title: 'Star this article', keys: ['S'], when, run: star },
    { id: 'marks', group: 'Read', title: 'All marks on or off', keys: ['Alt+M'], when, run: reading.toggleAll },
    { id: 'larger', group: 'Read', title: 'Larger type', keys: ['Alt+Plus'], run: reading.larger },
    { id: 'smaller', group: 'Read', title: 'Smaller type', keys: ['Alt+Minus'], run: reading.smaller },
    { id: 'usual', group: 'Read', title: 'Usual type and width', run: reading.usual },
  ]
}
