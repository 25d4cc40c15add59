import { type Command, useCommands } from '@/features/commands/commands-store'
import { useToasts } from '@/features/feedback/toast-store'
import { useLayout, type View } from '@/features/layout/layout-store'
import { useLibrary } from '@/features/library/library-store'
import { usePanes } from '@/features/reader/panes-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { nextArea } from '../areas'

function focusSearch(): void {
  const box = document.querySelector<HTMLInputElement>('#search-everything')
  box?.focus()
  box?.select()
}

const VIEWS: [View, string][] = [
  ['library', 'Show the library'],
  ['search', 'Show search results'],
  ['entities', 'Show names of the workspace'],
  ['notes', 'Show all notes'],
  ['briefings', 'Show briefings'],
  ['attention', 'Show files that need attention'],
  ['families', 'Show wire families'],
  ['conflicts', 'Show conflicts'],
  ['dossier', 'Show the dossier'],
  ['codes', 'Show the codebook'],
]

/** Ways through the window: search, palette, areas, views, back and forward. */
export function moveCommands(): Command[] {
  const workspace = useWorkspace()
  const layout = useLayout()
  const library = useLibrary()
  const panes = usePanes()
  const commands = useCommands()
  const toasts = useToasts()
  const group = 'Move'
  const when = () => workspace.info !== null

  async function nextUnread(): Promise<void> {
    const row = library.nextUnread()
    if (row) await panes.open(row.id)
    else toasts.show('Everything loaded in the list has been read.')
  }
  const palette = () => (commands.paletteOpen = true)
  return [
    { id: 'search', group, title: 'Search everything', keys: ['Ctrl+F'], when, run: focusSearch },
    { id: 'palette', group, title: 'Command palette', keys: ['Ctrl+K'], run: palette },
    { id: 'area', group, title: 'Next area', keys: ['F6'], run: () => nextArea(1) },
    { id: 'area-back', group, title: 'Previous area', keys: ['Shift+F6'], whileTyping: true, run: () => nextArea(-1) },
    { id: 'back', group, title: 'Back', keys: ['Alt+ArrowLeft'], when: () => panes.canGoBack, run: panes.back },
    { id: 'on', group, title: 'Forward', keys: ['Alt+ArrowRight'], when: () => panes.canGoForward, run: panes.forward },
    { id: 'next-unread', group, title: 'Next unread article', keys: ['U'], when, run: nextUnread },
    ...VIEWS.map(([view, title], i): Command => ({
      id: `show-${view}`,
      group,
      title,
      keys: [`Alt+${(i + 1) % 10}`],
      when,
      run: () => layout.show(view),
    })),
  ]
}
