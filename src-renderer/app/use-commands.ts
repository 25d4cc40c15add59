import { useAppearance } from '@/features/appearance/appearance-store'
import { useBriefingList } from '@/features/briefings/briefing-list-store'
import { type Command, useCommands } from '@/features/commands/commands-store'
import { useEntitySelection } from '@/features/entities/entity-selection-store'
import { useToasts } from '@/features/feedback/toast-store'
import { useLayout } from '@/features/layout/layout-store'
import { useLibrary } from '@/features/library/library-store'
import { useNoteEditor } from '@/features/notes/note-editor-store'
import { usePanes } from '@/features/reader/panes-store'
import { usePassage } from '@/features/reader/passage-store'
import { useReading } from '@/features/reader/reading-store'
import { useSearch } from '@/features/search/search-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { nextArea } from './areas'
import { usePassageActions } from './use-passage-actions'
import { useTwoUp } from './use-two-up'

/** Every action of the program, made known to the palette, the sheet and the keyboard. */
export function useAllCommands(): void {
  const [workspace, layout, panes, library, search] = [useWorkspace(), useLayout(), usePanes(), useLibrary(), useSearch()]
  const [entities, reading, appearance, editor, toasts] = [useEntitySelection(), useReading(), useAppearance(), useNoteEditor(), useToasts()]
  const [commands, passages, briefings] = [useCommands(), usePassage(), useBriefingList()]
  const actions = usePassageActions()
  const { twoUp } = useTwoUp()

  const opened = () => workspace.info !== null
  const reads = () => panes.panes.length > 0
  const selected = () => passages.passage !== null && reads()
  const named = () => entities.selected !== null

  const nextHit = async (direction: 1 | -1) => {
    const hit = search.step(direction, panes.focused?.articleId ?? null)
    if (hit) await panes.open(hit.articleId, { at: hit.span })
  }
  const nextUnread = async () => {
    const row = library.nextUnread()
    if (row) await panes.open(row.id)
    else toasts.show('Everything loaded in the list has been read.')
  }
  const starFocused = () => panes.focused && panes.star(panes.focused.articleId).catch(toasts.problem)
  const focusSearch = () => {
    const box = document.querySelector<HTMLInputElement>('#search-everything')
    box?.focus()
    box?.select()
  }
  const writing = () => {
    layout.showTab('notes')
    layout.makeRoomToWrite()
  }

  const all: Command[] = [
    { id: 'search', group: 'Move', title: 'Search everything', keys: ['Ctrl+F'], when: opened, run: focusSearch },
    { id: 'palette', group: 'Move', title: 'Command palette', keys: ['Ctrl+K'], run: () => (commands.paletteOpen = true) },
    { id: 'next-area', group: 'Move', title: 'Next area', keys: ['F6'], run: () => nextArea(1) },
    { id: 'previous-area', group: 'Move', title: 'Previous area', keys: ['Shift+F6'], whileTyping: true, run: () => nextArea(-1) },
    { id: 'back', group: 'Move', title: 'Back', keys: ['Alt+ArrowLeft'], when: () => panes.canGoBack, run: panes.back },
    { id: 'forward', group: 'Move', title: 'Forward', keys: ['Alt+ArrowRight'], when: () => panes.canGoForward, run: panes.forward },
    { id: 'next-unread', group: 'Move', title: 'Next unread article', keys: ['U'], when: opened, run: nextUnread },
    { id: 'library', group: 'Move', title: 'Show the library', keys: ['Alt+1'], when: opened, run: () => layout.show('library') },
    { id: 'results', group: 'Move', title: 'Show search results', keys: ['Alt+2'], when: opened, run: () => layout.show('search') },
    { id: 'entities', group: 'Move', title: 'Show names of the workspace', keys: ['Alt+3'], when: opened, run: () => layout.show('entities') },
    { id: 'notes', group: 'Move', title: 'Show all notes', keys: ['Alt+4'], when: opened, run: () => layout.show('notes') },
    { id: 'briefings', group: 'Move', title: 'Show briefings', keys: ['Alt+5'], when: opened, run: () => layout.show('briefings') },
    { id: 'attention', group: 'Move', title: 'Show files that need attention', keys: ['Alt+6'], when: opened, run: () => layout.show('attention') },

    ...([1, 2, 3, 4] as const).map((number): Command => ({
      id: `pane-${number}`,
      group: 'Panes',
      title: `Focus pane ${number}`,
      keys: [`Ctrl+${number}`],
      when: () => panes.panes.length >= number,
      run: () => panes.focusIndex(number - 1),
    })),
    { id: 'close-pane', group: 'Panes', title: 'Close pane', keys: ['Ctrl+W'], when: reads, run: () => panes.close() },
    { id: 'one-pane', group: 'Panes', title: 'Reading: one pane', keys: ['Alt+R'], when: () => panes.panes.length > 1, run: panes.keepOnlyFocused },
    { id: 'two-up', group: 'Panes', title: 'Two-up: two panes side by side', keys: ['Alt+T'], when: reads, run: twoUp },
    { id: 'level', group: 'Panes', title: 'Make panes equally wide', when: () => panes.panes.length > 1, run: () => panes.setWeights(panes.panes.map(() => 1)) },

    { id: 'next-hit', group: 'Read', title: 'Next hit', keys: ['F3'], when: () => search.hits.length > 0, run: () => nextHit(1) },
    { id: 'previous-hit', group: 'Read', title: 'Previous hit', keys: ['Shift+F3'], whileTyping: true, when: () => search.hits.length > 0, run: () => nextHit(-1) },
    { id: 'next-mention', group: 'Read', title: 'Next mention', keys: ['M'], when: named, run: () => entities.walk(1) },
    { id: 'previous-mention', group: 'Read', title: 'Previous mention', keys: ['Shift+M'], when: named, run: () => entities.walk(-1) },
    { id: 'no-entity', group: 'Read', title: 'Clear the selection', keys: ['Escape'], when: () => named() || layout.sideDrawer || layout.inspectorDrawer, run: () => (layout.sideDrawer || layout.inspectorDrawer ? layout.closeDrawers() : entities.select(null)) },
    { id: 'star', group: 'Read', title: 'Star this article', keys: ['S'], when: reads, run: starFocused },
    { id: 'marks', group: 'Read', title: 'All marks on or off', keys: ['Alt+M'], when: reads, run: reading.toggleAll },
    { id: 'larger', group: 'Read', title: 'Larger type', keys: ['Alt+Plus'], run: reading.larger },
    { id: 'smaller', group: 'Read', title: 'Smaller type', keys: ['Alt+Minus'], run: reading.smaller },
    { id: 'usual', group: 'Read', title: 'Usual type and width', run: reading.usual },

    { id: 'highlight', group: 'Write', title: 'Highlight', keys: ['H'], when: selected, run: actions.highlight },
    { id: 'note', group: 'Write', title: 'Note on the passage', keys: ['N'], when: opened, run: actions.note },
    { id: 'cite', group: 'Write', title: 'Cite in current note', keys: ['Ctrl+Shift+C'], when: selected, run: actions.cite },
    { id: 'copy', group: 'Write', title: 'Copy with source', keys: ['Alt+C'], when: selected, run: actions.copyWithSource },
    { id: 'undo', group: 'Write', title: 'Undo', keys: ['Ctrl+Z'], whileTyping: false, run: toasts.undoLast },
    { id: 'save', group: 'Write', title: 'Save the note now', keys: ['Ctrl+S'], when: () => editor.isOpen, run: editor.flush },
    { id: 'new-note', group: 'Write', title: 'New note', keys: ['Ctrl+N'], when: opened, run: () => (writing(), editor.create(null)) },
    { id: 'new-briefing', group: 'Write', title: 'New briefing from notes', keys: ['Ctrl+B'], whileTyping: false, when: opened, run: briefings.begin },
    { id: 'verify', group: 'Write', title: 'Verify a briefing…', when: opened, run: briefings.verify },

    { id: 'open', group: 'Workspace', title: 'Open folder…', keys: ['Ctrl+O'], run: workspace.choose },
    { id: 'sample', group: 'Workspace', title: 'Open the sample corpus', run: workspace.openSample },
    { id: 'rescan', group: 'Workspace', title: 'Read the folder again', keys: ['F5'], when: opened, run: workspace.rescan },
    { id: 'pause', group: 'Workspace', title: 'Pause reading', when: () => workspace.working && workspace.status.phase !== 'paused', run: workspace.pause },
    { id: 'resume', group: 'Workspace', title: 'Resume reading', when: () => workspace.status.phase === 'paused', run: workspace.resume },
    { id: 'close', group: 'Workspace', title: 'Close workspace', when: opened, run: async () => (await editor.close()) && workspace.close() },

    { id: 'inspector', group: 'Window', title: 'Inspector', keys: ['Ctrl+I'], when: opened, run: layout.toggleInspector },
    { id: 'theme', group: 'Window', title: 'Light, dark or as the system', keys: ['Ctrl+Shift+L'], run: appearance.cycleTheme },
    { id: 'contrast', group: 'Window', title: 'High contrast on or off', run: () => (appearance.moreContrast = !appearance.moreContrast) },
    { id: 'sheet', group: 'Window', title: 'This sheet', keys: ['?'], run: () => (commands.sheetOpen = true) },
  ]
  commands.register(all)
}
